import type { At } from '../../support/slack/hands.ts';
import type { SeenMessage, SeenView } from '../../support/slack/see.ts';
import type { PlaceSeed } from './slack-places.ts';
import type { SlackWorld } from './slack-world.ts';

type Act = At & { acknowledged: boolean };

/** One workspace, as a test moves its people: each act is handled before the next. */
export interface Place {
  seed: PlaceSeed;
  channel: string;
  besides: string;
  /** Ids by name. */
  users: Record<string, string>;
  /** Modals that people saw, with their language's owner. */
  modals: { who: string; view: SeenView }[];
  post(who: string, text: string, options?: { thread?: string; channel?: string }): Promise<At>;
  tell(who: string, text: string): Promise<At>;
  command(who: string, text: string): Promise<void>;
  /** Presses a button of the last message that this person sees and that has it. */
  press(who: string, action: string): Promise<void>;
  openHome(who: string): Promise<SeenView>;
  pressHome(who: string, action: string): Promise<void>;
  submit(who: string, values: Record<string, string | string[]>): Promise<void>;
  /** What the list of the modal that was opened last has. */
  offered(who: string, field: string): { value: string; label: string }[];
  react(who: string, at: At, emoji: string): Promise<void>;
  pick(who: string, purpose: 'add' | 'builds-on', at: At): Promise<void>;
  /** What Porras said to everyone in the inquiry's channel, threads apart. */
  said(): SeenMessage[];
  /** All of the inquiry's channel. */
  everyoneSees(): SeenMessage[];
  privately(who: string): SeenMessage[];
  digests(): SeenMessage[];
  /** The last question in the channel. */
  question(): SeenMessage;
}

const named = (actionId: string, action: string): boolean => actionId.startsWith(`porras:${action}:`);

export function createPlace(world: SlackWorld, seed: PlaceSeed): Place {
  const { slack } = world;
  const { team } = seed;
  const { users, channels } = slack.team(team);
  const channel = channels[seed.channel] ?? '';
  const besides = channels[seed.besides] ?? '';
  const modals: Place['modals'] = [];
  const as = (who: string) => slack.as(team, who);
  const idOf = (who: string): string => users[who] ?? '';

  async function done(who: string, act: Promise<Act>): Promise<At> {
    const before = slack.modal(team, idOf(who))?.id;
    const { acknowledged, channel: where, ts } = await act;
    if (!acknowledged) throw new Error(`Porras did not take in what ${who} did`);
    await world.settle();
    const view = slack.modal(team, idOf(who));
    if (view && view.id !== before) modals.push({ who, view });
    return { channel: where, ts };
  }

  const withAction = (messages: readonly SeenMessage[], action: string): SeenMessage[] =>
    messages.filter((each) => each.actions.some((it) => named(it.actionId, action)));

  const place: Place = {
    seed,
    channel,
    besides,
    users,
    modals,
    post: (who, text, { thread, channel: where = channel } = {}) =>
      done(who, as(who).post(where, text, thread === undefined ? {} : { threadTs: thread })),
    tell: (who, text) => done(who, as(who).dm(text)),
    async command(who, text) {
      await done(who, as(who).command(channel, text));
    },
    async press(who, action) {
      const message = withAction(slack.everything(team, idOf(who)), action).at(-1);
      const button = message?.actions.find((it) => named(it.actionId, action));
      if (!message || !button) throw new Error(`${who} sees no button "${action}"`);
      await done(who, as(who).press(message, button.actionId));
    },
    async openHome(who) {
      await done(who, as(who).openHome());
      const home = slack.home(team, idOf(who));
      if (!home) throw new Error(`${who} finds no home`);
      return home;
    },
    async pressHome(who, action) {
      const button = slack.home(team, idOf(who))?.actions.find((it) => named(it.actionId, action));
      if (!button) throw new Error(`${who} finds no button "${action}" at home`);
      await done(who, as(who).pressHome(button.actionId));
    },
    async submit(who, values) {
      await done(who, as(who).submit(values));
    },
    offered: (_who, field) => optionsOf(modals.at(-1)?.view.blocks ?? [], field),
    async react(who, at, emoji) {
      await done(who, as(who).react(at, emoji));
    },
    async pick(who, purpose, at) {
      await done(who, as(who).shortcut(`porras:${purpose}`, at));
    },
    said: () => slack.messages(team, channel).filter((each) => each.byBot && each.threadTs === null),
    everyoneSees: () => slack.messages(team, channel),
    privately: (who) => slack.dms(team, idOf(who)).filter((each) => each.byBot),
    digests: () => withAction(place.said(), 'fix-theme'),
    question() {
      const last = withAction(place.said(), 'answer-privately').at(-1);
      if (!last) throw new Error('no question was asked');
      return last;
    },
  };
  return place;
}

const optionsOf = (blocks: readonly Record<string, unknown>[], field: string) => {
  const element = blocks.find((each) => each['block_id'] === field)?.['element'] as
    | { options?: { value: string; text: { text: string } }[] }
    | undefined;
  return (element?.options ?? []).map(({ value, text }) => ({ value, label: text.text }));
};
