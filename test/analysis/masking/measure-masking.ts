import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createMasker } from '../../../src/analysis/masking/index.ts';

export type LabelledType = 'name' | 'email' | 'phone' | 'hetu' | 'personnummer' | 'iban';
export type Half = 'development' | 'held-out';

interface Line {
  id: string;
  lang: 'fi' | 'sv' | 'en';
  names: string;
  marked: string;
}

interface Labelled {
  id: string;
  lang: Line['lang'];
  names: readonly string[];
  text: string;
  spans: { start: number; end: number; type: LabelledType }[];
}

const FOLDER = path.join(import.meta.dirname, 'labelled');
const readText = (file: string): string => readFileSync(path.join(FOLDER, file), 'utf8');

/** The labelled sentences of one half, their marks taken out and turned into spans. */
export function readLabelled(half: Half): Labelled[] {
  const rosters = JSON.parse(readText('rosters.json')) as Record<string, string[]>;
  return readText(`${half}.jsonl`)
    .trim()
    .split('\n')
    .map((line) => {
      const { id, lang, names, marked } = JSON.parse(line) as Line;
      const roster = rosters[names];
      if (!roster) throw new Error(`${half}.jsonl, ${id}: there is no roster "${names}" in rosters.json`);
      return { id, lang, names: roster, ...unmark(marked) };
    });
}

function unmark(marked: string): Pick<Labelled, 'text' | 'spans'> {
  const spans: Labelled['spans'] = [];
  let text = '';
  let at = 0;
  for (const match of marked.matchAll(/⟦(\w+):(.*?)⟧/g)) {
    text += marked.slice(at, match.index);
    const start = text.length;
    text += match[2] ?? '';
    spans.push({ start, end: text.length, type: match[1] as LabelledType });
    at = match.index + match[0].length;
  }
  return { text: text + marked.slice(at), spans };
}

export interface Figures {
  sentences: number;
  /** Sentences without personal data. */
  traps: number;
  recall: number;
  recallByType: Record<string, { found: number; of: number; recall: number }>;
  tokens: number;
  falselyMasked: number;
  falseRate: number;
  /** What was missed and what was masked for nothing, for people to read. */
  misses: { id: string; type: string; text: string }[];
  falseAlarms: { id: string; text: string }[];
}

/**
 * A labelled span is found when nothing of its letters and digits is left in the masked text; a token (letters and
 * digits between spaces) is falsely masked when it is masked and touches no labelled span.
 */
export function measure(half: Half): Figures {
  const sentences = readLabelled(half);
  const byType: Figures['recallByType'] = {};
  const misses: Figures['misses'] = [];
  const falseAlarms: Figures['falseAlarms'] = [];
  let tokens = 0;
  for (const { id, names, text, spans } of sentences) {
    const masked = maskedPlaces(names, text);
    for (const { start, end, type } of spans) {
      const of = (byType[type] ??= { found: 0, of: 0, recall: 0 });
      of.of += 1;
      if (isMasked(text, masked, start, end)) of.found += 1;
      else misses.push({ id, type, text: text.slice(start, end) });
    }
    for (const { 0: token, index } of text.matchAll(/\S*[\p{L}\p{N}]\S*/gu)) {
      tokens += 1;
      const end = index + token.length;
      const isLabelled = spans.some((span) => span.start < end && index < span.end);
      const isTouched = Array.from(token, (_, i) => masked[index + i]).some(Boolean);
      if (isTouched && !isLabelled) falseAlarms.push({ id, text: token });
    }
  }
  const all = Object.values(byType);
  for (const each of all) each.recall = each.found / each.of;
  const sum = (pick: (each: { found: number; of: number }) => number): number =>
    all.map(pick).reduce((a, b) => a + b, 0);
  return {
    sentences: sentences.length,
    traps: sentences.filter((sentence) => sentence.spans.length === 0).length,
    recall: sum((each) => each.found) / sum((each) => each.of),
    recallByType: byType,
    tokens,
    falselyMasked: falseAlarms.length,
    falseRate: falseAlarms.length / tokens,
    misses,
    falseAlarms,
  };
}

const isMasked = (text: string, masked: readonly boolean[], start: number, end: number): boolean =>
  Array.from({ length: end - start }, (_, i) => start + i).every(
    (place) => masked[place] === true || !/[\p{L}\p{N}]/u.test(text.charAt(place)),
  );

/** For each place of the text whether it is masked, read off the masked text: what stands between placeholders is left. */
function maskedPlaces(names: readonly string[], text: string): boolean[] {
  const masker = createMasker({ names });
  const masked = masker.mask(text);
  const places: boolean[] = Array.from({ length: text.length }, () => true);
  let at = 0;
  let last = 0;
  const keep = (piece: string): void => {
    if (piece === '') return;
    for (let i = 0; i < piece.length; i += 1) places[at + i] = false;
    at += piece.length;
  };
  const token = /\[[A-Z]+\d+[A-Z]*\](?::\p{L}+|'s)?/gu;
  for (const match of masked.matchAll(token)) {
    keep(masked.slice(last, match.index));
    at += masker.restore(match[0]).length;
    last = match.index + match[0].length;
  }
  keep(masked.slice(last));
  return places;
}
