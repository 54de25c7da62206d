import { InputError } from '../../errors.ts';
import { didYouMean } from '../nearest.ts';
import { shown } from '../shown.ts';
import type { Transcript, TranscriptPerson } from '../transcript.ts';
import type { PersonRecord } from './person-record.ts';

/**
 * The transcript with every author written as the people file's id. A person is found by the platform's own id, else by
 * any name that the export has for them: as the id or as the `name` of the people file, without regard to case. Whoever
 * only reacted need not be in the people file, and keeps the name that they have.
 * @throws InputError for the first author who is not in the people file, and where one name would fit two people.
 */
export const matchAuthors = (transcript: Transcript, people: readonly PersonRecord[]): Transcript => {
  const find = finder(transcript.people, people);
  const idByAuthor = new Map<string, string>();
  const accountById = new Map<string, { account: string; author: string }>();
  for (const { author, account, where } of transcript.messages) {
    if (idByAuthor.has(author)) continue;
    const person = find(author, account, where);
    if (!person) throw unknownAuthor(author, where, people);
    const other = accountById.get(person.id);
    if (other) {
      throw new InputError(
        where,
        `the author ${shown(author)} and ${shown(other.author)} are both ${shown(person.id)} in the people file; write the account's id (${shown(account)}, ${shown(other.account)}) as the id of the person meant`,
      );
    }
    accountById.set(person.id, { account, author });
    idByAuthor.set(author, person.id);
  }
  const idOf = (author: string) => idByAuthor.get(author) ?? author;
  return {
    ...transcript,
    messages: transcript.messages.map((message) => ({
      ...message,
      author: idOf(message.author),
      reactions: message.reactions.map(({ emoji, by }) => ({ emoji, by: idOf(by) })),
      raw: { ...message.raw, author: idOf(message.author) },
    })),
  };
};

const finder = (known: readonly TranscriptPerson[], people: readonly PersonRecord[]) => {
  const byId = new Map(people.map((person) => [person.id, person]));
  const byName = Map.groupBy(
    people.flatMap((person) =>
      [...new Set([plain(person.id), plain(person.name ?? '')])].map((name) => ({ name, person })),
    ),
    ({ name }) => name,
  );
  const namesOf = new Map(known.map(({ id, names }) => [id, names]));
  return (author: string, account: string, where: string): PersonRecord | null => {
    const exact = byId.get(account) ?? byId.get(author);
    if (exact) return exact;
    for (const name of [author, ...(namesOf.get(account) ?? [])]) {
      const [first, second] = plain(name) === '' ? [] : (byName.get(plain(name)) ?? []);
      if (first && second) {
        throw new InputError(
          where,
          `the author ${shown(author)} may be ${shown(first.person.id)} (${first.person.where}) or ${shown(second.person.id)} (${second.person.where}); write the account's id ${shown(account)} as the id of the one meant`,
        );
      }
      if (first) return first.person;
    }
    return null;
  };
};

const plain = (name: string): string => name.normalize('NFKC').trim().toLowerCase();

const unknownAuthor = (author: string, where: string, people: readonly PersonRecord[]): InputError => {
  const [first] = people;
  const file = first?.where.replace(/:\d+$/, '') ?? 'the people file';
  const near = didYouMean(
    author,
    people.flatMap(({ id, name }) => (name === null ? [id] : [id, name])),
  );
  return new InputError(
    where,
    `the author ${shown(author)} is not in ${file}; add a row for them, or mend the name${near}`,
  );
};
