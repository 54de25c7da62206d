import fc from 'fast-check';
import { expect, test } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { readPeople } from '../../src/transcripts/people/read-people.ts';
import { readTranscript } from '../../src/transcripts/read-transcript.ts';
import { contentOf, fileWith, folderWith } from './support/folder.ts';
import { talks, told, toJsonl, toSlack, toTeams } from './support/talk.ts';
import { zipOf } from './support/zip.ts';

const talk = told({
  names: ['Aino', 'Eino'],
  said: Array.from({ length: 6 }, (_, n) => ({ author: n, pause: 60, text: `n:o ${n}`, answers: n % 2 ? 1 : null })),
});
const bytesOf = (content: Parameters<typeof contentOf>[0]) => Buffer.from(contentOf(content));
const sources: [string, Buffer, (path: string) => Promise<unknown>][] = [
  ['t.jsonl', bytesOf(toJsonl(talk)), readTranscript],
  ['t.zip', bytesOf(zipOf(toSlack(['Aino', 'Eino'], talk))), readTranscript],
  ['t.json', bytesOf(toTeams(['Aino', 'Eino'], talk)['page-1.json'] ?? ''), readTranscript],
  [
    'p.csv',
    bytesOf('id,role,unit,lang,timezone,absent\naino,leader,"a\nb",fi,Europe/Helsinki,2026-03-09..2026-03-13\n'),
    readPeople,
  ],
  ['p.json', bytesOf([{ id: 'aino', role: 'leader', lang: 'fi', absent: ['2026-03-09'] }]), readPeople],
];

/** `read`, or the one line that a person gets; whatever else is thrown is thrown on. */
const outcomeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
    return 'read';
  } catch (thrown) {
    if (thrown instanceof InputError) return thrown.message;
    throw thrown;
  }
};
const READ_OR_TOLD = /^(read|[^\p{Cc}]+; [^\p{Cc}]+)$/u;

test.each(sources)('%s with bytes changed, cut out or put in is read or complained of', async (name, content, read) => {
  const edit = fc.record({ at: fc.nat(content.length), cut: fc.nat(20), put: fc.uint8Array({ maxLength: 6 }) });
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (edits) => {
      let changed = content;
      for (const { at, cut, put } of edits)
        changed = Buffer.concat([changed.subarray(0, at), put, changed.subarray(at + cut)]);
      expect(await outcomeOf(read(await fileWith(name, changed)))).toMatch(READ_OR_TOLD);
    }),
    { numRuns: 80 },
  );
});

test.each(sources.map(([name, , read]) => [name, read] as const))(
  '%s that is any JSON is read or complained of',
  async (name, read) => {
    await fc.assert(
      fc.asyncProperty(fc.json(), async (json) => {
        expect(await outcomeOf(read(await fileWith(name, json)))).toMatch(READ_OR_TOLD);
      }),
      { numRuns: 50 },
    );
  },
);

test('a Slack export of any JSON is read or complained of', async () => {
  await fc.assert(
    fc.asyncProperty(fc.json(), fc.json(), fc.json(), async (users, channels, day) => {
      const folder = await folderWith({ 'users.json': users, 'channels.json': channels, 'talk/2026-03-02.json': day });
      expect(await outcomeOf(readTranscript(folder))).toMatch(READ_OR_TOLD);
    }),
    { numRuns: 50 },
  );
});

test('the same input gives the same transcript', async () => {
  await fc.assert(
    fc.asyncProperty(talks, async (any) => {
      const file = await fileWith('t.jsonl', toJsonl(told(any)));
      expect(await readTranscript(file)).toEqual(await readTranscript(file));
    }),
    { numRuns: 10 },
  );
});
