import type { Address } from '../../src/domain/inquiry.ts';
import type { Choice } from '../../src/domain/message.ts';
import type { ChatRow } from './chat-log.ts';

/** A message as the page gets it. Times are ISO 8601. */
export interface MessageView {
  ref: string;
  conversation: Address;
  kind: ChatRow['kind'];
  thread: string | null;
  author: Address | null;
  text: string;
  markdown: string | null;
  choices: Choice[];
  picture: { url: string; alt: string } | null;
  whisper: boolean;
  reactions: { emoji: string; by: Address | null }[];
  sentAt: string;
  editedAt: string | null;
  deleted: boolean;
}

export const pictureUrl = (id: string): string => `/api/pictures/${encodeURIComponent(id)}`;

/** A row as one person sees it, or null when it is not for them. */
export function viewFor(person: Address, row: ChatRow): MessageView | null {
  if (row.whisperTo !== null && row.whisperTo !== person) return null;
  if (!row.heard && row.author !== person) return null;
  return {
    ref: row.id,
    conversation: row.conversation,
    kind: row.kind,
    thread: row.thread,
    author: row.author,
    text: row.text,
    markdown: row.markdown,
    choices: row.choices,
    // Another address after an edit: an open page then loads the picture anew.
    picture: row.picture
      ? {
          url: `${pictureUrl(row.picture.id)}${row.editedAt ? `?v=${row.editedAt.getTime()}` : ''}`,
          alt: row.picture.alt,
        }
      : null,
    whisper: row.whisperTo !== null,
    reactions: row.reactions,
    sentAt: row.sentAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    deleted: row.deleted,
  };
}
