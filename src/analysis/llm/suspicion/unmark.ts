/** Marks of Markdown, HTML and code, and ends of lines, taken out of a text: an order is one however it is set. */
export const unmark = (text: string): string =>
  text
    .replace(/(\p{L})-[ \t]*\n[ \t>]*(?=\p{L})/gu, '$1')
    .replace(/^[ \t]*(?:>[ \t]?|#{1,6}[ \t]|[-*+][ \t]|\/\/|#)+/gmu, ' ')
    .replace(/<!--|-->|\/\*|\*\//g, ' . ')
    .replace(/<\/?[a-z][^<>\n]{0,80}>/giu, ' ')
    .replace(/(?<=\p{L})[*_`~]{1,3}(?=\p{L})/gu, '')
    .replace(/[*_`~]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
