import { useChatOnPage } from '../state/chat-context.ts';
import { useLines } from '../state/use-lines.ts';
import { useStick } from '../state/use-stick.ts';
import { useWords } from '../words/index.ts';
import { Composer } from './composer.tsx';
import { Icon } from './icon.tsx';
import { MessageList } from './message-list.tsx';

/** One message with its replies, at the side. */
export function ThreadPanel({ root }: { root: string }) {
  const words = useWords();
  const chat = useChatOnPage();
  const line = useLines(chat.conversation).find((it) => it.message.ref === root);
  const stick = useStick(line?.replies.length ?? 0);
  if (!line) return null;
  const { conversation } = line.message;
  return (
    <div class="thread">
      <header class="place-header">
        <button
          type="button"
          class="tool"
          aria-label={words.back}
          title={words.back}
          onClick={() => chat.openThread(null)}
        >
          <Icon name="back" />
        </button>
        <div>
          <h2>{words.thread}</h2>
          <small class="muted">{words.replies(line.replies.length)}</small>
        </div>
      </header>
      <div
        class="messages"
        ref={stick.list}
        onScroll={stick.onScroll}
        role="log"
        tabIndex={0}
        aria-label={words.thread}
      >
        <div class="messages-inner">
          <MessageList
            lines={[{ ...line, replies: [] }, ...line.replies.map((it) => ({ ...it, replies: [] }))]}
            threads={false}
          />
        </div>
      </div>
      <Composer
        focus
        label={words.replyHere}
        onSend={(text) => {
          stick.toEnd();
          void chat.act({ type: 'post', conversation, thread: root, text });
        }}
        onCommand={(text) => void chat.act({ type: 'command', conversation, text })}
      />
    </div>
  );
}
