import type { Clock } from '../../src/ports/clock.ts';
import { isPrivate } from './address.ts';
import { isSlackError } from './errors.ts';
import { messagePage, read, type SlackMessage } from './outbound-answers.ts';
import { isWhole, type Sent } from './outbound-memory.ts';
import { filesOf, markOf } from './outbound-metadata.ts';
import type { SlackApi } from './slack-api.ts';

/** How long ago an interrupted send may have begun: a weekend without a running process. */
const WINDOW_MS = 3 * 24 * 3_600_000;
/** Parts of one message follow each other within this time, with a process that died in between. */
const TOGETHER_S = 24 * 3_600;
const PAGES = 10;
/** Slack gives apps that it sells, outside its Marketplace, 15 whatever they ask for. */
const PAGE = 100;
const THREADS = 10;

/** Looks in Slack for what Porras sent: only after an interrupted send, and before an edit whose parts nobody remembers. */
export interface Finder {
  /** What there is of a delivery in a channel, perhaps not all of it. */
  byKey(team: string, channel: string, key: string): Promise<Sent | null>;
  /** The message that begins at `ts`, with its other parts; null where Slack does not let us look or has nothing. */
  byRef(team: string, channel: string, ts: string): Promise<Sent | null>;
}

export function createFinder(api: SlackApi, clock: Clock): Finder {
  async function* pages(team: string, method: string, args: Record<string, unknown>): AsyncGenerator<SlackMessage[]> {
    let cursor = '';
    for (let page = 0; page < PAGES; page++) {
      const asked = { ...args, limit: PAGE, include_all_metadata: true, ...(cursor && { cursor }) };
      const answer = read(method, messagePage, await api.call(team, method, asked));
      yield answer.messages;
      cursor = answer.response_metadata?.next_cursor ?? '';
      if (!cursor) return;
    }
  }

  const firstPage = async (team: string, method: string, args: Record<string, unknown>): Promise<SlackMessage[]> =>
    (await pages(team, method, args).next()).value ?? [];

  async function thread(team: string, channel: string, root: string, oldest: string): Promise<SlackMessage[]> {
    const messages: SlackMessage[] = [];
    for await (const page of pages(team, 'conversations.replies', { channel, ts: root, oldest, inclusive: true }))
      messages.push(...page);
    return messages;
  }

  return {
    async byKey(team, channel, key) {
      const oldest = String((clock.now().getTime() - WINDOW_MS) / 1000);
      const roots: string[] = [];
      const found: SlackMessage[] = [];
      for await (const page of pages(team, 'conversations.history', { channel, oldest })) {
        found.push(...page.filter((each) => markOf(each)?.key === key));
        roots.push(...page.filter((each) => (each.reply_count ?? 0) > 0).map((each) => each.ts));
        if (found.some((each) => markOf(each)?.part === 1)) break;
      }
      const first = found.find((each) => markOf(each)?.part === 1);
      // The parts after the first are in its thread, or it was all said in somebody's thread.
      for (const root of first ? roots.filter((ts) => ts === first.ts) : roots.slice(0, THREADS)) {
        found.push(...(await thread(team, channel, root, oldest)).filter((each) => markOf(each)?.key === key));
        if (isWhole(sentOf(team, channel, key, found))) break;
      }
      return found.length > 0 ? sentOf(team, channel, key, found) : null;
    },
    async byRef(team, channel, ts) {
      try {
        const answers = await firstPage(team, 'conversations.replies', { channel, ts });
        const own = answers.find((each) => each.ts === ts);
        const mark = own && markOf(own);
        if (!mark) return null;
        const after = { channel, oldest: ts, inclusive: true };
        const latest = String(Number(ts) + TOGETHER_S);
        const inThread = own.thread_ts !== undefined && own.thread_ts !== ts;
        if (mark.of > 1 && isPrivate(channel) && !inThread)
          answers.push(...(await firstPage(team, 'conversations.history', { ...after, latest })));
        if (mark.of > 1 && inThread)
          answers.push(...(await firstPage(team, 'conversations.replies', { ...after, ts: own.thread_ts })));
        return sentOf(
          team,
          channel,
          mark.key,
          answers.filter((each) => markOf(each)?.key === mark.key),
        );
      } catch (thrown) {
        if (isSlackError(thrown, 'missing_scope', 'thread_not_found', 'message_not_found')) return null;
        throw thrown;
      }
    },
  };
}

function sentOf(team: string, channel: string, key: string, messages: readonly SlackMessage[]): Sent {
  const sent: Sent = { team, channel, key, thread: null, parts: [], of: 0, files: [] };
  for (const message of messages) {
    const mark = markOf(message);
    if (!mark || mark.part < 1 || mark.part > 1_000) continue;
    // What was sent twice counts once, the first time.
    const known = sent.parts[mark.part - 1];
    if (known !== undefined && known <= message.ts) continue;
    sent.parts[mark.part - 1] = message.ts;
    sent.of = mark.of;
    if (mark.part === 1 && message.thread_ts !== message.ts) sent.thread = message.thread_ts ?? null;
    sent.files.push(...filesOf(message));
  }
  return sent;
}
