import { useEffect, useRef, useState } from 'preact/hooks';
import { useWords } from '../words/index.ts';
import { Icon } from './icon.tsx';

interface Props {
  label: string;
  /** Takes a text that is not empty. */
  onSend: (text: string) => void;
  /** Takes what stands after /porras. */
  onCommand: (text: string) => void;
  focus?: boolean;
}

export const MAX_TEXT = 40_000;

/** Where one writes. Enter sends, Shift+Enter starts a new line, `/porras …` is a command. */
export function Composer({ label, onSend, onCommand, focus = false }: Props) {
  const words = useWords();
  const [text, setText] = useState('');
  const area = useRef<HTMLTextAreaElement>(null);
  const over = text.length - MAX_TEXT;
  const command = /^\/(\S*)\s*([\s\S]*)$/.exec(text.trimStart());
  const strange = command !== null && text.includes(' ') && command[1]?.toLowerCase() !== 'porras';
  const problem = over > 0 ? words.tooLong(over) : strange ? words.onlyPorras : null;

  useEffect(() => {
    const element = area.current;
    if (!element) return;
    element.style.height = 'auto';
    element.style.height = `${Math.min(element.scrollHeight, 240)}px`;
  }, [text]);
  useEffect(() => {
    if (focus) area.current?.focus();
  }, [focus]);

  const send = (): void => {
    if (text.trim() === '' || over > 0) return;
    if (command) {
      if (command[1]?.toLowerCase() !== 'porras') return setText(`${text.trimEnd()} `);
      onCommand((command[2] ?? '').trim());
    } else {
      onSend(text);
    }
    setText('');
  };

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div class="composer-box">
        <textarea
          ref={area}
          rows={1}
          aria-label={label}
          placeholder={label}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            // An input method uses Enter to choose a word.
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
            event.preventDefault();
            send();
          }}
        />
        <button type="submit" class="primary send" aria-label={words.send} disabled={text.trim() === '' || over > 0}>
          <Icon name="send" />
        </button>
      </div>
      {problem ? (
        <p class="composer-hint problem" role="alert">
          {problem}
        </p>
      ) : (
        <p class="composer-hint">{words.composerHint}</p>
      )}
    </form>
  );
}
