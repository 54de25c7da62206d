import { useEffect, useState } from 'preact/hooks';
import { useChatOnPage } from '../state/chat-context.ts';
import { privateOf } from '../state/use-chat.ts';
import { useLines } from '../state/use-lines.ts';
import { useStick } from '../state/use-stick.ts';
import { useWords } from '../words/index.ts';
import { Composer } from './composer.tsx';
import { ConversationHeader } from './conversation-header.tsx';
import { MessageList } from './message-list.tsx';
import { Notices } from './notices.tsx';

const AT_ONCE = 200;

/** The channel or the private conversation that is open. */
export function Conversation() {
  const words = useWords();
  const chat = useChatOnPage();
  const { conversation, highlight } = chat;
  const isPrivate = conversation === privateOf(chat.me.address);
  const channel = chat.workspace?.channels.find((it) => it.address === conversation);
  const lines = useLines(conversation);
  const [limit, setLimit] = useState(AT_ONCE);
  const wanted = lines.findIndex((it) => it.message.ref === highlight);
  const from = Math.max(0, lines.length - limit);
  const isEmpty = chat.conversations[conversation]?.length === 0 && lines.length === 0;
  const stick = useStick(lines.length);

  useEffect(() => {
    // What is pointed at must be among those that are shown, and stay there.
    if (wanted >= 0 && wanted < from) setLimit(lines.length - wanted + 20);
  }, [wanted, from]);

  useEffect(() => {
    const read = (): void => {
      if (document.visibilityState === 'visible') chat.markRead(conversation);
    };
    read();
    document.addEventListener('visibilitychange', read);
    return () => document.removeEventListener('visibilitychange', read);
  }, [conversation, chat.markRead]);

  const send = (text: string): void => {
    stick.toEnd();
    void chat.act({ type: 'post', conversation, thread: null, text });
  };

  return (
    <>
      <ConversationHeader isPrivate={isPrivate} channel={channel} />
      {/* Long lists scroll by keyboard too. */}
      <div
        class="messages"
        ref={stick.list}
        onScroll={stick.onScroll}
        role="log"
        tabIndex={0}
        aria-label={channel?.name ?? words.privateWithPorras}
      >
        <div class="messages-inner">
          {isEmpty && <p class="empty">{isPrivate ? words.emptyPrivate : words.emptyChannel}</p>}
          {from > 0 && (
            <button type="button" class="earlier" onClick={() => setLimit(limit + AT_ONCE)}>
              {words.earlier}
            </button>
          )}
          <MessageList lines={lines.slice(from)} threads />
        </div>
      </div>
      {stick.behind && (
        <button type="button" class="to-end" onClick={stick.toEnd}>
          {words.newMessages} ↓
        </button>
      )}
      <Notices />
      <Composer
        label={isPrivate ? words.writePrivate : words.write(`#${channel?.name ?? ''}`)}
        onSend={send}
        onCommand={(text) => void chat.act({ type: 'command', conversation, text })}
      />
    </>
  );
}
