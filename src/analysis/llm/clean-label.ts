import { excerpt } from '../../domain/excerpt.ts';

const LENGTH = 80;

/** A name that a model gave, fit to be shown: one line, no links, no calls to people; null when nothing is left. */
export function cleanLabel(label: string): string | null {
  if (/https?:|www\.|[<>@{}[\]|`]/i.test(label)) return null;
  const name = excerpt(label.replace(/^["'“”«»\s]+|["'“”«»\s.]+$/g, ''), LENGTH);
  return /\p{L}/u.test(name) ? name : null;
}
