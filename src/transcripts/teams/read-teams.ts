import { InputError } from '../../errors.ts';
import { fromExport, oneChannel } from '../from-export.ts';
import { readWhole } from '../input-file.ts';
import { linesOfItems, parseJson } from '../json.ts';
import type { Transcript } from '../transcript.ts';
import { decodeUtf8 } from '../utf8.ts';
import { type TeamsItem, toConversations } from './teams-messages.ts';

/**
 * Reads one channel or chat of a Teams export: pages of Microsoft Graph's `chatMessage`, each `{"value": [...]}` or a list.
 * @param name as the person gave it. @param wanted id of the channel or chat; null when there is one only.
 */
export const readTeams = async (name: string, pages: readonly string[], wanted: string | null): Promise<Transcript> => {
  const items: TeamsItem[] = [];
  for (const page of pages) items.push(...itemsOf(decodeUtf8(await readWhole(page), page), page));
  const conversations = toConversations(items);
  const channels = wanted === null ? conversations.filter(({ messages }) => messages.length > 0) : conversations;
  return fromExport('teams', oneChannel(channels, wanted, name), instantOfId);
};

const itemsOf = (content: string, file: string): TeamsItem[] => {
  const page = parseJson(content, file);
  const lines = linesOfItems(content, file);
  const listed = Array.isArray(page) ? page : valueOf(page);
  if (!listed) {
    throw new InputError(
      `${file}:1`,
      'neither a list of Teams messages nor {"value": [...]}; a transcript of your own is JSONL, one message a line',
    );
  }
  const prefix = Array.isArray(page) ? '' : 'value/';
  return listed.flatMap((value: unknown, index) => {
    const path = `${prefix}${index}`;
    const replies = valueOf(value, 'replies') ?? [];
    const itemAt = (item: unknown, at: string) => ({ value: item, where: `${file}:${lines.get(at) ?? 1}` });
    return [itemAt(value, path), ...replies.map((reply, n) => itemAt(reply, `${path}/replies/${n}`))];
  });
};

const valueOf = (holder: unknown, key = 'value'): unknown[] | null => {
  const value: unknown = typeof holder === 'object' && holder !== null ? Reflect.get(holder, key) : null;
  return Array.isArray(value) ? value : null;
};

/** Ids of Teams messages are the milliseconds at which they were sent. */
const instantOfId = (id: string): Date | null => (/^\d{13}$/.test(id) ? new Date(Number(id)) : null);
