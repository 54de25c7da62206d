/** What may follow a stem; see endings.ts. */
export type StemKind = 'bare' | 'cased' | 'weak' | 'partitive' | 'anything';

/** A stem of one word of a name, in lower case. `rare` ones are less sure, and need a capital letter in the text. */
export interface Stem {
  text: string;
  kind: StemKind;
  rare?: boolean;
}

const VOWEL = /[aeiouyäöåéáíóúüëèêïø]$/;
/** Nouns in surnames whose i becomes e: Lahti, Lahden; Järvi, Järven. As first names they keep it (Meri, Merin). */
const E_STEMS =
  /(?:järvi|niemi|lahti|mäki|joki|salmi|koski|saari|vuori|lehti|talvi|hirvi|kivi|lampi|korpi|kaski|tuomi|suomi|virsi|susi|hanhi|lehmi|meri|suvi|tuuli|lumi|onni|kuusi|pilvi|tähti|veri|uni|vuohi|kurki|nurmi|tammi|nummi|sormi|helmi|sieni|pieni|suuri|ääri|hiiri|polvi|savi)$/;

/**
 * All stems that the cases of a Finnish text can be added to. The strong grade is given for every case, since people
 * write both ("Satun" and "Sadun"); a stem too many does little harm.
 */
export function stemsOf(word: string): Stem[] {
  if (/\d/.test(word)) return idStems(word);
  const stems: Stem[] = [{ text: word, kind: 'bare' }];
  if (VOWEL.test(word)) stems.push(...vowelStems(word));
  else stems.push({ text: `${word}i`, kind: 'cased' }, { text: `${word}`, kind: 'partitive', rare: true });
  if (word.endsWith('nen')) {
    const stem = word.slice(0, -'nen'.length);
    stems.push({ text: `${stem}se`, kind: 'cased' }, { text: `${stem}s`, kind: 'partitive' });
  }
  if (/[aeiouyäö]s$/.test(word)) {
    const stem = word.slice(0, -1);
    const long = stem + stem.slice(-1);
    stems.push(
      { text: `${stem}kse`, kind: 'cased' },
      { text: word, kind: 'partitive' },
      { text: long, kind: 'cased' },
      { text: strengthen(long, 2), kind: 'cased' },
    );
  }
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '');
  if (plain !== word && plain.length > 2) {
    stems.push(...stemsOf(plain).map((stem) => ({ ...stem, rare: true })));
  }
  return stems;
}

function vowelStems(word: string): Stem[] {
  const stems: Stem[] = [{ text: word, kind: 'cased' }];
  for (const text of weaken(word)) stems.push({ text, kind: 'weak' });
  if (word.endsWith('e')) {
    stems.push({ text: `${word}e`, kind: 'cased' });
    // Not Anne: "anteeksi" begs pardon.
    if (!word.endsWith('anne')) stems.push({ text: strengthen(`${word}e`, 2), kind: 'cased' });
    stems.push({ text: `${word}t`, kind: 'partitive' });
  }
  if (E_STEMS.test(word)) {
    const e = `${word.slice(0, -1)}e`;
    stems.push({ text: e, kind: 'cased' }, ...weaken(e).map((text) => ({ text, kind: 'weak' as const })));
    if (word.endsWith('si')) {
      const root = word.slice(0, -'si'.length);
      stems.push({ text: `${root}de`, kind: 'weak' }, { text: `${root}te`, kind: 'cased' });
    }
    stems.push({ text: word.slice(0, -1), kind: 'partitive' });
  }
  return stems;
}

/** "secretary-01" is also written "secretary 01", "secretary_01" and "secretary01". */
const idStems = (id: string): Stem[] =>
  [...new Set(['-', '_', ' ', ''].map((joint) => id.replace(/[-_ ]/g, joint)).concat(id))].map((text) => ({
    text,
    kind: 'anything',
  }));

/** Consonant gradation, strong to weak: the longest pattern that ends in the last vowel wins. */
const GRADES: readonly (readonly [RegExp, string])[] = [
  [/kk(?=.$)/, 'k'],
  [/pp(?=.$)/, 'p'],
  [/tt(?=.$)/, 't'],
  [/nk(?=.$)/, 'ng'],
  [/nt(?=.$)/, 'nn'],
  [/mp(?=.$)/, 'mm'],
  [/lt(?=.$)/, 'll'],
  [/rt(?=.$)/, 'rr'],
  [/ht(?=.$)/, 'hd'],
  [/(?<=[lr])k(?=.$)/, ''],
  [/(?<=[lr])p(?=.$)/, 'v'],
  [/(?<=[aeiouyäö])t(?=.$)/, 'd'],
  [/(?<=[aeiouyäö])p(?=.$)/, 'v'],
  [/(?<=[aeiouyäö])k(?=.$)/, ''],
];

/** The weak grade of a word in a vowel, if it has one: Matti, Mati-; Aalto, Aallo-; Mäki (mäke-), mäe-. */
export function weaken(word: string): string[] {
  const grade = GRADES.find(([strong]) => strong.test(word));
  return grade ? [word.replace(grade[0], grade[1])] : [];
}

/** The strong grade before `vowels` final vowels: Rinne, rintee-; Kangas, kankaa-. */
function strengthen(stem: string, vowels: number): string {
  const head = stem.slice(0, -vowels);
  const strong = head
    .replace(/nn$/, 'nt')
    .replace(/ng$/, 'nk')
    .replace(/ll$/, 'lt')
    .replace(/mm$/, 'mp')
    .replace(/rr$/, 'rt')
    .replace(/(?<=[aeiouyäö])d$/, 't');
  if (strong !== head) return strong + stem.slice(-vowels);
  return head.replace(/(?<=[aeiouyäölrn])([kpt])$/, '$1$1') + stem.slice(-vowels);
}
