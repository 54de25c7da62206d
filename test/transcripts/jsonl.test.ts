import { chmod, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readTranscript } from '../../src/transcripts/read-transcript.ts';
import { complaintOf, fileWith, folderWith } from './support/folder.ts';

const line = (fields: object = {}) =>
  JSON.stringify({ id: 'm1', ts: '2026-03-02T08:04:00+02:00', author: 'aino', text: 'Hei', ...fields });
const complaint = async (content: string | Uint8Array) => {
  const file = await fileWith('t.jsonl', content);
  return (await complaintOf(readTranscript(file))).replace(file, 't.jsonl');
};

test('fields of our own and of others are kept', async () => {
  const fields = {
    lang: 'sv',
    role: 'leader',
    unit: 'Ekonomi',
    replyTo: null,
    mood: [1],
    reactions: [{ emoji: '👍', by: 'eino' }],
  };
  const file = await fileWith('t.jsonl', line(fields));
  const [message] = (await readTranscript(file)).messages;
  expect(message).toEqual({
    id: 'm1',
    at: new Date('2026-03-02T06:04:00Z'),
    author: 'aino',
    account: 'aino',
    text: 'Hei',
    replyTo: null,
    lang: 'sv',
    role: 'leader',
    unit: 'Ekonomi',
    reactions: [{ emoji: '👍', by: 'eino' }],
    raw: JSON.parse(line(fields)),
    where: `${file}:1`,
  });
});

test('optional fields may be left out, be null, or be empty', async () => {
  const file = await fileWith(
    't.jsonl',
    `${line()}\n${line({ id: 'm2', lang: null, role: null, unit: null, replyTo: null, text: '' })}\n`,
  );
  const [first, second] = (await readTranscript(file)).messages;
  expect(first).not.toHaveProperty('lang');
  expect(second).toMatchObject({ text: '', replyTo: null });
});

test.each([
  ['an empty file', '', 't.jsonl: the file is empty'],
  ['nothing but blank lines', '\n  \n\r\n', 't.jsonl: no message of a person'],
  ['a line that is no JSON', `${line()}\n\nhello\n`, 't.jsonl:3: not valid JSON at column 1 (invalid symbol)'],
  ['a line cut short', `${line()}\n{"id":"m2","ts"`, 't.jsonl:2: not valid JSON at column 16 (colon expected)'],
  ['a number', '12', 't.jsonl:1: not an object in braces'],
  ['a list within', '[]', 't.jsonl:1: not an object in braces'],
  ['a missing field', line({ author: undefined }), 't.jsonl:1: field "author" is missing'],
  ['an empty id', line({ id: '' }), 't.jsonl:1: field "id" is empty'],
  ['an id that is a number', line({ id: 7 }), 't.jsonl:1: field "id" must be text in quotation marks'],
  ['a text that is null', line({ text: null }), 't.jsonl:1: field "text" must be text in quotation marks'],
  ['an endless name', line({ author: 'a'.repeat(501) }), 't.jsonl:1: field "author" is longer than 500 characters'],
  [
    'a role that we do not know',
    line({ role: 'boss' }),
    't.jsonl:1: field "role" must be one of leader, supervisor, specialist, stakeholder',
  ],
  ['a language that we do not know', line({ lang: 'de' }), 't.jsonl:1: field "lang" must be one of fi, sv, en'],
  [
    'a reaction without its maker',
    line({ reactions: [{ emoji: 'x' }] }),
    't.jsonl:1: field "reactions.0.by" is missing',
  ],
  [
    'a date that is none',
    line({ ts: '2026-02-30T08:00:00Z' }),
    't.jsonl:1: field "ts" must be a date and time with a time zone',
  ],
  [
    'a date without a time zone',
    line({ ts: '2026-03-02T08:00:00' }),
    't.jsonl:1: field "ts" must be a date and time with a time zone, as in 2026-03-02T08:04:00+02:00',
  ],
  ['a date as a number', line({ ts: 1772431440 }), 't.jsonl:1: field "ts" must be a date'],
  [
    'a NUL in a text',
    line({ text: 'a\u0000b' }),
    't.jsonl:1: field "text" has the control character U+0000 as its character 2',
  ],
  ['a raw NUL', line().replace('Hei', 'H\u0000i'), 't.jsonl:1: not valid JSON at column'],
  [
    'an escape for terminals',
    line({ author: '\u001b[2J' }),
    't.jsonl:1: field "author" has the control character U+001B',
  ],
  ['half an emoji', line({ text: 'a\ud83d' }), 't.jsonl:1: field "text" has half of a surrogate pair'],
  [
    'a text that is too long',
    line({ text: 'a'.repeat(100_000) }),
    't.jsonl:1: a text of 100,000 characters, where a contribution has at most 40,000',
  ],
  ['a line that is too long', line({ text: 'a'.repeat(1_100_000) }), 't.jsonl:1: a line of more than 1 MB'],
  ['an id that was used before', `${line()}\n\n${line()}`, 't.jsonl:3: the id "m1" was used before (t.jsonl:1)'],
  [
    'a date out of order',
    `${line()}\n${line({ id: 'm2', ts: '2026-03-02T06:03:59Z' })}`,
    't.jsonl:2: 2026-03-02T06:03:59.000Z is earlier than the message before it (t.jsonl:1)',
  ],
  ['a reply to nobody', line({ replyTo: 'm9' }), 't.jsonl:1: a reply to "m9", which is no message of this transcript'],
  [
    'a reply before its parent',
    `${line({ replyTo: 'm2' })}\n${line({ id: 'm2' })}`,
    't.jsonl:1: a reply to "m2", which comes later (t.jsonl:2)',
  ],
  ['a reply to itself', line({ replyTo: 'm1' }), 't.jsonl:1: the message "m1" is a reply to itself'],
  [
    'an id that would break the line',
    `${line({ id: 'a\nb\tc' })}\n${line({ id: 'a\nb\tc' })}`,
    't.jsonl:2: the id "a\\nb\\tc" was used before',
  ],
])('%s is told in one line', async (_what, content, expected) => {
  const said = (await complaint(content)).replace(/\(\S*t\.jsonl:/, '(t.jsonl:');
  expect(said).toContain(expected);
  expect(said).not.toMatch(/\p{Cc}/u);
  expect(said).toMatch(/; /);
});

test('a text of the full length is read', async () => {
  const [message] = (await readTranscript(await fileWith('t.jsonl', line({ text: 'ä'.repeat(40_000) })))).messages;
  expect(message?.text).toHaveLength(40_000);
});

test.each([
  ['a byte that is never in UTF-8', [0xff], 1],
  ['the beginning of a character and then something else', [0xc3, 0x41], 2],
  ['a surrogate', [0xed, 0xa0, 0x80], 2],
  ['a character cut off by the end of the line', [0xe2, 0x82], 2],
])('invalid UTF-8 is told with line and byte: %s', async (_what, bad, nth) => {
  const before = Buffer.from(`${line()}\n{"id":"m2","text":"hyvää`);
  const content = Buffer.concat([before, Buffer.from(bad), Buffer.from('\n')]);
  const byte = Buffer.byteLength('{"id":"m2","text":"hyvää') + nth;
  const said = await complaint(content);
  expect(said).toBe(`t.jsonl:2: not valid UTF-8 at byte ${byte} of the line; save the file as UTF-8 and try again`);
});

test('UTF-16 is told by its name', async () => {
  expect(await complaint(Buffer.from(`\uFEFF${line()}`, 'utf16le'))).toContain(
    't.jsonl:1: this is UTF-16; save the file as UTF-8',
  );
});

test('a missing file, a path through a file, and an empty folder', async () => {
  const folder = await folderWith({ 't.jsonl': line() });
  expect(await complaintOf(readTranscript(join(folder, 'no.jsonl')))).toContain(
    'there is no such file or folder; check the path',
  );
  expect(await complaintOf(readTranscript(join(folder, 't.jsonl', 'x')))).toContain('there is no such file or folder');
  expect(await complaintOf(readTranscript(join(folder, '.')))).toContain(
    'the folder holds no export; give a JSONL file',
  );
  expect(await complaintOf(readTranscript('/dev/null'))).toContain('neither a file nor a folder');
});

// The superuser may read everything, so that nothing is unreadable to it.
test.skipIf(process.getuid?.() === 0)('a file that may not be read', async () => {
  const file = await fileWith('t.jsonl', line());
  await chmod(file, 0);
  expect(await complaintOf(readTranscript(file))).toContain('may not be read by this user');
});

test('a file of many gigabytes without a line break is given up at its first megabyte', async () => {
  const file = await fileWith('t.jsonl', line());
  await truncate(file, 20 * 1024 ** 3);
  const before = process.memoryUsage().rss;
  expect(await complaintOf(readTranscript(file))).toContain('t.jsonl:1: a line of more than 1 MB');
  expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 ** 2);
});

test('lines are the same wherever the pieces in which a file is read begin', async () => {
  const texts = Array.from({ length: 400 }, (_, n) => 'ä€😀'.repeat(100 + n));
  const file = await fileWith('t.jsonl', texts.map((text, n) => line({ id: `m${n}`, text })).join('\r\n'));
  expect((await readTranscript(file)).messages.map(({ text }) => text)).toEqual(texts);
});
