import { setTimeout as after } from 'node:timers/promises';
import type { AdaptiveCard } from '../../../adapters/teams/card.ts';
import { FORM_VERB } from '../../../adapters/teams/form.ts';
import { channelAddress, personAddress } from '../../../adapters/teams/address.ts';
import { createTeamsPlatform } from '../../../adapters/teams/index.ts';
import type { Address } from '../../../src/domain/inquiry.ts';
import type { Form } from '../../../src/domain/message.ts';
import type { Flow } from '../../../src/flow/context.ts';
import { receiveEvent } from '../../../src/flow/receive-event.ts';
import { startServer } from '../../../src/http/server.ts';
import { viewsOf } from '../../../src/views-of.ts';
import type { At } from '../../support/teams/hands.ts';
import type { Delivery } from '../../support/teams/deliver.ts';
import { formIn } from '../../support/teams/read-form.ts';
import type { SeenMessage } from '../../support/teams/see.ts';
import { startTeams, type Teams } from '../../support/teams/start-teams.ts';
import { found } from '../../support/teams/world.ts';
import { localeOf, type Somebody } from './slack-places.ts';
import type { Beside } from './slack-world.ts';

const SECRET = 'the-secret-of-the-bot';

export interface TeamsSeed {
  /** Key of the team; the inquiry is in its General channel. */
  team: string;
  /** Its other channels. */
  channels?: readonly string[];
  people: readonly Somebody[];
}

/** One tenant of Teams with one team, as a test moves its people: each act is handled before the next. */
export interface TeamsPlace {
  teams: Teams;
  workspaceId: string;
  /** Address of the channel. */
  channel: Address;
  addressOf(who: string): Address;
  post(who: string, text: string, thread?: string, channel?: string): Promise<void>;
  tell(who: string, text: string): Promise<void>;
  command(who: string, text: string): Promise<void>;
  delete(who: string, message: SeenMessage): Promise<void>;
  /** Calls a command of the message extension on what somebody said. */
  pick(who: string, command: 'add' | 'buildsOn', message: SeenMessage): Promise<void>;
  /** The form that is open: in a dialog, else the last card that was not sent. */
  form(who: string): Form | null;
  submit(who: string, values: Record<string, string | string[]>): Promise<void>;
  /** Somebody opens Porras by itself for the first time. */
  meet(who: string): Promise<void>;
  /** Presses a button of the last message that this person sees and that has it. */
  press(who: string, action: string): Promise<void>;
  /** What Porras said to everyone in the channel, threads apart. */
  said(): SeenMessage[];
  everyoneSees(): SeenMessage[];
  privately(who: string): SeenMessage[];
  /** The last message in the channel that has this button. */
  last(action: string): SeenMessage;
}

export interface TeamsBeside {
  /** To be given to `openSlackWorld`. */
  beside: Beside;
  /** Begins to listen, and is installed in the team. */
  open(flow: Flow, settle: () => Promise<void>): Promise<TeamsPlace>;
  close(): Promise<void>;
}

/** Teams for a Porras that has another platform too. */
export async function teamsBeside(seed: TeamsSeed, log: (what: string) => void): Promise<TeamsBeside> {
  let now = (): Date => new Date();
  const teams = await startTeams({
    teams: [{ key: seed.team, channels: ['general', ...(seed.channels ?? [])] }],
    people: seed.people.map(({ name, real, lang }) => ({ key: name, name: real, locale: localeOf(lang) })),
    groupChats: [],
    secret: SECRET,
    now: () => now(),
  });
  let platform: ReturnType<typeof createTeamsPlatform> | null = null;
  let server: Awaited<ReturnType<typeof startServer>> | null = null;
  const made = (): NonNullable<typeof platform> => {
    if (!platform) throw new Error('no platform was made');
    return platform;
  };
  return {
    beside({ clock, store }) {
      now = () => clock.now();
      const { tenantId, appId } = teams.world;
      platform = createTeamsPlatform({
        store,
        clock,
        log: (what, ids) => log(`${what} ${JSON.stringify(ids)}`),
        token: () => teams.botToken(SECRET),
        // Teams's limits are tested elsewhere: here nobody waits for them.
        timer: waitless(),
        config: {
          appId,
          appPassword: SECRET,
          appType: 'SingleTenant',
          tenantId,
          openForDevelopment: false,
          publicUrl: null,
          openIdMetadataUrl: teams.openIdMetadataUrl,
        },
      });
      return platform;
    },
    async open(flow, settle) {
      server = await startServer({ port: 0, routes: [made().routes] });
      await made().start(receiveEvent(flow), viewsOf(flow));
      teams.deliverer.endpoint = `${server.url}/api/messages`;
      const place = createTeamsPlace(teams, seed, settle);
      await teams.admin.install(conversationOf(seed), seed.people[0]?.name ?? '');
      await settle();
      return place;
    },
    async close() {
      await platform?.stop();
      await server?.stop();
      await teams.close();
    },
  };
}

/** Time that passes only by waiting. */
function waitless() {
  let ms = 0;
  return { now: () => (ms += 2_000), sleep: async (more: number) => void (ms += more) };
}

const conversationOf = ({ team }: TeamsSeed, channel = 'general'): string => `19:${team}-${channel}@thread.tacv2`;

function createTeamsPlace(teams: Teams, seed: TeamsSeed, settle: () => Promise<void>): TeamsPlace {
  const { tenantId, people } = teams.world;
  const conversation = conversationOf(seed);

  /** A dialog is answered only once its form is there, so that what is due is run meanwhile. */
  async function done(who: string, act: Promise<Delivery | null>): Promise<void> {
    let over = false;
    const acted = act.finally(() => (over = true));
    for (let tries = 0; !over && tries < 1_000; tries += 1) {
      await after(3);
      await settle();
    }
    const delivery = await acted;
    if (!delivery?.acknowledged) throw new Error(`Porras did not take in what ${who} did`);
    await settle();
  }
  const opened = (who: string): { card: AdaptiveCard; at: At | null } | null => {
    const dialog = teams.world.dialogs.get(who);
    if (dialog) return { card: dialog.card as unknown as AdaptiveCard, at: null };
    const last = teams.everything(who).findLast((each) => each.card && formIn(each.card));
    return last?.card ? { card: last.card, at: { conversation: last.conversation, id: last.id } } : null;
  };
  const everyoneSees = (): SeenMessage[] => teams.messages(conversation);
  const withAction = (messages: readonly SeenMessage[], action: string): SeenMessage[] =>
    messages.filter((each) => each.actions.some(({ data }) => data.action === action));

  return {
    teams,
    workspaceId: `teams:${tenantId}`,
    channel: channelAddress(tenantId, conversation),
    addressOf: (who) => personAddress(tenantId, found(people, who, 'person').aadObjectId),
    post: (who, text, root, channel = 'general') =>
      done(
        who,
        teams.as(who).post(text, { in: conversationOf(seed, channel), ...(root === undefined ? {} : { root }) }),
      ),
    command: (who, text) => done(who, teams.as(who).post(text, { in: conversation, mention: true })),
    pick: (who, command, { conversation: where, id }) =>
      done(who, teams.as(who).extend({ conversation: where, id }, command)),
    form(who) {
      const open = opened(who);
      return open && formIn(open.card);
    },
    async submit(who, values) {
      const open = opened(who);
      if (!open) throw new Error(`no form is open for ${who}`);
      // What is filled in already comes back too.
      const fields = formIn(open.card)?.fields ?? [];
      const filled = Object.fromEntries(fields.map(({ name, initial }) => [name, initial ?? '']));
      const inputs = Object.fromEntries(
        Object.entries({ ...filled, ...values }).map(([name, value]) => [`field:${name}`, [value].flat().join(',')]),
      );
      const hands = teams.as(who);
      await done(who, open.at ? hands.press(open.at, FORM_VERB, { inputs }) : hands.submitDialog(inputs));
    },
    async meet(who) {
      const [added] = await teams.admin.install(teams.admin.personal(who).id, who);
      await done(who, Promise.resolve(added ?? null));
    },
    tell: (who, text) => done(who, teams.as(who).post(text)),
    delete: (who, { id }) => done(who, teams.as(who).delete({ conversation, id })),
    async press(who, action) {
      const message = withAction(teams.everything(who), action).at(-1);
      const index = (message?.actions ?? []).findIndex(({ data }) => data.action === action);
      if (!message) throw new Error(`${who} sees no button "${action}"`);
      const at: At = { conversation: message.conversation, id: message.id };
      await done(who, teams.as(who).press(at, index));
    },
    everyoneSees,
    said: () => everyoneSees().filter((each) => each.from === null && each.root === null),
    privately: (who) => teams.messages(teams.admin.personal(who).id, who).filter((each) => each.from === null),
    last(action) {
      const message = withAction(everyoneSees(), action).at(-1);
      if (!message) throw new Error(`nobody was given the button "${action}"`);
      return message;
    },
  };
}
