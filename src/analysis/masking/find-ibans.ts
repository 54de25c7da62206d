import { getCountrySpecifications, isValidIBAN } from 'ibantools';
import type { Reading } from './reading.ts';
import type { Span } from './span.ts';

const START = /(?<![\p{L}\p{N}])[A-Z]{2} ?\d{2}(?=[ -]?[A-Z0-9])/giu;
const specs = getCountrySpecifications();

/** IBANs of every country that has them, spaced or not; a wrong check number is masked too, since people mistype. */
export function findIbans({ text }: Reading): Span[] {
  const spans: Span[] = [];
  for (const { 0: head, index } of text.matchAll(START)) {
    const spec = specs[head.slice(0, 2).toUpperCase()];
    if (!spec?.chars) continue;
    const { iban, end } = collect(text, index, spec.chars);
    if (iban.length < spec.chars || /[\p{L}\p{N}]/u.test(text.charAt(end))) continue;
    const looksRight = spec.bban_regexp !== null && new RegExp(spec.bban_regexp).test(iban.slice(4));
    if (looksRight || isValidIBAN(iban)) {
      spans.push({ start: index, end, kind: 'IBAN', entity: iban, lemma: iban, ending: '' });
    }
  }
  return spans;
}

/** The next `length` letters and digits, with at most one space or hyphen between them. */
function collect(text: string, start: number, length: number): { iban: string; end: number } {
  let iban = '';
  let end = start;
  for (let at = start; iban.length < length && at < text.length; at += 1) {
    const character = text.charAt(at);
    if (/[a-z0-9]/i.test(character)) {
      iban += character.toUpperCase();
      end = at + 1;
    } else if (!/[ -]/.test(character) || at > end) break;
  }
  return { iban, end };
}
