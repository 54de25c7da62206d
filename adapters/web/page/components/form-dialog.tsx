import { useEffect, useRef, useState } from 'preact/hooks';
import type { OpenForm } from '../../live.ts';
import { useChatOnPage } from '../state/chat-context.ts';
import { useWords } from '../words/index.ts';
import { FormField } from './form-field.tsx';
import { Icon } from './icon.tsx';
import { Markdown } from './markdown.tsx';

/** A form of Porras's, over the page. Escape and the cross close it without sending. */
export function FormDialog({ open }: { open: OpenForm }) {
  const words = useWords();
  const { act, closeForm } = useChatOnPage();
  const dismiss = (): void => closeForm(open, 'dismissed');
  const { form, conversation } = open;
  const [answers, setAnswers] = useState<Record<string, string>>(() =>
    Object.fromEntries(form.fields.map((field) => [field.name, field.initial ?? ''])),
  );
  const [missing, setMissing] = useState<string[]>([]);
  const [busy, setBusy] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    dialog.current?.querySelector<HTMLElement>('.form-fields :is(input, textarea, select)')?.focus();
  }, []);

  const submit = async (): Promise<void> => {
    // The browser checks its own fields; a list of boxes is ours to check.
    const empty = form.fields
      .filter((it) => it.required && (answers[it.name] ?? '').trim() === '')
      .map((it) => it.name);
    setMissing(empty);
    if (empty.length > 0) return;
    setBusy(true);
    const stored = await act({ type: 'submit', formId: form.id, context: form.context, conversation, answers });
    setBusy(false);
    if (stored) closeForm(open, 'sent');
  };

  return (
    <dialog ref={dialog} class="form-dialog" aria-labelledby="form-title" onCancel={dismiss}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <header>
          <h2 id="form-title">{form.title}</h2>
          <button type="button" class="tool" aria-label={words.close} onClick={dismiss}>
            <Icon name="close" />
          </button>
        </header>
        <div class="form-fields">
          {form.intro && <Markdown source={form.intro} />}
          {form.fields.map((field) => (
            <FormField
              key={field.name}
              field={field}
              value={answers[field.name] ?? ''}
              missing={missing.includes(field.name)}
              onChange={(value) => setAnswers((before) => ({ ...before, [field.name]: value }))}
            />
          ))}
        </div>
        <footer>
          <button type="button" onClick={dismiss}>
            {words.cancel}
          </button>
          <button type="submit" class="primary" disabled={busy} aria-busy={busy}>
            {form.submit}
          </button>
        </footer>
      </form>
    </dialog>
  );
}
