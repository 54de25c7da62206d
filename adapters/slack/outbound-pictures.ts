import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { PorrasError } from '../../src/errors.ts';
import type { Outgoing, Picture } from '../../src/ports/chat-platform.ts';
import { read, upload } from './outbound-answers.ts';
import type { SlackApi } from './slack-api.ts';
import { shorten } from './shorten.ts';

export interface Uploaded {
  fileId: string;
  alt: string;
}

/**
 * Pictures are uploaded to nobody and shown by an image block of the message itself. Shared to the channel instead, a
 * picture would be a message of its own, that Slack posts when it likes: without metadata, so that it could be neither
 * found nor edited with the text, and apart from the buttons.
 */
export interface Pictures {
  /** @returns null where there is none, or Slack cannot show it: its words are said then. */
  give(team: string, outgoing: Outgoing): Promise<Uploaded | null>;
  /** Slack is not done with looking at the file yet. */
  notReady(team: string, fileId: string): void;
  /** Takes files back that nothing shows any more. */
  drop(team: string, fileIds: readonly string[]): Promise<void>;
}

/** Longest description that Slack takes with a file. */
const ALT = 1_000;
/** So often a message is tried with its picture; Slack looks at a file for some seconds. */
const TRIES = 8;

export function createPictures(api: SlackApi): Pictures {
  /** By team and content: the same picture goes to several channels, and again after a failure. */
  const known = new LRUCache<string, { fileId: string; tries: number }>({ max: 500 });
  const nameOf = (team: string, { png }: Picture): string =>
    `${team} ${createHash('sha256').update(png).digest('base64')}`;

  async function put(team: string, { png, alt }: Picture): Promise<string> {
    const about = { filename: 'porras.png', length: png.byteLength, alt_txt: shorten(alt, ALT) };
    const method = 'files.getUploadURLExternal';
    const { upload_url: url, file_id: fileId } = read(method, upload, await api.call(team, method, about));
    await api.putBytes(url, png);
    await api.call(team, 'files.completeUploadExternal', {
      files: [{ id: fileId, title: shorten(alt, 100) || 'Porras', highlight_type: 'png' }],
    });
    return fileId;
  }

  return {
    async give(team, { picture }) {
      if (!picture) return null;
      const before = known.get(nameOf(team, picture));
      if (before) return before.tries < TRIES ? { fileId: before.fileId, alt: picture.alt } : null;
      try {
        const fileId = await put(team, picture);
        known.set(nameOf(team, picture), { fileId, tries: 0 });
        return { fileId, alt: picture.alt };
      } catch (thrown) {
        if (thrown instanceof PorrasError && !thrown.retryable) return null;
        throw thrown;
      }
    },
    notReady(team, fileId) {
      for (const [name, entry] of known.entries())
        if (name.startsWith(`${team} `) && entry.fileId === fileId) entry.tries += 1;
    },
    async drop(team, fileIds) {
      for (const file of fileIds) {
        for (const [name, entry] of known.entries()) if (entry.fileId === file) known.delete(name);
        // A file that stays is seen by nobody but Porras.
        await api.call(team, 'files.delete', { file }).catch(() => undefined);
      }
    },
  };
}
