const LETTERS: Record<string, string> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  8: 'b',
  9: 'g',
  '@': 'a',
  $: 's',
  '!': 'i',
  '|': 'l',
  '€': 'e',
  '+': 't',
};
const WORD = /[\p{L}\d@$!|€+]{3,}/gu;

/** Words with digits for letters ("1gn0r3") spelt with letters; null where there are none. */
export function unleet(text: string): string | null {
  const spelt = text.replace(WORD, (word) =>
    isLeet(word) ? word.replace(/[\d@$!|€+]/gu, (sign) => LETTERS[sign] ?? sign) : word,
  );
  return spelt === text ? null : spelt;
}

/** A sign in the middle of letters, or several; numbers with a unit and words at the end of a sentence are not. */
const isLeet = (word: string): boolean =>
  /\p{L}[\d@$!|€+]+\p{L}/u.test(word) || /^[\d@$!|€+]+\p{L}+[\d@$|€+]*/u.test(word);
