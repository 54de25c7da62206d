import { inflect } from './inflect.ts';
import type { Kind, Span } from './span.ts';

/** One way of writing something: its lemma, and what stood in the texts with each ending. */
interface Variant {
  lemma: string;
  written: Map<string, string>;
}

interface Entry {
  number: number;
  variants: Variant[];
  /** Lemma, ending and what was written -> the variant that says it. */
  exact: Map<string, number>;
}

/** What a masker has taken out: the only place where it is kept. */
export interface Memory {
  /** The number and variant that stand for what was written; the same for the same, from now on. */
  keep(span: Pick<Span, 'kind' | 'entity' | 'lemma' | 'ending'>, written: string): { number: number; variant: number };
  /** What stands for it in a text; null if this memory never gave such a number. */
  recall(kind: Kind, number: number, variant: number, ending: string): string | null;
}

export function createMemory(): Memory {
  const entries = new Map<string, Entry>();
  const byNumber = new Map<string, Entry>();
  const counts = new Map<Kind, number>();

  const entryOf = (kind: Kind, entity: string): Entry => {
    const known = entries.get(`${kind} ${entity}`);
    if (known) return known;
    const number = (counts.get(kind) ?? 0) + 1;
    const entry: Entry = { number, variants: [], exact: new Map() };
    counts.set(kind, number);
    entries.set(`${kind} ${entity}`, entry);
    byNumber.set(`${kind} ${number}`, entry);
    return entry;
  };

  return {
    keep({ kind, entity, lemma, ending }, written) {
      const entry = entryOf(kind, entity);
      const key = JSON.stringify([lemma, ending, written]);
      let variant = entry.exact.get(key);
      if (variant === undefined) {
        variant = entry.variants.findIndex((each) => each.lemma === lemma && !each.written.has(ending));
        if (variant < 0) variant = entry.variants.push({ lemma, written: new Map() }) - 1;
        entry.variants[variant]?.written.set(ending, written);
        entry.exact.set(key, variant);
      }
      return { number: entry.number, variant };
    },

    recall(kind, number, variant, ending) {
      const entry = byNumber.get(`${kind} ${number}`);
      if (!entry) return null;
      // A letter that we never gave is a slip of the model: the number says who is meant.
      const said = entry.variants[variant] ?? entry.variants[0];
      const written = said?.written.get(ending);
      if (written !== undefined || !said) return written ?? null;
      if (kind !== 'PERSON') return `${said.written.get('') ?? said.lemma}${ending}`;
      return ending === '' ? said.lemma : inflect(said.lemma, ending);
    },
  };
}
