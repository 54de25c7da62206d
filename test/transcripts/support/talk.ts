import fc from 'fast-check';
import type { Files } from './folder.ts';

/** A talk as it was, before any platform wrote it down. */
export interface Said {
  author: number;
  /** Seconds after the message before. */
  pause: number;
  text: string;
  /** How far back the message stands whose thread this one is in; null opens a thread. */
  answers: number | null;
}

export interface Talk {
  names: string[];
  said: Said[];
}

export interface Told {
  at: Date;
  author: string;
  text: string;
  /** Index of the first message of its thread. */
  thread: number | null;
}

const word = fc.oneof(
  fc.stringMatching(/^[a-zåäö<>&"'`*_~#@|!.,:;()0-9-]{1,12}$/),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }).filter((text) => !/[\s\p{C}\u00a0]/u.test(text)),
  fc.constantFrom(
    '&amp;',
    '&lt;p&gt;',
    '<br>',
    '<@U1>',
    '<!here>',
    '</p>',
    '😀',
    '👩‍💻',
    '\\n',
    '{"a":1}',
    'https://example.com/?a=1&b=2',
  ),
);
const line = fc
  .array(word, { minLength: 1, maxLength: 8 })
  .chain((words) =>
    fc
      .array(fc.constantFrom(' ', '  '), { minLength: words.length, maxLength: words.length })
      .map((gaps) => words.map((one, index) => (index === 0 ? one : `${gaps[index]}${one}`)).join('')),
  );
const text = fc
  .array(line, { minLength: 1, maxLength: 4 })
  .chain((lines) => fc.constantFrom('\n', '\n\n').map((gap) => lines.join(gap)));

export const talks: fc.Arbitrary<Talk> = fc.record({
  names: fc.uniqueArray(fc.stringMatching(/^[A-Za-zäö][a-zäö-]{1,9}( [A-Za-z]{2,8})?$/), {
    minLength: 1,
    maxLength: 5,
  }),
  said: fc.array(
    fc.record({
      author: fc.nat(),
      pause: fc.integer({ min: 0, max: 200_000 }),
      text,
      answers: fc.option(fc.integer({ min: 1, max: 20 })),
    }),
    { minLength: 1, maxLength: 20 },
  ),
});

const START = Date.UTC(2026, 2, 2, 6, 4);

/** Who said what, when, in which thread: what every form has to give back. */
export const told = ({ names, said }: Talk): Told[] => {
  const messages: Told[] = [];
  let at = START;
  for (const [index, { author, pause, text: words, answers }] of said.entries()) {
    at += pause * 1000;
    const parent = answers === null ? undefined : messages[index - answers];
    messages.push({
      at: new Date(at),
      author: names[author % names.length] ?? '',
      text: words,
      thread: parent ? (parent.thread ?? index - (answers ?? 0)) : null,
    });
  }
  return messages;
};

const hours = (offset: number) => `${offset < 0 ? '-' : '+'}${String(Math.abs(offset)).padStart(2, '0')}:00`;

export const toJsonl = (messages: readonly Told[], offset = 2): string =>
  messages
    .map(({ at, author, text: words, thread }, index) => {
      const local = new Date(at.getTime() + offset * 3_600_000).toISOString().replace('.000Z', hours(offset));
      return JSON.stringify({
        id: `m${index}`,
        ts: local,
        author,
        text: words,
        replyTo: thread === null ? null : `m${thread}`,
      });
    })
    .join('\n');

const escaped = (words: string) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const ts = (at: Date, index: number) => `${at.getTime() / 1000}.${String(100_000 + index)}`;
const account = (names: readonly string[], name: string) => `U${String(names.indexOf(name) + 10)}`;

export const toSlack = (names: readonly string[], messages: readonly Told[]): Files => {
  const days = Map.groupBy(
    messages.map((message, index) => ({ ...message, ts: ts(message.at, index) })),
    ({ at }) => at.toISOString().slice(0, 10),
  );
  const threadTs = (thread: number) => ts(messages[thread]?.at ?? new Date(0), thread);
  const users = names.map((name) => ({
    id: account(names, name),
    name: name.toLowerCase(),
    profile: { display_name: name },
  }));
  return {
    'users.json': users,
    'channels.json': [{ id: 'C1', name: 'talk' }],
    ...Object.fromEntries(
      [...days].map(([day, own]) => [
        `talk/${day}.json`,
        own.map(({ author, text: words, thread, ts: own_ts }) => ({
          type: 'message',
          user: account(names, author),
          text: escaped(words),
          ts: own_ts,
          ...(thread !== null && { thread_ts: threadTs(thread) }),
        })),
      ]),
    ),
  };
};

/** Pages with the newest message first, as Microsoft Graph gives them. */
export const toTeams = (names: readonly string[], messages: readonly Told[], size = 7): Files => {
  const idOf = (index: number) => String((messages[index]?.at.getTime() ?? 0) + index);
  const html = (words: string, paragraphs: boolean) => {
    const lines = escaped(words).replaceAll('  ', '&nbsp; ').split('\n');
    return paragraphs ? lines.map((one) => `<p>${one || '&nbsp;'}</p>`).join('\n') : `<p>${lines.join('<br>')}</p>`;
  };
  const items = messages
    .map(({ at, author, text: words, thread }, index) => ({
      id: idOf(index),
      replyToId: thread === null ? null : idOf(thread),
      messageType: 'message',
      createdDateTime: at.toISOString(),
      from: { application: null, user: { id: account(names, author), displayName: author } },
      body: { contentType: 'html', content: html(words, index % 2 === 0) },
    }))
    .toReversed();
  const pages = Array.from({ length: Math.ceil(items.length / size) }, (_, n) => items.slice(n * size, (n + 1) * size));
  return Object.fromEntries(pages.map((value, n) => [`page-${n + 1}.json`, { '@odata.count': value.length, value }]));
};
