import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readTranscript } from '../../src/transcripts/read-transcript.ts';
import { complaintOf, type Files, folderWith } from './support/folder.ts';

// Shapes follow Slack's description of its export and of the message event, with invented people.
const users = [
  {
    id: 'U1',
    name: 'avirta',
    tz: 'Europe/Helsinki',
    profile: { display_name: 'Aino', real_name: 'Aino Virta', title: 'Sihteeri' },
  },
  {
    id: 'U2',
    name: 'eino',
    deleted: true,
    real_name: 'Eino Salo',
    profile: { display_name: '', real_name: 'Eino Salo' },
  },
  { id: 'UB', name: 'porras', is_bot: true, profile: { real_name: 'Porras' } },
];
const said = (seconds: number, fields: object = {}) => ({
  type: 'message',
  user: 'U1',
  text: `at ${seconds}`,
  ts: `177243${seconds}.000100`,
  ...fields,
});
const exportOf = (days: Record<string, unknown[]>, more: Files = {}) =>
  folderWith({
    'users.json': users,
    'channels.json': [{ id: 'C1', name: 'talk' }],
    ...Object.fromEntries(Object.entries(days).map(([day, messages]) => [`talk/${day}.json`, messages])),
    ...more,
  });

test('a message has its last text, its names, its instant and its reactions', async () => {
  const folder = await exportOf({
    '2026-03-02': [
      said(1000, {
        text: 'Kiitos <@U2> &amp; <@UB>\r\n*hieno*',
        edited: { user: 'U1', ts: '1772439999.000000' },
        reactions: [{ name: 'heart', users: ['U2', 'U9'], count: 2 }],
        blocks: [{ type: 'rich_text' }],
      }),
    ],
  });
  const { messages, people, format } = await readTranscript(folder);
  expect(format).toBe('slack');
  expect(messages).toEqual([
    {
      id: '1772431000.000100',
      at: new Date(1772431000_000),
      author: 'Aino',
      account: 'U1',
      text: 'Kiitos @Eino Salo & @Porras\n*hieno*',
      replyTo: null,
      reactions: [
        { emoji: 'heart', by: 'Eino Salo' },
        { emoji: 'heart', by: 'U9' },
      ],
      raw: {
        id: '1772431000.000100',
        ts: '2026-03-02T05:56:40.000Z',
        author: 'Aino',
        text: 'Kiitos @Eino Salo & @Porras\n*hieno*',
        replyTo: null,
      },
      where: `${folder}/talk/2026-03-02.json:2`,
    },
  ]);
  expect(people[0]).toEqual({
    id: 'U1',
    name: 'Aino',
    names: ['Aino', 'Aino Virta', 'avirta', 'U1'],
    title: 'Sihteeri',
    timeZone: 'Europe/Helsinki',
  });
});

test('events, bots, removed and wordless messages are no contributions', async () => {
  const folder = await exportOf({
    '2026-03-02': [
      said(1000, { subtype: 'channel_join' }),
      said(1001, { subtype: 'bot_message', user: undefined, bot_id: 'B1', username: 'Porras' }),
      said(1002, { user: 'UB' }),
      said(1003, { user: 'USLACKBOT' }),
      said(1004, { subtype: 'message_changed', message: said(1010) }),
      said(1005, { subtype: 'tombstone', text: 'This message was deleted.' }),
      said(1006, { hidden: true }),
      said(1007, { text: ' ', files: [{ id: 'F1' }] }),
      said(1008, { subtype: 'file_share', text: 'kuva tästä' }),
      said(1009, { subtype: 'thread_broadcast' }),
      said(1010),
      said(1011),
      said(1012, { subtype: 'message_deleted', deleted_ts: '1772431011.000100' }),
    ],
  });
  const texts = (await readTranscript(folder)).messages.map(({ text }) => text);
  expect(texts).toEqual(['kuva tästä', 'at 1009', 'at 1010']);
});

test('threads: a parent answers nobody, an answer to a bot or to before the export opens the talk', async () => {
  const folder = await exportOf({
    '2026-03-02': [
      said(1001, { user: 'UB', thread_ts: '1772431001.000100' }),
      said(1002, { thread_ts: '1772431001.000100', text: 'to the bot' }),
      said(1003, { thread_ts: '1772431003.000100', reply_count: 1, text: 'parent' }),
      said(1004, { thread_ts: '1770000000.000100', text: 'to before' }),
    ],
    '2026-03-03': [said(1005, { thread_ts: '1772431003.000100', text: 'answer' })],
  });
  const replies = (await readTranscript(folder)).messages.map(({ text, replyTo }) => [text, replyTo]);
  expect(replies).toEqual([
    ['to the bot', null],
    ['parent', null],
    ['to before', null],
    ['answer', '1772431003.000100'],
  ]);
});

test('two people of one name are told apart; guests are named by their messages', async () => {
  const folder = await exportOf(
    {
      '2026-03-02': [
        said(1000),
        said(1001, { user: 'U3' }),
        said(1002, { user: 'UG', user_profile: { real_name: 'Guest' } }),
      ],
    },
    { 'users.json': [...users, { id: 'U3', profile: { display_name: 'Aino' } }] },
  );
  expect((await readTranscript(folder)).messages.map(({ author }) => author)).toEqual([
    'Aino (U1)',
    'Aino (U3)',
    'Guest',
  ]);
});

test('what no store keeps is left out of texts that nobody can mend', async () => {
  const folder = await exportOf({ '2026-03-02': [said(1000, { text: 'a\u0000b\u000bc\ud83d' })] });
  expect((await readTranscript(folder)).messages[0]?.text).toBe('abc\ufffd');
});

test('one channel of several is chosen by name or id; without a choice, those with messages are listed', async () => {
  const folder = await exportOf(
    { '2026-03-02': [said(1000)] },
    {
      'channels.json': [
        { id: 'C1', name: 'talk' },
        { id: 'C2', name: 'other' },
        { id: 'C3', name: 'quiet' },
      ],
      'other/2026-03-02.json': [said(1001)],
      'quiet/2026-03-02.json': [said(1002, { subtype: 'channel_join' })],
    },
  );
  expect(await complaintOf(readTranscript(folder))).toBe(
    `${folder}: messages of 2 channels are in this export; choose one with --channel: "other", "talk"`,
  );
  for (const channel of ['other', '#other', 'C2']) {
    expect((await readTranscript(folder, { channel })).messages.map(({ text }) => text)).toEqual(['at 1001']);
  }
  expect(await complaintOf(readTranscript(folder, { channel: 'oter' }))).toContain(
    'no channel "oter" in this export; it has "other", "quiet", "talk"',
  );
  expect(await complaintOf(readTranscript(folder, { channel: 'quiet' }))).toContain('no message of a person');
});

test.each([
  [
    'a day file that is no JSON',
    { 'talk/2026-03-02.json': '[\n{"type":"message",\n}]' },
    '/talk/2026-03-02.json:3: not valid JSON at column 1',
  ],
  ['a day file that is no list', { 'talk/2026-03-02.json': '{}' }, '/talk/2026-03-02.json:1: not a list of messages'],
  [
    'a message without its time',
    { 'talk/2026-03-02.json': '[\n {"type": "message",\n "user": "U1"}\n]' },
    '/talk/2026-03-02.json:2: field "ts" is missing; export the channel again',
  ],
  [
    'a time that is none',
    { 'talk/2026-03-02.json': [said(1, { ts: 'x' })] },
    '/talk/2026-03-02.json:2: field "ts" must be seconds and a number',
  ],
  ['users that are no list', { 'users.json': {} }, '/users.json:1: not a list of users'],
  ['a user without an id', { 'users.json': [{ name: 'x' }] }, '/users.json:2: field "id" is missing'],
  ['channels that are no list', { 'channels.json': '7' }, '/channels.json:1: not a list of channels'],
  [
    'an answer to a message that should be there',
    { 'talk/2026-03-02.json': [said(1000), said(1002, { thread_ts: '1772431001.000100' })] },
    '/talk/2026-03-02.json:8: a reply to "1772431001.000100", which is no message',
  ],
  [
    'a message twice',
    { 'talk/2026-03-02.json': [said(1000)], 'talk/2026-03-03.json': [said(1000)] },
    '/talk/2026-03-03.json:2: the id "1772431000.000100" was used before (',
  ],
  [
    'a text that is too long',
    { 'talk/2026-03-02.json': [said(1000, { text: 'a'.repeat(40_001) })] },
    '/talk/2026-03-02.json:2: a text of 40,001 characters',
  ],
  [
    'invalid UTF-8',
    { 'talk/2026-03-02.json': Buffer.from('[\n"\xe4"]', 'latin1') },
    '/talk/2026-03-02.json:2: not valid UTF-8 at byte 3 of the line',
  ],
  ['an empty day file', { 'talk/2026-03-02.json': '' }, '/talk/2026-03-02.json: the file is empty'],
  [
    'nesting without end',
    { 'talk/2026-03-02.json': `[${'['.repeat(100_000)}${']'.repeat(100_000)}]` },
    '/talk/2026-03-02.json:1: ',
  ],
])('%s is told in one line', async (_what, files: Files, expected) => {
  const folder = await exportOf({ '2026-03-01': [said(900)] }, files);
  const complaint = await complaintOf(readTranscript(folder));
  expect(complaint).toContain(`${folder}${expected}`);
  expect(complaint).not.toContain('\n');
});

test('a folder that is no export, and a channel taken out of one', async () => {
  expect(await complaintOf(readTranscript(await folderWith({ 'a/b.txt': 'x' })))).toContain(
    'not a Slack export, which has users.json',
  );
  expect(await complaintOf(readTranscript(await folderWith({ '2026-03-02.json': [said(1)] })))).toContain(
    'one channel of a Slack export; give the folder above it',
  );
});

test.each(['talk/2026-03-03.json', 'users.json', 'more'])('a link at %s is not followed', async (name) => {
  const outside = await folderWith({ 'secret.json': [said(1000)], 'users.json': users });
  const folder = await folderWith({ 'channels.json': [{ id: 'C1', name: 'talk' }], 'talk/2026-03-02.json': [said(1)] });
  await symlink(join(outside, 'secret.json'), join(folder, name));
  expect(await complaintOf(readTranscript(folder))).toBe(
    `${join(folder, name)}: a symbolic link, which an export never holds; put the file itself there, or remove the link`,
  );
});
