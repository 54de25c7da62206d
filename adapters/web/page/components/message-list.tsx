import { Fragment } from 'preact';
import { useChatOnPage } from '../state/chat-context.ts';
import type { Shown } from '../state/with-pending.ts';
import { useWords } from '../words/index.ts';
import { Avatar } from './avatar.tsx';
import { Message } from './message.tsx';
import { dayOf, shortDay, timeOf } from './time.tsx';

export interface Line extends Shown {
  /** Replies in its thread; the newest last. */
  replies: Shown[];
}

const CLOSE_MS = 5 * 60_000;

/** Messages under the day of each, those of one author close together. */
export function MessageList({ lines, threads }: { lines: Line[]; threads: boolean }) {
  const words = useWords();
  const { openThread, nameOf } = useChatOnPage();
  return (
    <>
      {lines.map((line, index) => {
        const before = lines[index - 1];
        const { message } = line;
        const newDay = !before || dayOf(before.message.sentAt, words) !== dayOf(message.sentAt, words);
        const close = before && Date.parse(message.sentAt) - Date.parse(before.message.sentAt) < CLOSE_MS;
        const compact = Boolean(
          !newDay &&
            close &&
            before.message.author === message.author &&
            before.message.kind === 'message' &&
            before.replies.length === 0 &&
            !message.whisper,
        );
        return (
          <Fragment key={message.ref}>
            {newDay && (
              <h3 class="day">
                <span>{dayOf(message.sentAt, words)}</span>
              </h3>
            )}
            {message.kind === 'message' ? (
              <Message shown={line} compact={compact} onReply={threads ? () => openThread(message.ref) : undefined} />
            ) : (
              <p class="event">{(message.kind === 'joined' ? words.joined : words.left)(nameOf(message.author))}</p>
            )}
            {threads && line.replies.length > 0 && <Replies line={line} onOpen={() => openThread(message.ref)} />}
          </Fragment>
        );
      })}
    </>
  );
}

/** How many replies a message has, from whom, and when the latest came. */
function Replies({ line, onOpen }: { line: Line; onOpen: () => void }) {
  const words = useWords();
  const { nameOf } = useChatOnPage();
  const people = [...new Set(line.replies.map((it) => it.message.author))].slice(0, 4);
  const latest = line.replies.at(-1)?.message.sentAt ?? '';
  const sameDay = latest.slice(0, 10) === line.message.sentAt.slice(0, 10);
  return (
    <button type="button" class="replies" onClick={onOpen}>
      <span class="faces">
        {people.map((it) => (
          <Avatar key={it ?? ''} name={nameOf(it)} isPorras={it === null} />
        ))}
      </span>
      <strong>{words.replies(line.replies.length)}</strong>
      <small class="muted">
        {words.lastReply(`${sameDay ? '' : `${shortDay(latest, words)} `}${timeOf(latest, words)}`)}
      </small>
    </button>
  );
}
