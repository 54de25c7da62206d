import { symlink, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readTranscript } from '../../src/transcripts/read-transcript.ts';
import { complaintOf, type Files, fileWith, folderWith } from './support/folder.ts';

// Shapes follow Microsoft Graph's description of chatMessage, with invented people.
const from = (id: string, displayName: string | null) => ({
  application: null,
  user: { id, displayName, userIdentityType: 'aadUser' },
});
const message = (n: number, fields: object = {}) => ({
  id: String(1772431440000 + n),
  replyToId: null,
  messageType: 'message',
  createdDateTime: new Date(1772431440000 + n).toISOString(),
  deletedDateTime: null,
  subject: null,
  from: from('a1', 'Aino Virta'),
  body: { contentType: 'html', content: `<p>n:o ${n}</p>` },
  channelIdentity: { teamId: 't', channelId: '19:one' },
  ...fields,
});
const read = async (content: Files[string]) => readTranscript(await fileWith('teams.json', content));
const texts = async (content: Files[string]) => (await read(content)).messages.map(({ text }) => text);

test('a message has its text, its names, its instant and its reactions', async () => {
  const { messages, people } = await read({
    value: [
      message(1, {
        subject: 'Aihe',
        body: { contentType: 'html', content: '<p>yksi</p><p>kaksi</p><attachment id="f1"></attachment>' },
        attachments: [{ id: 'f1', contentType: 'reference', name: 'a.docx' }],
        reactions: [{ reactionType: '👍', user: { user: { id: 'e1', displayName: 'Eino Salo' } } }],
      }),
    ],
  });
  expect(messages).toMatchObject([
    {
      id: '1772431440001',
      at: new Date(1772431440001),
      author: 'Aino Virta',
      account: 'a1',
      text: 'Aihe\nyksi\nkaksi',
      replyTo: null,
      reactions: [{ emoji: '👍', by: 'Eino Salo' }],
      raw: { ts: '2026-03-02T06:04:00.001Z', author: 'Aino Virta' },
    },
  ]);
  expect(messages[0]?.where).toMatch(/teams\.json:3$/);
  expect(people.map(({ id, name }) => [id, name])).toEqual([
    ['a1', 'Aino Virta'],
    ['e1', 'Eino Salo'],
  ]);
});

test('events, bots, removed and wordless messages are no contributions; plain text stays as it is', async () => {
  const said = await texts([
    message(1, {
      messageType: 'systemEventMessage',
      from: null,
      body: { contentType: 'html', content: '<systemEventMessage/>' },
    }),
    message(2, { from: { application: { id: 'b', displayName: 'Porras' }, user: null } }),
    message(3, { from: null }),
    message(4, { deletedDateTime: '2026-03-03T00:00:00Z' }),
    message(5, { body: { contentType: 'html', content: '<attachment id="1"></attachment>' } }),
    message(6, { body: { contentType: 'text', content: 'a < b  &amp;' } }),
    message(7, { from: from('x', null) }),
  ]);
  expect(said).toEqual(['a < b  &amp;', 'n:o 7']);
});

test('replies: within their thread, to a quoted message of a chat, to a bot, and to before the export', async () => {
  const { messages } = await read([
    message(1, { from: null }),
    message(2),
    message(3, {
      replies: [message(4, { replyToId: '1772431440003' })],
    }),
    message(5, { replyToId: '1772431440001' }),
    message(6, { replyToId: '1670000000000' }),
    message(7, { attachments: [{ id: '1772431440002', contentType: 'messageReference' }] }),
    message(8, { attachments: [{ id: '1772431449999', contentType: 'messageReference' }] }),
    message(9, {
      body: {
        contentType: 'html',
        content: '<blockquote itemtype="http://schema.skype.com/Reply" itemid="1772431440003"></blockquote><p>x</p>',
      },
    }),
  ]);
  expect(messages.map(({ id, replyTo }) => [id.slice(-1), replyTo?.slice(-1)])).toEqual([
    ['2', undefined],
    ['3', undefined],
    ['4', '3'],
    ['5', undefined],
    ['6', undefined],
    ['7', '2'],
    ['8', undefined],
    ['9', '3'],
  ]);
});

test('one conversation of several is chosen by its id', async () => {
  const both = [message(1), message(2, { channelIdentity: null, chatId: '19:two' })];
  const file = await fileWith('teams.json', both);
  expect(await complaintOf(readTranscript(file))).toContain(
    'messages of 2 channels are in this export; choose one with --channel: "19:one", "19:two"',
  );
  expect((await readTranscript(file, { channel: '19:two' })).messages).toHaveLength(1);
});

test.each([
  ['a page on one line', JSON.stringify({ '@odata.context': 'x', value: [message(1)] })],
  ['a page that begins otherwise', JSON.stringify({ count: 1, value: [message(1)] })],
  ['a page over several lines', JSON.stringify({ count: 1, value: [message(1)] }, null, 2)],
  ['a list', JSON.stringify([message(1)])],
  ['with a byte order mark', `\uFEFF${JSON.stringify([message(1)])}`],
])('%s is known by its content', async (_what, content) => {
  const transcript = await readTranscript(await fileWith('export.txt', content));
  expect(transcript).toMatchObject({ format: 'teams', messages: [{ text: 'n:o 1' }] });
});

test.each([
  ['no JSON', '[\n{"id": 1\n', ':3: not valid JSON at column 1'],
  [
    'an object of something else',
    '{\n "people": []\n}',
    ':1: neither a list of Teams messages nor {"value": [...]}; a transcript of your own is JSONL',
  ],
  ['a list of something else', '[\n7]', ':1: not an object in braces; an export is'],
  ['no message of a person', '[]', ': no message of a person is in this export'],
  ['a missing id', [message(1, { id: undefined })], ':2: field "id" is missing'],
  ['a missing body', [message(1), message(2, { body: undefined })], ':26: field "body" is missing'],
  [
    'a date that is none',
    [message(1, { createdDateTime: 'yesterday' })],
    ':2: field "createdDateTime" must be a date and time',
  ],
  ['a message twice', [message(1), message(1)], ':26: the id "1772431440001" was used before ('],
  [
    'a reply to a message that should be there',
    [message(1), message(3, { replyToId: '1772431440002' })],
    ':26: a reply to "1772431440002", which is no message',
  ],
  [
    'a text that is too long',
    [message(1, { body: { content: 'a'.repeat(50_000) } })],
    ':2: a text of 50,000 characters',
  ],
])('%s is told in one line', async (_what, content, expected) => {
  const file = await fileWith('teams.json', content);
  const complaint = await complaintOf(readTranscript(file));
  expect(complaint).toContain(`teams.json${expected}`);
  expect(complaint).not.toContain('\n');
});

test('a file that is too big to be read whole is given up before it is read', async () => {
  const file = await fileWith('teams.json', '[');
  await truncate(file, 20 * 1024 ** 3);
  expect(await complaintOf(readTranscript(file))).toContain(
    '20 GB in one file, more than the 256 MB that are read at once; export fewer days',
  );
});

test('a link among the pages is not followed', async () => {
  const folder = await folderWith({ '1.json': { value: [message(1)] } });
  await symlink('/etc/hostname', join(folder, '2.json'));
  expect(await complaintOf(readTranscript(folder))).toContain(`${folder}/2.json: a symbolic link`);
});

test('a page of a folder that is no export', async () => {
  const folder = await folderWith({ '1.json': { value: [message(1)] }, '2.json': '{"value":\n[}' });
  expect(await complaintOf(readTranscript(folder))).toContain('/2.json:2: not valid JSON at column 2');
});
