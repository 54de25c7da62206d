import { useState } from 'preact/hooks';
import type { MessageView } from '../../view-for.ts';
import { useChatOnPage } from '../state/chat-context.ts';
import { useWords } from '../words/index.ts';
import { Icon } from './icon.tsx';
import { EMOJI } from './reactions.tsx';

interface Props {
  message: MessageView;
  /** Opens the thread; left out where one is in it already. */
  onReply?: (() => void) | undefined;
  onEdit: () => void;
}

/** What one can do with a message: react, reply, and with one's own, edit and delete. */
export function MessageTools({ message, onReply, onEdit }: Props) {
  const words = useWords();
  const { me, act } = useChatOnPage();
  const [reacting, setReacting] = useState(false);
  const mine = message.author === me.address;
  const react = (emoji: string): void => {
    setReacting(false);
    void act({ type: 'react', ref: message.ref, emoji, on: true });
  };
  const remove = (): void => {
    if (confirm(words.removeSure)) void act({ type: 'delete', ref: message.ref });
  };
  return (
    <div class="tools" data-open={reacting}>
      {reacting &&
        EMOJI.map((emoji) => (
          <button
            key={emoji}
            type="button"
            class="tool emoji"
            aria-label={words.reactWith(emoji)}
            onClick={() => react(emoji)}
          >
            {emoji}
          </button>
        ))}
      <button
        type="button"
        class="tool"
        aria-expanded={reacting}
        aria-label={words.react}
        title={words.react}
        onClick={() => setReacting(!reacting)}
      >
        <Icon name={reacting ? 'close' : 'smile'} />
      </button>
      {onReply && (
        <button type="button" class="tool" aria-label={words.reply} title={words.reply} onClick={onReply}>
          <Icon name="reply" />
        </button>
      )}
      {mine && (
        <>
          <button type="button" class="tool" aria-label={words.edit} title={words.edit} onClick={onEdit}>
            <Icon name="edit" />
          </button>
          <button type="button" class="tool" aria-label={words.remove} title={words.remove} onClick={remove}>
            <Icon name="bin" />
          </button>
        </>
      )}
    </div>
  );
}
