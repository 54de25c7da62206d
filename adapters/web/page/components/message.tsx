import { useState } from 'preact/hooks';
import { useChatOnPage } from '../state/chat-context.ts';
import type { Shown } from '../state/with-pending.ts';
import { elementId } from '../state/use-jump.ts';
import { useWords } from '../words/index.ts';
import { Avatar } from './avatar.tsx';
import { Choices } from './choices.tsx';
import { Icon } from './icon.tsx';
import { MessageEditor, MessageText } from './message-text.tsx';
import { MessageTools } from './message-tools.tsx';
import { Reactions } from './reactions.tsx';
import { Time } from './time.tsx';

interface Props {
  shown: Shown;
  /** Follows another of the same author closely: name and picture are not said again. */
  compact: boolean;
  onReply?: (() => void) | undefined;
}

export function Message({ shown, compact, onReply }: Props) {
  const words = useWords();
  const { act, discard, nameOf, highlight } = useChatOnPage();
  const [editing, setEditing] = useState(false);
  const { message, pending } = shown;
  const name = nameOf(message.author);
  return (
    <article
      class="message"
      id={elementId(message.ref)}
      data-compact={compact}
      data-highlight={highlight === message.ref}
      data-pending={pending !== null}
      data-whisper={message.whisper}
      aria-label={name}
    >
      {compact ? <span class="gutter" /> : <Avatar name={name} isPorras={message.author === null} />}
      <div class="message-body">
        {!compact && (
          <header>
            <strong>{name}</strong> <Time at={message.sentAt} />
          </header>
        )}
        {message.whisper && (
          <p class="only-you">
            <Icon name="eye" /> {words.onlyYou}
          </p>
        )}
        {editing ? (
          <MessageEditor
            text={message.text}
            onCancel={() => setEditing(false)}
            onSave={(text) => {
              setEditing(false);
              void act({ type: 'edit', ref: message.ref, text });
            }}
          />
        ) : (
          <MessageText message={message} />
        )}
        {message.editedAt && message.author !== null && <small class="muted">({words.edited})</small>}
        {message.picture && (
          <a class="picture" href={message.picture.url} target="_blank" rel="noopener noreferrer">
            <img src={message.picture.url} alt={message.picture.alt} loading="lazy" />
          </a>
        )}
        <Choices message={message} />
        <Reactions message={message} />
        {pending && (
          <p class="pending" role="status">
            {pending.refused === null ? (
              pending.late ? (
                words.trying
              ) : (
                words.sending
              )
            ) : (
              <>
                {words.refused}: {pending.refused}{' '}
                <button type="button" class="link" onClick={() => discard(pending.act.id)}>
                  {words.discard}
                </button>
              </>
            )}
          </p>
        )}
      </div>
      {!pending && !message.deleted && !editing && (
        <MessageTools message={message} onReply={onReply} onEdit={() => setEditing(true)} />
      )}
    </article>
  );
}
