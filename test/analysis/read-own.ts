import { readFileSync } from 'node:fs';
import type { Line } from '../support/label-transcript.ts';

export interface Gold {
  step: string;
  also: string[];
  kind: string;
  signals: string[];
  cross: string[];
  buildsOn: string | null;
  subtheme: string | null;
}

const list = (text: string): string[] => text.split('+').filter(Boolean);

/** Reads `own/*.txt` (its README says how a line is made). People are made up so that nobody answers their own. */
export function readOwn(file: string): (Line & { gold: Gold })[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line, at) => {
    const [id, lang, step, kind, signals, cross, answers, subtheme, ...text] = line
      .split('|')
      .map((part) => part.trim());
    const replyTo = answers || null;
    const gold = {
      step: step!,
      also: [],
      kind: kind!,
      signals: list(signals!),
      cross: list(cross!),
      subtheme: subtheme || null,
    };
    const buildsOn = gold.signals.includes('build') ? replyTo : null;
    return {
      id: id!,
      ts: new Date(Date.UTC(2026, 0, 5 + Math.floor(at / 6), 8, at % 60)).toISOString(),
      author: `person-${(at * 7) % 23}`,
      lang: lang as Line['lang'],
      text: text.join('|'),
      replyTo,
      gold: { ...gold, buildsOn },
    };
  });
}
