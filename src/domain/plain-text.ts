import type { Message } from './message.ts';
import type { Lang } from './words.ts';

/** Plain text of the CommonMark that Porras writes itself: emphasis, headings, quotes, links; not a general parser. */
export const plainText = (markdown: string): string =>
  markdown
    .replace(/^#{1,6} +/gm, '')
    .replace(/\*\*([^*]+)\*\*/g, '$1')
    .replace(/(^|\s)_([^_]+)_(?=\W|$)/g, '$1$2')
    .replace(/\[([^\]]+)\]\([^)]+\)/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+\-.!|<>&~])/g, '$1');

/** What people wrote, as CommonMark that shows it letter for letter: nothing in it can become a link, a heading or HTML. */
export const asMarkdown = (text: string): string => text.replace(/[\\`*_{}[\]()#+!|<>&~]/g, '\\$&').replace(/^(\s*)([-+]|\d+[.)])(?=\s)/gm, '$1\\$2');

/** A message from Markdown, with the plain text that goes with it. */
export const messageOf = (lang: Lang, markdown: string, more: Pick<Message, 'choices' | 'picture'> = {}): Message => ({
  lang,
  markdown,
  text: plainText(markdown),
  ...more,
});
