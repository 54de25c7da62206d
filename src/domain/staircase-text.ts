import { excerpt } from './excerpt.ts';
import { safeWeight, type Staircase, type StaircaseStep } from './staircase.ts';
import { NEW } from './staircase-words.ts';

/** In UTF-16 units: Slack takes no longer alternative text for a picture, and it is a page of reading. */
export const LONGEST_STAIRCASE_TEXT = 2000;

const LONGEST = { line: 120, name: 70, invitation: 80, subTheme: 50 };
const MOST_SUB_THEMES = 8;

/** One line of at most `limit` characters: no line breaks, controls or direction marks; … for what has nothing to show. */
const oneLine = (text: string, limit: number): string => {
  // Cut first, so that a very long text costs nothing.
  const readable = text
    .slice(0, limit * 8)
    .toWellFormed()
    .replace(/(?!\s)[\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/gu, '');
  return excerpt(readable, limit) || '…';
};

const stepLines = (step: StaircaseStep, index: number, most: number, { lang, emptyStep }: Staircase): string[] => {
  const weight = safeWeight(step.weight);
  const title = `${index + 1}. ${oneLine(step.name, LONGEST.name)}`;
  if (weight === 0) return [`${title} – ${oneLine(emptyStep, LONGEST.invitation)}`];
  const parts = step.subThemes.slice(0, most).map((subTheme) => {
    const label = oneLine(subTheme.label, LONGEST.subTheme);
    return `${label} ${safeWeight(subTheme.weight)}${subTheme.isNew ? ` (${NEW[lang]})` : ''}`;
  });
  const left = step.subThemes.length - parts.length;
  if (left > 0) parts.push(`+${left}`);
  return [`${title} – ${weight}`, ...(parts.length > 0 ? [`   ${parts.join(' · ')}`] : [])];
};

const withSubThemes = (staircase: Staircase, most: number): string => {
  const line = (text: string): string[] => (text.trim() === '' ? [] : [oneLine(text, LONGEST.line)]);
  return [
    ...line(staircase.title),
    ...line(staircase.subtitle),
    '',
    ...staircase.steps.flatMap((step, index) => stepLines(step, index, most, staircase)),
    '',
    ...line(staircase.foundation),
  ]
    .join('\n')
    .trim();
};

/**
 * What the picture of the staircase shows, in words: for platforms without pictures and for those who listen to it.
 * Steps in climbing order with their weights, then the foundation. At most `LONGEST_STAIRCASE_TEXT` long: the lightest
 * sub-themes give way to a count such as `+3`.
 */
export const staircaseText = (staircase: Staircase): string => {
  for (let most = MOST_SUB_THEMES; most > 0; most -= 1) {
    const text = withSubThemes(staircase, most);
    if (text.length <= LONGEST_STAIRCASE_TEXT) return text;
  }
  return withSubThemes(staircase, 0).slice(0, LONGEST_STAIRCASE_TEXT).toWellFormed();
};
