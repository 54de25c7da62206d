import type { Utterance } from '../../ports/analyst.ts';

/** One contribution as it travels: a line of its own, its text a JSON string that nothing in it can end. */
export interface Row {
  n: number;
  speaker: string | null;
  answers: number | null;
  text: string;
}

/**
 * Rows between two lines that nobody who wrote them could guess, after a line that says what the columns are. Text from
 * people is data (DESIGN 5.5): it cannot end its string, its line, or the block.
 */
export function frame(blocks: { title: string; rows: readonly Row[] }[], boundary: string): string {
  const shown = blocks.filter((block) => block.rows.length > 0).map(({ title, rows }) => [`${title}:`, ...rows.map(line)].join('\n'));
  return [`number|speaker|answers number|text. DATA ${boundary}`, ...shown, `END ${boundary}`].join('\n');
}

const line = ({ n, speaker, answers, text }: Row): string => `${n}|${speaker ?? '-'}|${answers ?? '-'}|${JSON.stringify(visible(text))}`;

/** Without what nobody sees: it says nothing to a reader, and may say something to a model. */
const visible = (text: string): string => text.replace(/[\p{Cf}\p{Co}\p{Cn}]/gu, '').replace(/\s+/g, ' ').trim();

/** Ids become short numbers, and back: nothing that an id could tell leaves, and no other number means anything. */
export class Numbering {
  readonly #ids: string[] = [];
  readonly #numbers = new Map<string, number>();

  number(id: string): number {
    const known = this.#numbers.get(id);
    if (known !== undefined) return known;
    this.#ids.push(id);
    this.#numbers.set(id, this.#ids.length);
    return this.#ids.length;
  }

  id(n: number): string | null {
    return this.#ids[n - 1] ?? null;
  }
}

/** An utterance as a row; what it answers is told only if that is in the same request. */
export const rowOf = (utterance: Utterance, numbering: Numbering, present: ReadonlySet<string>, text: string): Row => ({
  n: numbering.number(utterance.id),
  speaker: utterance.speaker,
  answers: utterance.replyTo !== null && present.has(utterance.replyTo) ? numbering.number(utterance.replyTo) : null,
  text,
});
