import type { Utterance } from '../../ports/analyst.ts';

/** A titled group of lines of a request's data. */
export interface Block {
  title: string;
  /** What the columns are, in words. */
  columns: string;
  lines: readonly string[];
}

/**
 * Lines between two marks that nobody who wrote them could guess. Text from people is data: each is a JSON
 * string on a line of its own, so that nothing in it can end the string, the line, or the block.
 */
export function frame(blocks: readonly Block[], boundary: string): string {
  const shown = blocks
    .filter(({ lines }) => lines.length > 0)
    .map(({ title, columns, lines }) => [`${title} (${columns})`, ...lines].join('\n'));
  return [`DATA ${boundary}`, ...shown, `END ${boundary}`].join('\n');
}

export const SAID = 'number|speaker|answers number|text';

/** An utterance as a line; what it answers is told only if that is in the same request. */
export function lineOf(
  utterance: Utterance,
  numbering: Numbering,
  present: ReadonlySet<string>,
  notes: readonly string[] = [],
): string {
  const answers =
    utterance.replyTo !== null && present.has(utterance.replyTo) ? numbering.number(utterance.replyTo) : '-';
  return [numbering.number(utterance.id), utterance.speaker ?? '-', answers, ...notes, quotedText(utterance.text)].join(
    '|',
  );
}

/** Without what nobody sees: it says nothing to a reader, and may say something to a model. */
export const quotedText = (text: string): string =>
  JSON.stringify(
    text
      .replace(/[\p{Cf}\p{Co}\p{Cn}]/gu, '')
      .replace(/\s+/g, ' ')
      .trim(),
  );

/** Ids become short numbers, and back: nothing that an id could tell leaves, and no other number means anything. */
export class Numbering {
  readonly #ids: string[] = [];
  readonly #numbers = new Map<string, number>();

  constructor(ids: Iterable<string> = []) {
    for (const id of ids) this.number(id);
  }

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

  /** Those of the numbers that mean something, as ids, each once. */
  ids(numbers: readonly number[]): string[] {
    return [...new Set(numbers.flatMap((n) => this.id(n) ?? []))];
  }
}
