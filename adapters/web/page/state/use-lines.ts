import { useMemo } from 'preact/hooks';
import { useChatOnPage } from './chat-context.ts';
import { threadsOf } from './conversations.ts';
import { type Shown, withPending } from './with-pending.ts';

/** The threads of a conversation, with what is on its way to it. */
export function useLines(conversation: string): (Shown & { replies: Shown[] })[] {
  const { conversations, outbox } = useChatOnPage();
  const messages = conversations[conversation] ?? [];
  return useMemo(() => {
    const shown = withPending(conversation, messages, outbox, new Date());
    const byRef = new Map(shown.map((it) => [it.message.ref, it]));
    const find = (ref: string): Shown => byRef.get(ref) as Shown;
    return threadsOf(shown.map((it) => it.message)).map(({ root, replies }) => ({
      ...find(root.ref),
      replies: replies.map((it) => find(it.ref)),
    }));
  }, [conversation, messages, outbox]);
}
