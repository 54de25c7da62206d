import { useWords, type Words } from '../words/index.ts';

/** The time of day, with the whole date to whoever points at it. */
export function Time({ at }: { at: string }) {
  const words = useWords();
  const date = new Date(at);
  return (
    <time dateTime={at} title={date.toLocaleString(words.locale, { dateStyle: 'full', timeStyle: 'short' })}>
      {timeOf(at, words)}
    </time>
  );
}

export const timeOf = (at: string, words: Words): string =>
  new Date(at).toLocaleTimeString(words.locale, { hour: '2-digit', minute: '2-digit' });

/** "Today", "Yesterday", or the date in words. */
export function dayOf(at: string, words: Words, now = new Date()): string {
  const date = new Date(at);
  const daysAgo = Math.round((startOfDay(now) - startOfDay(date)) / 86_400_000);
  if (daysAgo === 0) return words.today;
  if (daysAgo === 1) return words.yesterday;
  const year = date.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' as const };
  return date.toLocaleDateString(words.locale, { weekday: 'long', day: 'numeric', month: 'long', ...year });
}

export const shortDay = (at: string, words: Words): string =>
  new Date(at).toLocaleDateString(words.locale, { day: 'numeric', month: 'numeric' });

const startOfDay = (date: Date): number => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
