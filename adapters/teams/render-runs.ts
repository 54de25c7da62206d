import type { Token } from 'markdown-it';
import { linkForm } from '../../src/domain/link-form.ts';
import { textOf } from '../../src/domain/text-runs.ts';
import { LIMITS, type TextRun } from './card.ts';

/** A stretch of text that looks the same. */
export interface Run {
  text: string;
  bold?: true;
  italic?: true;
  strike?: true;
  code?: true;
  href?: string;
}

type Look = Omit<Run, 'text'>;

const MARKS: Record<string, Look> = {
  strong_open: { bold: true },
  em_open: { italic: true },
  s_open: { strike: true },
};

/** The text of a paragraph or heading, from markdown-it's flat list of openings and closings. */
export function runsOf(tokens: readonly Token[], look: Look = {}): Run[] {
  const runs: Run[] = [];
  const looks = [look];
  let link: { href: string; from: number } | null = null;
  for (const token of tokens) {
    const now = looks.at(-1) ?? look;
    if (token.type === 'link_open') link = { href: String(token.attrGet('href') ?? ''), from: runs.length };
    else if (token.type === 'link_close') {
      if (link) runs.push(...linked(runs.splice(link.from), link.href));
      link = null;
    } else if (token.nesting === 1) looks.push({ ...now, ...MARKS[token.type] });
    else if (token.nesting === -1) looks.pop();
    else if (token.type === 'softbreak' || token.type === 'hardbreak') runs.push({ ...now, text: '\n' });
    else if (token.content !== '')
      runs.push({ ...now, ...(token.type === 'code_inline' && { code: true as const }), text: literal(token.content) });
  }
  return joined(runs);
}

/** What cannot be a link, or shows another address than it leads to, says in words where it leads. */
function linked(shown: Run[], href: string): Run[] {
  switch (linkForm(textOf(shown), href, LIMITS.url)) {
    case 'link':
      return shown.map((run) => ({ ...run, href }));
    case 'words':
      return shown;
    case 'words-and-link':
      return [...shown, { text: ' (' }, { text: literal(href), href }, { text: ')' }];
    case 'words-and-address':
      return [...shown, { text: literal(` (${href})`) }];
  }
}

/** Neighbours that look the same become one. */
export function joined(runs: readonly Run[]): Run[] {
  const out: Run[] = [];
  for (const run of runs) {
    const last = out.at(-1);
    if (last && lookOf(last) === lookOf(run)) out[out.length - 1] = { ...last, text: last.text + run.text };
    else out.push(run);
  }
  return out;
}

const lookOf = ({ bold, italic, strike, code, href }: Run): string =>
  JSON.stringify([bold, italic, strike, code, href]);

export const toTextRun = ({ text, bold, italic, strike, code, href }: Run): TextRun => ({
  type: 'TextRun',
  text,
  ...(bold && { weight: 'Bolder' }),
  ...(italic && { italic }),
  ...(strike && { strikethrough: strike }),
  ...(code && { fontType: 'Monospace' }),
  ...(href !== undefined && { selectAction: { type: 'Action.OpenUrl', url: href } }),
});

/** Cards put dates in the place of `{{DATE(…)}}` and `{{TIME(…)}}`, also in what people wrote. */
export const literal = (text: string): string => text.replace(/\{(?=\{)/g, '{\u200B');
