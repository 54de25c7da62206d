import { isDate, isTime } from '../../domain/local-time.ts';
import type { Field } from '../../domain/message.ts';
import type { Lang } from '../../domain/words.ts';
import type { Flow } from '../context.ts';

/** What was meant by an answer that was typed where the platform has no forms; null when it cannot be told. */
export function typedValue(flow: Flow, lang: Lang, field: Field, text: string): string | null {
  const typed = text.trim();
  // Passing over a question takes what is filled in for it, where something is.
  if (isWord(flow, lang, 'form.skip-words', typed) && (!field.required || field.initial)) return field.initial ?? '';
  if (field.type === 'select') {
    const byNumber = field.options[Number(typed) - 1];
    const byLabel = field.options.find((option) => option.label.toLowerCase() === typed.toLowerCase());
    return (byNumber ?? byLabel)?.value ?? null;
  }
  if (field.type === 'date' && !isDate(typed)) return null;
  if (field.type === 'time' && !isTime(typed)) return null;
  return typed;
}

/** Words that mean the same, separated by commas in the phrase. */
export const isWord = (flow: Flow, lang: Lang, key: string, text: string): boolean =>
  flow.content
    .say(lang, key)
    .split(',')
    .some((word) => word.trim() === text.trim().toLowerCase());
