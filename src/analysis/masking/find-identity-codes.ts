import type { Reading } from './reading.ts';
import type { Span } from './span.ts';

/**
 * Finnish personal identity codes: ddmmyy, century sign, three digits, check character. The signs are those of
 * decree 690/2022: + for the 1800s, - Y X W V U for the 1900s, A B C D E F for the 2000s.
 */
const FINNISH = /(?<![\p{L}\p{N}])(\d{2})(\d{2})\d{2}(?: ?[-+] ?|[A-FU-Y])\d{3}[0-9A-Z](?![\p{L}\p{N}])/giu;
/** Swedish identity numbers: (century) yymmdd, - or + or nothing, four digits; the first may be a letter (interim numbers). */
const SWEDISH =
  /(?<![\p{L}\p{N}])(?:18|19|20)?(\d{2})(\d{2})(\d{2})( ?[-+] ?| )?[\dTRSUWXJKLMN]\d{3}(?![\p{L}\p{N}])/giu;
const CUE =
  /(?:hetu|henkilötunnu|henkilönumero|personnummer|personnr|personnumr|persnr|pnr|personbeteckning|samordningsn|identity (?:code|number)|person number|ssn)\P{N}*$/u;
const CUE_REACH = 40;
/** Coordination numbers add 60 to the day. */
const COORDINATION = 60;

/** Identity codes of both countries. Check characters are not asked for where the shape alone says it. */
export function findIdentityCodes({ text, lower }: Reading): Span[] {
  const spans: Span[] = [];
  const add = (start: number, code: string): void => {
    const entity = code.replace(/[ ]/g, '').toUpperCase();
    spans.push({ start, end: start + code.length, kind: 'IDCODE', entity, lemma: entity, ending: '' });
  };
  for (const { 0: code, 1: day, 2: month, index } of text.matchAll(FINNISH)) {
    if (isDay(day) && isMonth(month)) add(index, code);
  }
  for (const { 0: code, 2: month, 3: day, 4: sign, index } of text.matchAll(SWEDISH)) {
    if (!isMonth(month) || !(isDay(day) || isDay(Number(day) - COORDINATION))) continue;
    // Ten or twelve digits without a sign may be anything: these have to pass the check, or be called an identity number.
    if (sign?.trim() || isValid(code) || CUE.test(lower.slice(Math.max(0, index - CUE_REACH), index))) add(index, code);
  }
  return spans;
}

const isDay = (day: string | number | undefined): boolean => Number(day) >= 1 && Number(day) <= 31;
const isMonth = (month: string | undefined): boolean => Number(month) >= 1 && Number(month) <= 12;

/** The Luhn sum over the last ten digits; the day of a coordination number counts as written. */
function isValid(code: string): boolean {
  const digits = code.replace(/\D/g, '').slice(-10).split('').map(Number);
  const products = digits.map((digit, index) => digit * (index % 2 === 0 ? 2 : 1));
  return products.reduce((sum, product) => sum + (product > 9 ? product - 9 : product), 0) % 10 === 0;
}
