import type { Message } from './message.ts';
import type { Lang } from './words.ts';

/** Plain text of the CommonMark that Porras writes itself: emphasis, headings, quotes, links; not a general parser. */
export const plainText = (markdown: string): string =>
  markdown
    .replace(/^#{1,6} +/gm, '')
    .replace(/\*\*((?:\\.|[^*\\])+)\*\*/g, '$1')
    .replace(/(^|\s)_([^_]+)_(?=\W|$)/g, '$1$2')
    .replace(/(?<!\\)\[((?:\\.|[^\]\\])+)\]\([^)]+\)/g, '$1')
    .replace(/\\([\\`*_[\]()#+\-=.<>&~|])/g, '$1');

/**
 * What people wrote, as Markdown that shows it letter for letter: nothing in it can become a link, emphasis, a heading, a
 * list, a table, code or HTML. Escapes no more than that takes, so that the source stays readable; the indentation of
 * lines is left out, since it can mean code.
 */
export const asMarkdown = (text: string): string =>
  text
    .replace(/^[ \t]+/gm, '')
    .replace(/[\\`*[\]<~|]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/&(?=[#\w]+;)/g, '\\&')
    .replace(/^(\s*)(>|(?:#{1,6}|[-+=]+|\d{1,9}[.)])(?=\s|$))/gm, (_, space: string, mark: string) => {
      return `${space}${mark.replace(/(.)$/, '\\$1')}`;
    });

/** A message from Markdown, with the plain text that goes with it. */
export const markdownMessage = (
  lang: Lang,
  markdown: string,
  more: Pick<Message, 'choices' | 'picture'> = {},
): Message => ({
  lang,
  markdown,
  text: plainText(markdown),
  ...more,
});
