/** What an attack can be dressed in; a disguise that is not here names how the text itself was written. */
export const DISGUISES: Record<string, (text: string) => string> = {
  base64: (text) => `Ohessa / see: ${Buffer.from(text).toString('base64')}`,
  hex: (text) => Buffer.from(text).toString('hex'),
  rot13: (text) =>
    text.replace(/[a-z]/gi, (letter) => {
      const start = letter <= 'Z' ? 65 : 97;
      return String.fromCharCode(((letter.charCodeAt(0) - start + 13) % 26) + start);
    }),
  reversed: (text) => Array.from(text).reverse().join(''),
  'url-encoded': (text) => encodeURIComponent(text).replaceAll('e', '%65').replaceAll('a', '%61'),
  entities: (text) => Array.from(text, (letter, at) => (at % 2 ? letter : `&#${letter.codePointAt(0)};`)).join(''),
  spaced: (text) =>
    text
      .split(' ')
      .map((word) => Array.from(word).join(' '))
      .join('   '),
  'spaced-evenly': (text) => Array.from(text.replaceAll(' ', '')).join(' '),
  'zero-width': (text) => Array.from(text).join('\u200B'),
  homoglyph: (text) => text.replace(/[aeopcx]/g, (letter) => 'аеорсх'['aeopcx'.indexOf(letter)]!),
  fullwidth: (text) => text.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
  mathematical: (text) => text.replace(/[a-z]/g, (letter) => String.fromCodePoint(0x1d41a + letter.charCodeAt(0) - 97)),
  tags: (text) =>
    `Mukavaa päivää! ${Array.from(text, (letter) => (letter <= '~' ? String.fromCodePoint(0xe0000 + letter.charCodeAt(0)) : letter)).join('')}`,
  escapes: (text) => text.replace(/[aeiou]/g, (letter) => `\\u00${letter.charCodeAt(0).toString(16)}`),
};

export const disguise = (text: string, how: string): string => DISGUISES[how]?.(text) ?? text;
