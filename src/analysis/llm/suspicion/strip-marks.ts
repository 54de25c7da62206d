/** Letters that Finnish and Swedish tell apart from their neighbours; every other mark on a letter is decoration. */
const OWN_LETTERS = /[åäöÅÄÖ]/u;

/** Lower case without accents and other marks, however many are stacked; å, ä and ö stay. */
export const stripMarks = (text: string): string =>
  Array.from(text.normalize('NFC'), (letter) =>
    OWN_LETTERS.test(letter) ? letter : letter.normalize('NFD').replace(/\p{M}+/gu, ''),
  )
    .join('')
    .toLowerCase();
