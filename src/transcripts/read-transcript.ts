import { InputError } from '../errors.ts';
import { checkMessages } from './check-messages.ts';
import { detectFormat, type Found } from './detect-format.ts';
import { readJsonl } from './jsonl.ts';
import { folderSource } from './slack/folder-source.ts';
import { readSlack } from './slack/read-slack.ts';
import { zipSource } from './slack/zip-source.ts';
import { readTeams } from './teams/read-teams.ts';
import type { Transcript } from './transcript.ts';

export interface ReadOptions {
  /** Name or id of the channel to read of an export that has several. */
  channel?: string | null;
}

/**
 * Reads what people said: a JSONL file, a Slack export (folder or zip) or a Teams export (file, or folder of pages).
 * The same talk in any of the three gives the same texts, authors, replies and instants; ids are those of the form.
 * @throws InputError, one line that names file and line and says what to do.
 */
export const readTranscript = async (path: string, { channel = null }: ReadOptions = {}): Promise<Transcript> => {
  const transcript = await read(await detectFormat(path), channel);
  if (transcript.messages.length === 0) {
    throw new InputError(path, 'no message of a person is in it; check that it covers the right channel and days');
  }
  return transcript;
};

const read = async (found: Found, channel: string | null): Promise<Transcript> => {
  if (found.format === 'teams') return readTeams(found.path, found.pages, channel);
  if (found.format === 'jsonl') {
    const transcript = await readJsonl(found.path);
    checkMessages(transcript.messages);
    return transcript;
  }
  const source = await (found.packed ? zipSource(found.path) : folderSource(found.path));
  try {
    return await readSlack(source, channel);
  } finally {
    await source.close();
  }
};
