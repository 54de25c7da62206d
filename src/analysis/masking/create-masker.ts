import { endingAfter, writeEnding } from './endings.ts';
import { findEmails } from './find-emails.ts';
import { findIbans } from './find-ibans.ts';
import { findIdentityCodes } from './find-identity-codes.ts';
import { createNameFinder } from './find-names.ts';
import { findPhones } from './find-phones.ts';
import { createMemory } from './memory.ts';
import { findPlaceholders, writePlaceholder } from './placeholder.ts';
import { read } from './reading.ts';
import type { Span } from './span.ts';
import { withoutOverlaps } from './without-overlaps.ts';

/**
 * Takes personal data out of texts before they leave for a language model, and puts it back into what returns.
 * One masker for one request: the same person or number has the same placeholder in all its texts.
 */
export interface Masker {
  /** The text with placeholders (see placeholder.ts) for names, e-mail addresses, phone numbers, IBANs and identity codes. */
  mask: (text: string) => string;
  /** Puts back what this masker took out, letter for letter; placeholders that it never gave stay as they are. */
  restore: (text: string) => string;
}

export interface MaskerOptions {
  /** Names and ids of the participants as listed: "Maija Mattila", "Maija", "secretary-01". */
  names: readonly string[];
}

export function createMasker({ names }: MaskerOptions): Masker {
  const findNames = createNameFinder(names);
  const memory = createMemory();

  const spansOf = (text: string): Span[] => {
    const reading = read(text);
    const inReading = withoutOverlaps(
      [findEmails, findIbans, findIdentityCodes, findPhones, findNames].map((find) => find(reading)),
    );
    const inText = inReading.map((span) => ({
      ...span,
      start: reading.startOf(span.start),
      end: reading.endOf(span.end),
    }));
    // Whatever the writers' own text has that reads as a placeholder is one too: nobody can plant one.
    const literals = findPlaceholders(text).map(({ start, end }): Span => {
      const lemma = text.slice(start, end);
      return { start, end, kind: 'LITERAL', entity: lemma, lemma, ending: '' };
    });
    return withoutOverlaps([literals, inText]);
  };

  return {
    mask(text) {
      const kept = spansOf(text).map((span) => {
        const written = text.slice(span.start, span.end);
        return { span, written, ...memory.keep(span, written) };
      });
      // From the end, since what follows a name decides whether its ending can be told from it.
      const parts: string[] = [];
      let rest = text.length;
      let after = '';
      for (const { span, written, number, variant } of kept.reverse()) {
        const following = text.slice(span.end, rest) + after;
        let masked = writePlaceholder(span.kind, number, variant) + writeEnding(span.ending);
        if (
          span.kind === 'PERSON' &&
          endingAfter(writeEnding(span.ending) + following.slice(0, REACH), 0).ending !== span.ending
        ) {
          const literal = memory.keep({ kind: 'LITERAL', entity: written, lemma: written, ending: '' }, written);
          masked = writePlaceholder('LITERAL', literal.number, literal.variant);
        }
        parts.push(text.slice(span.end, rest), masked);
        rest = span.start;
        after = masked;
      }
      parts.push(text.slice(0, rest));
      return parts.reverse().join('');
    },

    restore(text) {
      let restored = '';
      let at = 0;
      for (const { start, end, kind, number, variant } of findPlaceholders(text)) {
        const { written, ending } = kind === 'PERSON' ? endingAfter(text, end) : { written: '', ending: '' };
        const original = memory.recall(kind, number, variant, ending);
        if (original === null) continue;
        restored += text.slice(at, start) + original;
        at = end + written.length;
      }
      return restored + text.slice(at);
    },
  };
}

/** Longer than any ending. */
const REACH = 40;
