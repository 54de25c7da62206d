import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTranscript } from '../../src/transcripts/read-transcript.ts';
import type { Transcript } from '../../src/transcripts/transcript.ts';
import { fileWith, folderWith } from './support/folder.ts';
import { talks, told, toJsonl, toSlack, toTeams } from './support/talk.ts';
import { zipOf } from './support/zip.ts';

/** Without what is the form's own: ids are told by position. */
const substance = ({ messages }: Transcript) => {
  const position = new Map(messages.map(({ id }, index) => [id, index]));
  return messages.map(({ at, author, text, replyTo }) => ({
    at,
    author,
    text,
    thread: replyTo === null ? null : position.get(replyTo),
  }));
};

const forms = {
  JSONL: async (talk: ReturnType<typeof told>) => fileWith('talk.jsonl', toJsonl(talk, 2)),
  'JSONL of another time zone, with a byte order mark, CRLF and blank lines': async (talk: ReturnType<typeof told>) =>
    fileWith('talk.txt', `\uFEFF\r\n${toJsonl(talk, -5).replaceAll('\n', '\r\n\r\n')}\r\n`),
  'a Slack export, unpacked': async (talk: ReturnType<typeof told>, names: string[]) =>
    folderWith(toSlack(names, talk)),
  'a Slack export, zipped': async (talk: ReturnType<typeof told>, names: string[]) =>
    fileWith('export.zip', zipOf(toSlack(names, talk))),
  'a Teams export in pages': async (talk: ReturnType<typeof told>, names: string[]) => folderWith(toTeams(names, talk)),
  'a Teams export in one file': async (talk: ReturnType<typeof told>, names: string[]) => {
    const [page = {}] = Object.values(toTeams(names, talk, 1000));
    return fileWith('export.json', page);
  },
};

test.each(Object.entries(forms))('a talk comes back letter for letter from %s', async (_form, write) => {
  await fc.assert(
    fc.asyncProperty(talks, async (talk) => {
      const messages = told(talk);
      const transcript = await readTranscript(await write(messages, talk.names));
      expect(substance(transcript)).toEqual(messages);
    }),
    { numRuns: 60 },
  );
});
