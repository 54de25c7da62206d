import { useState } from 'preact/hooks';
import type { MessageView } from '../../view-for.ts';
import { useWords } from '../words/index.ts';
import { Markdown } from './markdown.tsx';

const LONG = 1500;

/** The words of a message: people's as they are, Porras's as Markdown; long ones are folded. */
export function MessageText({ message }: { message: MessageView }) {
  const words = useWords();
  const [open, setOpen] = useState(false);
  if (message.deleted) return <p class="said muted">{words.deleted}</p>;
  if (message.markdown !== null) return <Markdown source={message.markdown} />;
  const long = message.text.length > LONG;
  return (
    <>
      <p class="said">{long && !open ? `${message.text.slice(0, LONG - 200).trimEnd()}…` : message.text}</p>
      {long && (
        <button type="button" class="link" onClick={() => setOpen(!open)}>
          {open ? words.showLess : words.showMore}
        </button>
      )}
    </>
  );
}

/** A message of one's own, being changed in place. */
export function MessageEditor({
  text,
  onSave,
  onCancel,
}: {
  text: string;
  onSave: (text: string) => void;
  onCancel: () => void;
}) {
  const words = useWords();
  const [draft, setDraft] = useState(text);
  const save = (): void => (draft.trim() === '' || draft === text ? onCancel() : onSave(draft));
  return (
    <form
      class="editor"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <textarea
        ref={(element) => element?.focus()}
        aria-label={words.edit}
        rows={Math.min(8, draft.split('\n').length + 1)}
        value={draft}
        onInput={(event) => setDraft(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onCancel();
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          save();
        }}
      />
      <div class="choices">
        <button type="submit" class="primary">
          {words.save}
        </button>
        <button type="button" onClick={onCancel}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
}
