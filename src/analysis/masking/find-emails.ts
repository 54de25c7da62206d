import type { Reading } from './reading.ts';
import type { Span } from './span.ts';

/** `@`, or what people write instead of it: (at), [ät], {a}, at. */
const AT = / ?@| (?:at|ät) (?=[\p{L}\p{N}])|\s?[([{]\s?(?:at|ät|a)\s?[)\]}]\s?/giu;
const DOT = String.raw`(?:\.|\s?[([{]\s?(?:dot|piste|punkt)\s?[)\]}]\s?)`;
const DOMAIN = new RegExp(
  String.raw` ?(?:[\p{L}\p{N}][\p{L}\p{N}_-]{0,62}${DOT}){1,8}(?:xn--[\p{L}\p{N}-]{2,59}|\p{L}{2,24})(?![\p{L}\p{N}])`,
  'uy',
);
const LOCAL = /[\p{L}\p{N}._%+'&=~-]/u;
/** Longest local part, RFC 5321 section 4.5.3.1.1. */
const LOCAL_LENGTH = 64;

/** E-mail addresses, internationalised ones and ones spelt with "(at)" included. */
export function findEmails({ text, lower }: Reading): Span[] {
  const spans: Span[] = [];
  for (const { 0: at, index } of text.matchAll(AT)) {
    let start = index;
    while (start > 0 && index - start < LOCAL_LENGTH && LOCAL.test(text.charAt(start - 1))) start -= 1;
    while (start < index && /[^\p{L}\p{N}_]/u.test(text.charAt(start))) start += 1;
    DOMAIN.lastIndex = index + at.length;
    const domain = DOMAIN.exec(text);
    if (start === index || !domain) continue;
    // "Tavataan @ kahvila.fi", "look at example.com": with spaces about it, it is also a preposition; an address then
    // has a mark within.
    const isSpaced = /^ [@aä]/i.test(at) || domain[0].startsWith(' ');
    if (isSpaced && !/[\d._-]/.test(text.slice(start, index))) continue;
    const end = DOMAIN.lastIndex;
    const entity = lower.slice(start, end).replace(/\s/g, '');
    spans.push({ start, end, kind: 'EMAIL', entity, lemma: entity, ending: '' });
  }
  return spans;
}
