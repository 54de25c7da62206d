import { InputError } from '../errors.ts';
import { checkMessages } from './check-messages.ts';
import { shown } from './shown.ts';
import { checkLength } from './text.ts';
import type { Transcript, TranscriptMessage, TranscriptPerson } from './transcript.ts';

/** A message of an export, in the words of its platform: people are account ids. */
export interface ExportedMessage {
  id: string;
  at: Date;
  account: string;
  text: string;
  replyTo: string | null;
  reactions: { emoji: string; account: string }[];
  where: string;
}

/** What was read of an export before it is put in order. */
export interface Exported {
  messages: ExportedMessage[];
  /** What is no contribution (a bot's post, a removed message) and may yet have been answered. */
  leftOut: { id: string; at: Date }[];
  people: (Omit<TranscriptPerson, 'name'> & { names: [string, ...string[]] })[];
}

/**
 * Puts an export in the order in which things were said, and names its people.
 * @param instantOf when a message was sent, by its id; null when the id does not say.
 */
export const fromExport = (
  format: 'slack' | 'teams',
  { messages, leftOut, people }: Exported,
  instantOf: (id: string) => Date | null,
): Transcript => {
  const named = withUniqueNames(people);
  const nameOf = new Map(named.map((person) => [person.id, person.name]));
  const author = (account: string) => nameOf.get(account) ?? account;
  const kept = new Set(messages.map(({ id }) => id));
  const gone = new Set(leftOut.map(({ id }) => id));
  const startsAt = [...messages, ...leftOut].reduce((first, { at }) => Math.min(first, at.getTime()), Infinity);
  const outside = (id: string) => !kept.has(id) && (gone.has(id) || (instantOf(id)?.getTime() ?? Infinity) < startsAt);
  const inOrder = messages.toSorted(byTime).map((message): TranscriptMessage => {
    checkLength(message.text, message.where);
    // The question that a thread answers is often a bot's post, or older than the export: such a reply opens the talk.
    const replyTo = message.replyTo !== null && outside(message.replyTo) ? null : message.replyTo;
    const said = { id: message.id, author: author(message.account), text: message.text, replyTo };
    return {
      ...said,
      at: message.at,
      account: message.account,
      reactions: message.reactions.map(({ emoji, account }) => ({ emoji, by: author(account) })),
      raw: { id: said.id, ts: message.at.toISOString(), author: said.author, text: said.text, replyTo },
      where: message.where,
    };
  });
  checkMessages(inOrder);
  return { messages: inOrder, people: named, format };
};

/** Ids grow with time on both platforms, and tell what was first within the same moment. */
const byTime = (a: ExportedMessage, b: ExportedMessage): number =>
  a.at.getTime() - b.at.getTime() || a.id.length - b.id.length || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

const withUniqueNames = (people: Exported['people']): TranscriptPerson[] => {
  const times = new Map<string, number>();
  for (const { names } of people) times.set(names[0], (times.get(names[0]) ?? 0) + 1);
  return people.map((person) => {
    const [name] = person.names;
    return { ...person, name: times.get(name) === 1 ? name : `${name} (${person.id})` };
  });
};

/** @throws InputError when a file of an export is no list. */
export const listOf = (value: unknown, where: string, what: string): unknown[] => {
  if (Array.isArray(value)) return value;
  throw new InputError(where, `not ${what}; give the export as the platform wrote it`);
};

/**
 * The one channel to read, out of those that hold messages.
 * @param wanted what the person asked for, or null. @param channels ids or names, and how they are shown.
 */
export const oneChannel = <C extends { id: string; name: string }>(
  channels: readonly C[],
  wanted: string | null,
  where: string,
): C => {
  const list = channels.map(({ name }) => shown(name)).join(', ');
  if (wanted !== null) {
    const plain = wanted.replace(/^#/, '');
    const found = channels.find(({ id, name }) => id === plain || name === plain);
    if (found) return found;
    throw new InputError(where, `no channel ${shown(wanted)} in this export; it has ${list || 'none with messages'}`);
  }
  const [only, ...others] = channels;
  if (!only)
    throw new InputError(
      where,
      'no message of a person is in this export; check that it covers the right channel and days',
    );
  if (others.length > 0)
    throw new InputError(
      where,
      `messages of ${channels.length} channels are in this export; choose one with --channel: ${list}`,
    );
  return only;
};
