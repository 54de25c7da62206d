import { expect, test } from 'vitest';
import { matchAuthors } from '../../src/transcripts/people/match-authors.ts';
import type { PersonRecord } from '../../src/transcripts/people/person-record.ts';
import type { Transcript, TranscriptMessage, TranscriptPerson } from '../../src/transcripts/transcript.ts';
import { complaintOf } from './support/folder.ts';

const person = (id: string, name: string | null = null, line = 2): PersonRecord => ({
  id,
  name,
  role: 'specialist',
  unit: null,
  lang: 'fi',
  timeZone: null,
  absences: [],
  where: `people.csv:${line}`,
});
const message = (author: string, account = author, fields: Partial<TranscriptMessage> = {}): TranscriptMessage => ({
  id: '1',
  at: new Date(0),
  author,
  account,
  text: 'Hei',
  replyTo: null,
  reactions: [],
  raw: { id: '1', author, extra: true },
  where: 't:1',
  ...fields,
});
const known = (id: string, ...names: [string, ...string[]]): TranscriptPerson => ({
  id,
  name: names[0],
  names,
  title: null,
  timeZone: null,
});
const talk = (messages: TranscriptMessage[], people: TranscriptPerson[] = []): Transcript => ({
  messages,
  people,
  format: 'slack',
});
const authors = (transcript: Transcript, people: PersonRecord[]) =>
  matchAuthors(transcript, people).messages.map(({ author }) => author);
const complaint = (transcript: Transcript, people: PersonRecord[]) =>
  complaintOf(Promise.resolve().then(() => matchAuthors(transcript, people)));

test('an author is found by account, by any name of the export, and without regard to case', () => {
  const transcript = talk(
    [message('Aino', 'U1'), message('Eino', 'U2'), message('Oiva', 'U3'), message('VENLA', 'U4')],
    [
      known('U1', 'Aino', 'Aino Virta', 'avirta'),
      known('U2', 'Eino', 'Eino Salo'),
      known('U3', 'Oiva'),
      known('U4', 'VENLA'),
    ],
  );
  const people = [person('avirta'), person('p2', 'Eino Salo'), person('U3'), person('venla')];
  expect(authors(transcript, people)).toEqual(['avirta', 'p2', 'U3', 'venla']);
});

test('the account stays, raw fields carry the new author, and so do reactions of people who are known', () => {
  const reactions = [
    { emoji: '👍', by: 'Aino' },
    { emoji: '👍', by: 'Passer-by' },
  ];
  const [matched] = matchAuthors(talk([message('Aino', 'U1', { reactions })]), [person('p1', 'Aino')]).messages;
  expect(matched).toMatchObject({
    author: 'p1',
    account: 'U1',
    raw: { id: '1', author: 'p1', extra: true },
    reactions: [
      { emoji: '👍', by: 'p1' },
      { emoji: '👍', by: 'Passer-by' },
    ],
  });
});

test('an author who is missing is told with the place, the file, and the nearest id', async () => {
  const people = [person('secretary-01'), person('secretary-02')];
  expect(await complaint(talk([message('secretary-01'), message('secretry-02', 'x', { where: 't:7' })]), people)).toBe(
    't:7: the author "secretry-02" is not in people.csv; add a row for them, or mend the name; did you mean "secretary-02"?',
  );
  expect(await complaint(talk([message('secretary-03')]), people)).toBe(
    't:1: the author "secretary-03" is not in people.csv; add a row for them, or mend the name',
  );
  expect(await complaint(talk([message('secretary-01')]), [])).toContain('is not in the people file');
});

test('one name that fits two people, either way round', async () => {
  const two = [person('p1', 'Aino', 2), person('p2', 'aino', 3)];
  expect(await complaint(talk([message('Aino', 'U1')]), two)).toBe(
    't:1: the author "Aino" may be "p1" (people.csv:2) or "p2" (people.csv:3); write the account\'s id "U1" as the id of the one meant',
  );
  const accounts = talk(
    [message('Aino (U1)', 'U1'), message('Aino (U2)', 'U2', { where: 't:2' })],
    [known('U1', 'Aino'), known('U2', 'Aino')],
  );
  expect(await complaint(accounts, [person('p1', 'Aino')])).toContain(
    't:2: the author "Aino (U2)" and "Aino (U1)" are both "p1" in the people file',
  );
  expect(authors(accounts, [person('U1'), person('U2')])).toEqual(['U1', 'U2']);
});
