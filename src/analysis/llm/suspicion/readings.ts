import { decodeCharacters, decodeStretches, isProse } from './decode.ts';
import { asLatin, lookAlikeSigns } from './look-alikes.ts';
import type { Sign } from './sign.ts';
import { stripHidden } from './strip-hidden.ts';
import { stripMarks } from './strip-marks.ts';
import { unleet } from './unleet.ts';
import { unmark } from './unmark.ts';
import { unspace } from './unspace.ts';

/** One way of reading a text: as it stands (`plain`), or what it says once a disguise is taken off. */
export interface Reading {
  text: string;
  disguise: string | null;
}

/** Encodings may be nested; more than this many layers nobody reads, models included. */
const LAYERS = 3;

/** All ways of reading a text, in lower case and without marks, and what speaks for a disguise. */
export function readingsOf(raw: string): { readings: Reading[]; surfaces: string[]; signs: Sign[] } {
  const signs: Sign[] = [];
  const surfaces: string[] = [];
  let layer = [raw];
  for (let depth = 0; depth < LAYERS && layer.length > 0; depth += 1) {
    const next: string[] = [];
    for (const each of layer) {
      const hidden = stripHidden(each);
      signs.push(...hidden.signs, ...lookAlikeSigns(each));
      const surface = hidden.text.normalize('NFKC');
      surfaces.push(surface);
      const encoded = decodeStretches(surface);
      if (encoded.some(isProse)) signs.push({ reason: 'encoded words', weight: 1 });
      next.push(...encoded, ...[hidden.spelt, decodeCharacters(surface)].filter((found) => found !== null));
    }
    layer = next;
  }
  const readings = surfaces.flatMap((surface, index) => undisguise(surface, index > 0, signs));
  return { readings, surfaces, signs };
}

function undisguise(surface: string, decoded: boolean, signs: Sign[]): Reading[] {
  const unmarked = unmark(surface);
  const plain = stripMarks(unmarked);
  const spaced = unspace(surface) ?? unspace(unmarked);
  signs.push(...(spaced?.signs ?? []));
  const found: [string, string | null][] = [
    ['look-alike letters', asLatin(plain)],
    ['spaced-out letters', spaced && stripMarks(unmark(spaced.text))],
    ['digits for letters', unleet(plain)],
    ['shifted letters', telling(rot13(plain))],
    ['reversed', telling(Array.from(plain).reverse().join(''))],
  ];
  return [
    { text: plain, disguise: decoded ? 'encoded' : null },
    ...found.flatMap(([disguise, text]) => (text === null || text === plain ? [] : [{ text, disguise }])),
  ];
}

/** Any text can be shifted and reversed; only where something of the kind shows is it worth a closer look. */
const TELLING =
  /ignor|instru|disregard|forget|prompt|system|label|classif|digest|summar|contribut|messag|approv|reveal|repeat|categor|ohje|unohda|merkits|luokit|luokk|koost|viest|paljast|hyväksy|säännö|teema|muut |kaikk|glöm|bortse|skriv|inlägg|sammanfatt|meddela|avslöja|godkänn|etikett|kategori|alla /;
const telling = (text: string): string | null => (TELLING.test(text) ? text : null);

const rot13 = (text: string): string =>
  text.replace(/[a-z]/g, (letter) => String.fromCharCode(((letter.charCodeAt(0) - 84) % 26) + 97));
