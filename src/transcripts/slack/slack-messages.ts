import { z } from 'zod';
import type { ExportedMessage } from '../from-export.ts';
import { listOf } from '../from-export.ts';
import { linesOfItems, parseJson } from '../json.ts';
import { must, shaped } from '../shape.ts';
import { cleaned } from '../text.ts';
import { decodeUtf8 } from '../utf8.ts';
import type { ExportSource } from './export-source.ts';
import { mrkdwnToText, type SlackNames } from './mrkdwn-to-text.ts';
import { namesOf } from './slack-people.ts';

const text = z.string({ error: must('text') });
const ts = z
  .string({ error: must('text') })
  .regex(/^\d{1,12}\.\d{1,9}$/, 'must be seconds and a number, as in "1772431440.100000"');
const MESSAGE = z.object({
  type: text.nullish(),
  subtype: text.nullish(),
  hidden: z.boolean().nullish(),
  ts,
  thread_ts: ts.nullish(),
  user: text.nullish(),
  text: text.nullish(),
  deleted_ts: ts.nullish(),
  user_profile: z.object({ display_name: text.nullish(), real_name: text.nullish(), name: text.nullish() }).nullish(),
  reactions: z.array(z.object({ name: text, users: z.array(text).nullish() })).nullish(),
});
type SlackMessage = z.infer<typeof MESSAGE>;

/** Subtypes of what a person said; every other one tells of an event, a bot, or a message that is no more. */
const SAID = new Set(['thread_broadcast', 'file_share', 'me_message']);

/** What one day file of a channel holds. */
export interface SlackDay {
  messages: ExportedMessage[];
  leftOut: { id: string; at: Date }[];
  /** Ids of messages that an event of the export tells were deleted. */
  deleted: string[];
  /** Names of people who are not in `users.json`, guests from other workspaces above all. */
  guests: Map<string, [string, ...string[]]>;
}

/** Reads a day file: an edited message has its last text, and what is no contribution is left out. */
export const readSlackDay = async (
  source: ExportSource,
  file: string,
  { bots, names }: { bots: ReadonlySet<string>; names: SlackNames },
): Promise<SlackDay> => {
  const shown = `${source.name}/${file}`;
  const content = decodeUtf8(await source.read(file), shown);
  const items = listOf(parseJson(content, shown), `${shown}:1`, 'a list of messages');
  const lines = linesOfItems(content, shown);
  const day: SlackDay = { messages: [], leftOut: [], deleted: [], guests: new Map() };
  for (const [index, item] of items.entries()) {
    const where = `${shown}:${lines.get(String(index)) ?? 1}`;
    const message = shaped(MESSAGE, item, where, 'export the channel again');
    const said = toExported(message, where, bots, names);
    if (said) day.messages.push(said);
    else day.leftOut.push({ id: message.ts, at: instantOfTs(message.ts) });
    if (message.deleted_ts) day.deleted.push(message.deleted_ts);
    if (message.user && message.user_profile) {
      day.guests.set(
        message.user,
        namesOf({ id: message.user, name: message.user_profile.name, profile: message.user_profile }),
      );
    }
  }
  return day;
};

const toExported = (
  message: SlackMessage,
  where: string,
  bots: ReadonlySet<string>,
  names: SlackNames,
): ExportedMessage | null => {
  const { user, subtype } = message;
  if (!user || bots.has(user) || message.hidden || (message.type ?? 'message') !== 'message') return null;
  if (subtype && !SAID.has(subtype)) return null;
  const said = cleaned(mrkdwnToText(message.text ?? '', names));
  if (said.trim() === '') return null;
  return {
    id: message.ts,
    at: instantOfTs(message.ts),
    account: user,
    text: said,
    // The first message of a thread carries the thread's ts too.
    replyTo: message.thread_ts && message.thread_ts !== message.ts ? message.thread_ts : null,
    reactions: (message.reactions ?? []).flatMap(({ name, users }) =>
      (users ?? []).map((account) => ({ emoji: name, account })),
    ),
    where,
  };
};

/** The digits after the dot make a ts unique in its channel; only those before it are a time. */
export const instantOfTs = (id: string): Date => new Date(Number(id.slice(0, id.indexOf('.'))) * 1000);
