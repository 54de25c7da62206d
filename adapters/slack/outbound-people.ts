import { LRUCache } from 'lru-cache';
import type { Person } from '../../src/domain/platform-event.ts';
import type { Clock } from '../../src/ports/clock.ts';
import { personAddress } from './address.ts';
import { isSlackError } from './errors.ts';
import { memberPage, read, type SlackUser, userAnswer, userPage } from './outbound-answers.ts';
import type { SlackApi } from './slack-api.ts';

/** Who is who in Slack, remembered for a while: an answer is asked for once, not for each message. */
export interface People {
  /** Those of these ids that Slack knows. */
  find(team: string, ids: readonly string[]): Promise<Map<string, SlackUser>>;
  /** Asked anew, with the language. */
  fresh(team: string, id: string): Promise<SlackUser>;
  /** People in a channel; bots and the deactivated are left out. */
  members(team: string, channel: string): Promise<Person[]>;
}

const REMEMBER_MS = 3_600_000;
const MOST = 50_000;
const PAGE = 500;
/** From this many on, whole pages of the workspace are asked for rather than one person after the other. */
const MANY = 40;
const PAGES = 10;

export function createPeople(api: SlackApi, clock: Clock): People {
  const known = new LRUCache<string, { user: SlackUser; at: number }>({ max: MOST });

  const remember = (team: string, user: SlackUser): void =>
    void known.set(`${team} ${user.id}`, { user, at: clock.now().getTime() });
  const remembered = (team: string, id: string): SlackUser | null => {
    const entry = known.get(`${team} ${id}`);
    return entry && clock.now().getTime() - entry.at < REMEMBER_MS ? entry.user : null;
  };

  async function* pages(team: string, method: string, args: Record<string, unknown>) {
    let cursor = '';
    do {
      const answer = await api.call(team, method, { ...args, limit: PAGE, ...(cursor && { cursor }) });
      yield answer;
      const more = answer.response_metadata as { next_cursor?: string } | undefined;
      cursor = more?.next_cursor ?? '';
    } while (cursor !== '');
  }

  async function rememberPages(team: string, missing: Set<string>): Promise<void> {
    let page = 0;
    for await (const answer of pages(team, 'users.list', {})) {
      for (const user of read('users.list', userPage, answer).members) {
        remember(team, user);
        missing.delete(user.id);
      }
      page += 1;
      if (missing.size === 0 || page === PAGES) return;
    }
  }

  async function fresh(team: string, id: string): Promise<SlackUser> {
    const answer = await api.call(team, 'users.info', { user: id, include_locale: true });
    const { user } = read('users.info', userAnswer, answer);
    remember(team, user);
    return user;
  }

  async function find(team: string, ids: readonly string[]): Promise<Map<string, SlackUser>> {
    const missing = new Set(ids.filter((id) => !remembered(team, id)));
    if (missing.size >= MANY) await rememberPages(team, missing);
    const found = new Map<string, SlackUser>();
    for (const id of ids) {
      const user = remembered(team, id) ?? (await ifKnown(fresh(team, id)));
      if (user) found.set(id, user);
    }
    return found;
  }

  return {
    find,
    fresh,
    async members(team, channel) {
      const ids: string[] = [];
      for await (const answer of pages(team, 'conversations.members', { channel }))
        ids.push(...read('conversations.members', memberPage, answer).members);
      const users = await find(team, ids);
      return [...users.values()].filter((user) => !isBot(user) && !user.deleted).map((user) => toPerson(team, user));
    },
  };
}

/** Slackbot says of itself that it is none. */
export const isBot = (user: SlackUser): boolean => user.is_bot === true || user.id === 'USLACKBOT';

/** As people see it in Slack. */
export const nameOf = ({ id, name, real_name, profile }: SlackUser): string =>
  profile?.display_name || profile?.real_name || real_name || name || id;

export const toPerson = (team: string, user: SlackUser): Person => ({
  address: personAddress(team, user.id),
  name: nameOf(user),
  isBot: isBot(user),
});

/** Somebody of another company whom Slack does not show, for one. */
async function ifKnown(call: Promise<SlackUser>): Promise<SlackUser | null> {
  try {
    return await call;
  } catch (thrown) {
    if (isSlackError(thrown, 'user_not_found', 'user_not_visible')) return null;
    throw thrown;
  }
}
