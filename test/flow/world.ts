import {
  createMemoryPlatform,
  type MemoryMessage,
  type MemoryPlatform,
  type MemoryPlatformOptions,
  type PostOptions,
} from '../../adapters/memory/index.ts';
import { assembleFlow, type Parts } from '../../src/assemble-flow.ts';
import { loadContent } from '../../src/content/load-content.ts';
import { DEFAULT_POLICY, type Inquiry, type Policy } from '../../src/domain/inquiry.ts';
import { atLocal } from '../../src/domain/local-time.ts';
import type { Choice } from '../../src/domain/message.ts';
import type { EventOf, Place, PlatformEvent } from '../../src/domain/platform-event.ts';
import type { Lang, Role } from '../../src/domain/words.ts';
import type { Flow } from '../../src/flow/context.ts';
import { giveUpOnEvent } from '../../src/flow/handle-event.ts';
import { handlersOf } from '../../src/flow/handlers.ts';
import { receiveEvent } from '../../src/flow/receive-event.ts';
import { beginInquiry } from '../../src/flow/facilitate/start-inquiry.ts';
import { resumeAll } from '../../src/flow/sweep.ts';
import { viewForPerson } from '../../src/flow/ask/view-for-person.ts';
import { createHolidays } from '../../src/holidays.ts';
import { createVirtualClock } from '../../src/jobs/virtual-clock.ts';
import { createVirtualQueue } from '../../src/jobs/virtual-queue.ts';
import { PROMPTS } from '../../src/paths.ts';
import { CAPABILITIES, type Capability } from '../../src/ports/chat-platform.ts';
import type { Content } from '../../src/ports/content.ts';
import type { Handlers, Job } from '../../src/ports/queue.ts';
import type { Store } from '../../src/ports/store.ts';
import { createMemoryStore } from '../../src/store/memory-store.ts';
import { createFaults, type Faults } from './support/faults.ts';
import { createScriptedAnalyst, type ScriptedAnalyst } from './support/scripted-analyst.ts';

export const ZONE = 'Europe/Helsinki';
/** A Monday. */
export const START = '2026-03-02';
export const CHANNEL = 'kitchen';

/** Everyone in the channel unless a test says otherwise; `anna` facilitates. */
export const PEOPLE = ['anna', 'bo', 'cia', 'dan', 'eva', 'fia', 'gus'].map((id) => ({
  id,
  name: id.charAt(0).toUpperCase() + id.slice(1),
}));

export interface WorldOptions {
  people?: MemoryPlatformOptions['people'];
  channels?: MemoryPlatformOptions['channels'];
  /** Further platforms beside the one that everything else here is about. */
  beside?: readonly MemoryPlatformOptions[];
  /** What the platform lacks. */
  without?: readonly Capability[];
  analyst?: Parts['lexical'];
  flow?: Partial<Flow>;
  /** Local time at which the world begins. */
  at?: string;
}

export interface InquiryOptions {
  id?: string;
  topic?: string;
  language?: Lang;
  programme?: string;
  channels?: string[];
  facilitators?: string[];
  startsOn?: string;
  timeZone?: string;
  policy?: Partial<Policy>;
  roles?: Partial<Record<Exclude<Role, 'specialist'>, string[]>>;
}

export interface World {
  flow: Flow;
  store: Store;
  platform: MemoryPlatform;
  beside: MemoryPlatform[];
  faults: Faults;
  analyst: ScriptedAnalyst;
  /** Codes and ids of what went wrong without stopping anything. */
  warnings: { what: string; ids: Record<string, string> }[];
  /** Codes of what people asked for and could not have. */
  refusals: string[];
  begin(options?: InquiryOptions): Promise<Inquiry>;
  inquiry(id?: string): Promise<Inquiry>;
  /** Says something in the channel (or in private, or in a thread), and lets Porras handle it. @returns its reference. */
  say(who: string, text: string, options?: PostOptions): Promise<string>;
  tell(who: string, text: string): Promise<string>;
  act(who: string, action: (hands: ReturnType<MemoryPlatform['as']>) => Promise<unknown>): Promise<void>;
  command(who: string, text: string, options?: { channel?: string; private?: boolean }): Promise<void>;
  /** Closes an inquiry by command, and says that it is meant. */
  close(who: string, options?: { channel?: string; private?: boolean }): Promise<void>;
  /** Presses a button of the last message that this person can read and that has it. */
  press(who: string, action: string, value?: string): Promise<void>;
  /** Presses a button that the platform never showed, as a forger would. */
  forge(who: string, event: Forged): Promise<void>;
  submit(who: string, answers: Record<string, string>): Promise<void>;
  /** Something that the platform itself does, such as archiving a channel. */
  happens(what: (platform: MemoryPlatform) => Promise<unknown>): Promise<void>;
  /** What this person finds at home just now, as text. */
  homeOf(who: string): string;
  /** The buttons there, as `action` or `action=value`. */
  homeButtons(who: string): string[];
  /** Moves to a local time of the zone, running what falls due: `2026-03-02 09:00`. */
  until(local: string, zone?: string): Promise<void>;
  later(ms: number): Promise<void>;
  /** Runs what is due now. */
  settle(): Promise<void>;
  /** What Porras told this person in private, oldest first. */
  privately(who: string): MemoryMessage[];
  /** The last thing that Porras told this person in private. */
  lastTo(who: string): string;
  inChannel(channel?: string): MemoryMessage[];
  choicesOf(who: string): Choice[];
  /** Every row of every table. */
  rows(): Promise<Record<string, Record<string, unknown>[]>>;
}

type Forged =
  | Pick<EventOf<'added-to-channel'>, 'type' | 'place' | 'addedBy'>
  | { type: 'choice-pressed'; action: string; value: string }
  | { type: 'form-submitted'; formId: string; context: string; answers: Record<string, string>; place?: Place };

let loaded: Promise<Content> | null = null;
export const content = (): Promise<Content> => (loaded ??= loadContent(PROMPTS));
/** One for all worlds: working out a year's holidays takes longer than a world's week. */
const isHoliday = createHolidays();

/** The whole of Porras in memory with people around it, on a clock that tests move. */
export async function createWorld(options: WorldOptions = {}): Promise<World> {
  const words = await content();
  const clock = createVirtualClock(local(options.at ?? `${START} 06:00`));
  const faults = createFaults();
  const bare = createMemoryStore();
  const analyst = createScriptedAnalyst();
  const warnings: World['warnings'] = [];
  const refusals: string[] = [];
  const platform = createMemoryPlatform({
    clock,
    people: options.people ?? PEOPLE,
    channels: options.channels ?? [{ id: CHANNEL }],
    capabilities: CAPABILITIES.filter((each) => !options.without?.includes(each)),
  });
  const beside = (options.beside ?? []).map((each) => createMemoryPlatform({ clock, ...each }));
  const queue = createVirtualQueue(clock, {
    async onGivenUp(job, thrown) {
      if (job.name !== 'handle-event') throw thrown;
      await giveUpOnEvent(flow, job.eventId, thrown);
    },
  });
  let acts = 0;
  const flow = assembleFlow(
    { content: words, lexical: options.analyst ?? analyst },
    {
      store: faults.store(bare),
      queue: faults.queue(queue),
      clock,
      platforms: [platform, ...beside].map((each) => faults.platform(each)),
    },
    {
      painter: { paint: async (staircase) => new TextEncoder().encode(JSON.stringify(staircase)) },
      isHoliday,
      secret: () => `${String(acts).padStart(8, '0')}-secret`,
      warn: (what, ids) => (what === 'refused' ? refusals.push(ids['code'] ?? '') : warnings.push({ what, ids })),
      ...options.flow,
    },
  );
  queue.handlers = mortal(handlersOf(flow), faults, async () => resumeAll(flow));
  for (const each of [platform, ...beside])
    await each.start(receiveEvent(flow), (ref, person) => viewForPerson(flow, ref, person));

  const settle = () => queue.advanceTo(clock.now());

  /** The platform delivers again what was not acknowledged because the process died while taking it in. */
  async function taken(work: () => Promise<unknown>): Promise<void> {
    acts += 1;
    try {
      await work();
    } catch (thrown) {
      if (!faults.dead) throw thrown;
      faults.revive();
      await resumeAll(flow);
      for (const each of [platform, ...beside]) await each.redeliver();
    }
    await settle();
  }

  const messagesWith = (who: string, action: string, value?: string) =>
    platform
      .visibleTo(who)
      .filter((each) => each.choices.some((it) => it.action === action && (value === undefined || it.value === value)));

  const world: World = {
    flow,
    store: bare,
    platform,
    beside,
    faults,
    analyst,
    warnings,
    refusals,
    settle,
    async begin(asked = {}) {
      const inquiry = inquiryFrom(platform, clock.now(), asked);
      await bare.inquiries.insert(inquiry);
      await beginInquiry(flow, inquiry);
      await settle();
      return world.inquiry(inquiry.id);
    },
    async inquiry(id = 'inquiry') {
      const found = await bare.inquiries.get(id);
      if (!found) throw new Error(`there is no inquiry "${id}"`);
      return found;
    },
    async say(who, text, more = {}) {
      const ref = more.ref ?? `memory:message/${who}-${acts + 1}`;
      await taken(() => platform.as(who).post(text, { ...more, ref }));
      return ref;
    },
    tell: (who, text) => world.say(who, text, { private: true }),
    act: (who, action) => taken(() => action(platform.as(who))),
    command: (who, text, more = {}) => taken(() => platform.as(who).command(text, more)),
    async close(who, more = {}) {
      await taken(() => platform.as(who).command('close', more));
      await taken(() => platform.as(who).submit({ sure: 'yes' }));
    },
    async press(who, action, value) {
      const message = messagesWith(who, action, value).at(-1);
      if (!message) throw new Error(`${who} sees no button "${action}"`);
      await taken(() => platform.as(who).press(message.ref, action, value));
    },
    async forge(who, event) {
      const by = { address: platform.person(who), name: who, isBot: false };
      const place = { channel: platform.privateConversation(who), private: true };
      const base = { id: `memory:forged/${acts}`, at: clock.now(), workspaceId: platform.workspaceId, place, by };
      const whole = { ...base, ...event, ...(event.type === 'choice-pressed' && { ref: null, trigger: 'forged' }) };
      await taken(() => receiveEvent(flow)(whole as PlatformEvent));
    },
    submit: (who, answers) => taken(() => platform.as(who).submit(answers)),
    happens: (what) => taken(() => what(platform)),
    homeOf: (who) =>
      platform
        .homeFor(who)
        ?.sections.map((each) => each.text)
        .join('\n') ?? '',
    homeButtons: (who) =>
      (platform.homeFor(who)?.sections ?? [])
        .flatMap((each) => each.choices ?? [])
        .map(({ action, value }) => (value === '' ? action : `${action}=${value}`)),
    async until(to, zone = ZONE) {
      await queue.advanceTo(local(to, zone));
    },
    async later(ms) {
      await queue.advanceTo(new Date(clock.now().getTime() + ms));
    },
    privately: (who) =>
      platform
        .visibleTo(who)
        .filter((each) => each.by === null && each.conversation === platform.privateConversation(who)),
    lastTo: (who) => world.privately(who).at(-1)?.text ?? '',
    inChannel: (channel = CHANNEL) =>
      platform.messages().filter((each) => each.by === null && each.conversation === platform.channel(channel)),
    choicesOf: (who) => world.privately(who).at(-1)?.choices ?? [],
    async rows() {
      const all: Record<string, Record<string, unknown>[]> = {};
      for (const [name, table] of Object.entries(bare)) {
        if (typeof table !== 'function') all[name] = (await table.find({})) as Record<string, unknown>[];
      }
      return all;
    },
  };
  return world;
}

export function local(to: string, zone = ZONE): Date {
  const [date = '', time = '00:00'] = to.split(' ');
  return atLocal(date, time, zone);
}

function inquiryFrom(platform: MemoryPlatform, now: Date, asked: InquiryOptions): Inquiry {
  const people = (ids: string[] = []) => ids.map((id) => platform.person(id));
  return {
    id: asked.id ?? 'inquiry',
    workspaceId: platform.workspaceId,
    channels: (asked.channels ?? [CHANNEL]).map((id) => platform.channel(id)),
    topic: asked.topic ?? 'Our shared work',
    language: asked.language ?? 'en',
    timeZone: asked.timeZone ?? ZONE,
    modelId: 'value-co-creation',
    programmeId: asked.programme ?? 'weekly-reflection',
    startsOn: asked.startsOn ?? START,
    status: 'draft',
    facilitators: people(asked.facilitators ?? ['anna']),
    roles: {
      leader: people(asked.roles?.leader),
      supervisor: people(asked.roles?.supervisor),
      stakeholder: people(asked.roles?.stakeholder),
    },
    policy: { ...DEFAULT_POLICY, ...asked.policy },
    createdAt: now,
    closedAt: null,
  };
}

/** Handlers of a process that can die: the next one picks up what it left, and its job is run again. */
function mortal(handlers: Handlers, faults: Faults, restart: () => Promise<void>): Handlers {
  const entries = Object.entries(handlers) as [string, (job: Job) => Promise<void>][];
  return Object.fromEntries(
    entries.map(([name, handle]) => [
      name,
      async (job: Job) => {
        try {
          await handle(job);
        } catch (thrown) {
          if (faults.dead) {
            faults.revive();
            await restart();
          }
          throw thrown;
        }
        // A death that a handler did not notice is one all the same.
        if (faults.dead) {
          faults.revive();
          await restart();
          throw new Error('died');
        }
      },
    ]),
  ) as unknown as Handlers;
}
