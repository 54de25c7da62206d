import type { MessageView } from '../../view-for.ts';

/** Conversation -> its messages, oldest first. */
export type Conversations = Readonly<Record<string, readonly MessageView[]>>;

const byTime = (a: MessageView, b: MessageView): number =>
  a.sentAt < b.sentAt ? -1 : a.sentAt > b.sentAt ? 1 : a.ref < b.ref ? -1 : 1;

/** Puts a new or changed message in its place. */
export function upsert(conversations: Conversations, message: MessageView): Conversations {
  const others = (conversations[message.conversation] ?? []).filter((it) => it.ref !== message.ref);
  return { ...conversations, [message.conversation]: [...others, message].sort(byTime) };
}

export interface Thread {
  root: MessageView;
  /** Replies of the whole thread, replies to replies included, oldest first. */
  replies: MessageView[];
}

/** The threads of a conversation, by their roots; a deleted root is kept only for its replies. */
export function threadsOf(messages: readonly MessageView[]): Thread[] {
  const byRef = new Map(messages.map((it) => [it.ref, it]));
  const threads = new Map<string, Thread>();
  for (const message of messages) {
    const root = rootOf(message, byRef);
    if (root === message) threads.set(message.ref, { root, replies: [] });
  }
  for (const message of messages) {
    const root = rootOf(message, byRef);
    if (root !== message && !message.deleted) threads.get(root.ref)?.replies.push(message);
  }
  return [...threads.values()].filter(({ root, replies }) => !root.deleted || replies.length > 0);
}

/** Walks up from a reply; one whose parent is not here stands as a root. */
export function rootOf(message: MessageView, byRef: ReadonlyMap<string, MessageView>): MessageView {
  let root = message;
  for (const seen = new Set<string>(); root.thread !== null && !seen.has(root.ref); ) {
    seen.add(root.ref);
    const parent = byRef.get(root.thread);
    if (!parent) break;
    root = parent;
  }
  return root;
}

/** How many messages of others came after a time (ISO 8601). */
export const unreadCount = (messages: readonly MessageView[], me: string, since: string): number =>
  messages.filter((it) => it.author !== me && !it.deleted && it.kind === 'message' && it.sentAt > since).length;
