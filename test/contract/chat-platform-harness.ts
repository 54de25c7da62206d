import type { Address } from '../../src/domain/inquiry.ts';
import type { Choice, Form, Message } from '../../src/domain/message.ts';
import type {
  EventOf,
  EventType,
  Person,
  PickPurpose,
  PlatformEvent,
  Profile,
} from '../../src/domain/platform-event.ts';
import type { ChatPlatform, EventSink, Outgoing, ViewOf } from '../../src/ports/chat-platform.ts';

/** A message as one person sees it; `by` is null when Porras wrote it, `ref` null where the platform shows none. */
export interface Seen {
  ref: string | null;
  conversation: Address;
  private: boolean;
  threadRef: string | null;
  by: Address | null;
  text: string;
  choices: Choice[];
  picture: Uint8Array | null;
  reactions: { emoji: string; by: Address | null }[];
}

/** What a person does; each answers whether the platform got its acknowledgement. */
export interface Hands {
  post(text: string, options?: { threadRef?: string; private?: boolean }): Promise<boolean>;
  edit(ref: string, text: string): Promise<boolean>;
  delete(ref: string): Promise<boolean>;
  react(ref: string, emoji: string): Promise<boolean>;
  unreact(ref: string, emoji: string): Promise<boolean>;
  press(ref: string, choice: Choice): Promise<boolean>;
  /** Sends the form that is open for this person. */
  submit(answers: Record<string, string>): Promise<boolean>;
  command(text: string): Promise<boolean>;
  join(): Promise<boolean>;
  leave(): Promise<boolean>;
  openHome(): Promise<boolean>;
  /** Presses a button of their home; where the platform has homes. */
  pressHome?(choice: Choice): Promise<boolean>;
  /** Has a message on their screen; where there are views. */
  look?(ref: string): Promise<void>;
  /** Where people can pick messages. */
  pick?(ref: string, purpose: PickPurpose): Promise<boolean>;
  /** Their account is closed; where the platform tells. */
  leaveForGood?(): Promise<boolean>;
}

/** A home as a person sees it, from top to bottom: where one section ends is the platform's matter. */
export interface SeenHome {
  text: string;
  choices: Choice[];
}

export interface Harness {
  platform: ChatPlatform;
  workspaceId: string;
  /** A channel with `people` (at least three, no bots) in it, and a bot where the platform has others than Porras. */
  channel: Address;
  channelName: string;
  people: [Person, Person, Person, ...Person[]];
  asPerson(person: Address): Hands;
  visibleTo(person: Address): Promise<Seen[]>;
  /** The form that a person has before them. */
  formFor(person: Address): Promise<Form | null>;
  /** What a person finds at home, null before anything was shown; where the platform has homes. */
  homeFor?(person: Address): Promise<SeenHome | null>;
  /** What the platform knows of a person from now on; where it knows anything. */
  setProfile?(person: Address, profile: Partial<Profile>): Promise<void>;
  /** Gives the channel another name; where the platform tells. @returns whether it was acknowledged. */
  renameChannel?(name: string): Promise<boolean>;
  /** Archives the channel, or takes Porras out of it; where the platform tells. @returns whether it was acknowledged. */
  removeChannel?(): Promise<boolean>;
  /** Has the platform deliver again what was not acknowledged. */
  redeliver(): Promise<void>;
  close(): Promise<void>;
}

export interface Recorder {
  sink: EventSink;
  viewOf: ViewOf;
  /** `${ref} ${person}` -> what they see in place of it, or what goes wrong when it is asked for. */
  views: Map<string, Message | Error>;
  /** Events that were taken in. */
  events: PlatformEvent[];
  /** Ids of events that were refused. */
  refused: string[];
  /** Refuses the next `times` events. */
  refuse(times: number): void;
  only<T extends EventType>(type: T): EventOf<T>[];
  last<T extends EventType>(type: T): EventOf<T>;
}

/** A sink that keeps what it got and refuses on demand, as a database that is down would. */
export function createRecorder(): Recorder {
  const events: PlatformEvent[] = [];
  const refused: string[] = [];
  const views = new Map<string, Message | Error>();
  let refusals = 0;
  const only = <T extends EventType>(type: T): EventOf<T>[] =>
    events.filter((event): event is EventOf<T> => event.type === type);
  return {
    events,
    refused,
    views,
    async viewOf(ref, person) {
      const view = views.get(`${ref} ${person}`) ?? null;
      if (view instanceof Error) throw view;
      return view && { message: view, lang: 'en' };
    },
    refuse(times) {
      refusals = times;
    },
    async sink(event) {
      if (refusals > 0) {
        refusals -= 1;
        refused.push(event.id);
        throw new Error('the store is down');
      }
      events.push(event);
    },
    only,
    last(type) {
      const event = only(type).at(-1);
      if (!event) throw new Error(`no ${type} among: ${events.map((it) => it.type).join(', ') || 'no events'}`);
      return event;
    },
  };
}

export const say = (text: string, key: string, extra: Partial<Outgoing['message']> = {}): Outgoing => ({
  message: { text, markdown: text, lang: 'en', ...extra },
  picture: null,
  key,
});

/** Texts that a careless adapter changes, loses or obeys. */
export const HOSTILE: Record<string, string> = {
  html: '<script>alert("x")</script> <b>bold</b> &amp; <img src=x onerror=alert(1)>',
  'markdown links and images':
    '[click](javascript:alert(1)) ![x](https://example.invalid/p.png) <https://example.invalid>',
  mentions: '@channel @here <!channel> <@U123> #general @everyone',
  'emoji and scripts': '👩‍👩‍👧‍👦 🇫🇮 äöå ÅÄÖ ﷽ नमस्ते \u202Eright to left',
  'white space': '  two leading, a\ttab,\n\n  an empty line, and a trailing one \n',
  quotes: `it's "quoted" \\back\\slash \${not} {{a}} %s`,
  '20,000 characters': 'Pitkä tarina, jota ei saa katkaista. '.repeat(541).slice(0, 20_000),
};
