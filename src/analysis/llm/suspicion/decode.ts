import { decodeHTML } from 'entities';

const BASE64 = /[A-Za-z0-9+/_-]{16,}={0,2}/g;
const HEX = /(?:(?:0x|\\x)?[0-9a-fA-F]{2}[\s,:]?){8,}/g;
const PERCENT = /(?:%[0-9A-Fa-f]{2}|[\w.~+-]){8,}/g;
const ESCAPES = /\\u\{?([0-9a-fA-F]{4,6})\}?|\\x([0-9a-fA-F]{2})/g;
const ENTITY = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,10});/i;
const BINARY = /(?:[01]{8}\s?){6,}/g;

/** What stretches of a text say once decoded, each by itself; the text around them is not repeated. */
export function decodeStretches(text: string): string[] {
  return [
    ...stretches(text, BASE64, (stretch) => Buffer.from(stretch, 'base64')),
    ...stretches(text, HEX, (stretch) => Buffer.from(stretch.replace(/0x|\\x|[^0-9a-fA-F]/g, ''), 'hex')),
    ...stretches(text, BINARY, (stretch) =>
      Buffer.from((stretch.match(/[01]{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2))),
    ),
  ];
}

/** The text with characters that are written as codes (`&#105;`, `%69`, `\u0069`) as characters; null where there are none. */
export function decodeCharacters(text: string): string | null {
  let decoded = ENTITY.test(text) ? decodeHTML(text) : text;
  decoded = decoded.replace(ESCAPES, (whole, four, two) => fromCode(Number.parseInt(four ?? two, 16), whole));
  decoded = decoded.replace(PERCENT, (stretch) => (stretch.includes('%') ? decodePercent(stretch) : stretch));
  return decoded === text ? null : decoded;
}

const fromCode = (code: number, otherwise: string): string =>
  code <= 0x10ffff ? String.fromCodePoint(code) : otherwise;

function decodePercent(stretch: string): string {
  try {
    return decodeURIComponent(stretch.replaceAll('+', ' '));
  } catch {
    return stretch;
  }
}

function* stretches(text: string, pattern: RegExp, decode: (stretch: string) => Buffer): Generator<string> {
  for (const [stretch] of text.matchAll(pattern)) {
    const decoded = decode(stretch).toString('utf8');
    if (isPrintable(decoded)) yield decoded;
  }
}

const isPrintable = (text: string): boolean => !/[\p{Cc}\uFFFD]/u.test(text.replace(/\s/g, ''));

/** Words with blanks between them: no token, key or identifier decodes to that by chance. */
export const isProse = (text: string): boolean => /\p{L}{2,}[^\p{L}]{0,3}\s[^\p{L}]{0,3}\p{L}{2,}/u.test(text);
