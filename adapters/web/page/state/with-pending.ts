import type { MessageView } from '../../view-for.ts';
import type { OutboxItem } from './outbox.ts';

/** A message, and how it is on its way when the server has not stored it yet. */
export interface Shown {
  message: MessageView;
  pending: OutboxItem | null;
}

/** The messages of a conversation with those that are on their way to it. */
export function withPending(
  conversation: string,
  messages: readonly MessageView[],
  outbox: readonly OutboxItem[],
  now: Date,
): Shown[] {
  const posts = new Map<string, OutboxItem>(
    outbox.flatMap((item) =>
      item.act.type === 'post' && item.act.conversation === conversation
        ? [[`web:message/${item.act.id}`, item] as const]
        : [],
    ),
  );
  const here = new Set(messages.map((it) => it.ref));
  const ghosts = [...posts]
    .filter(([ref]) => !here.has(ref))
    .map(([ref, item]) => ({ message: ghost(ref, item, now), pending: item }));
  return [...messages.map((message) => ({ message, pending: posts.get(message.ref) ?? null })), ...ghosts];
}

const ghost = (ref: string, { act }: OutboxItem, now: Date): MessageView => ({
  ref,
  conversation: act.type === 'post' ? act.conversation : '',
  kind: 'message',
  thread: act.type === 'post' ? act.thread : null,
  author: act.as,
  text: act.type === 'post' ? act.text : '',
  markdown: null,
  choices: [],
  picture: null,
  whisper: false,
  reactions: [],
  sentAt: now.toISOString(),
  editedAt: null,
  deleted: false,
});
