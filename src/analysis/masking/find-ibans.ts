import { getCountrySpecifications, isValidIBAN } from 'ibantools';
import type { Reading } from './reading.ts';
import type { Span } from './span.ts';

const START = /(?<![\p{L}\p{N}])[A-Z]{2} ?\d{2}(?=[ -]?[A-Z0-9])/giu;
const specs = getCountrySpecifications();

/** A number of digits alone, in capitals, with a digit too few or too many. */
const MISTYPED = /[A-Z]{2} ?\d{2}(?:[ -]?\d){8,32}(?![\p{L}\p{N}])/uy;
const SLIP = 1;

/** IBANs of every country that has them, spaced or not; mistyped ones too: wrong check numbers, one digit too few or many. */
export function findIbans({ text }: Reading): Span[] {
  const spans: Span[] = [];
  for (const { 0: head, index } of text.matchAll(START)) {
    const spec = specs[head.slice(0, 2).toUpperCase()];
    if (!spec?.chars) continue;
    const bban = new RegExp(spec.bban_regexp ?? '^$');
    const { iban, end } = collect(text, index, spec.chars);
    const isWhole = iban.length === spec.chars && !/[\p{L}\p{N}]/u.test(text.charAt(end));
    if (isWhole && (bban.test(iban.slice(4)) || isValidIBAN(iban))) {
      spans.push({ start: index, end, kind: 'IBAN', entity: iban, lemma: iban, ending: '' });
      continue;
    }
    MISTYPED.lastIndex = index;
    const mistyped = MISTYPED.exec(text)?.[0].replace(/[ -]/g, '') ?? '';
    if (mistyped === '' || Math.abs(mistyped.length - spec.chars) > SLIP) continue;
    spans.push({ start: index, end: MISTYPED.lastIndex, kind: 'IBAN', entity: mistyped, lemma: mistyped, ending: '' });
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
