import { compile, type FormatCallback } from 'html-to-text';

export interface PlainHtml {
  text: string;
  /** Id of the message that a quotation on top of the text was taken from, as chats had it before attachments. */
  quotes: string | null;
}

/** A quotation of another person's message, which Teams puts on top of an answer to it. */
const REPLY = 'http://schema.skype.com/Reply';
const EMOJI = 'http://schema.skype.com/Emoji';

/** Teams shows a mention without a sign; with one it reads as in every other chat. */
const mention: FormatCallback = (element, walk, builder) => {
  builder.addInline('@');
  walk(element.children, builder);
};

const emoji: FormatCallback = (element, _walk, builder) => {
  builder.addInline(element.attribs['alt'] ?? '', { noWordTransform: true });
};

/** Old clients wrote emoji as images; other images are pictures, and say nothing. */
const image: FormatCallback = (element, _walk, builder) => {
  if (element.attribs['itemtype'] === EMOJI) builder.addInline(element.attribs['alt'] ?? '', { noWordTransform: true });
};

/** What another person said is theirs; only what was quoted by hand belongs to the one who wrote. */
const quotation: FormatCallback = (element, walk, builder) => {
  if (element.attribs['itemtype'] === REPLY) return;
  builder.openBlock({ leadingLineBreaks: 1, reservedLineLength: 2 });
  walk(element.children, builder);
  builder.closeBlock({
    trailingLineBreaks: 1,
    blockTransform: (block) =>
      block
        .split('\n')
        .map((line) => `> ${line}`)
        .join('\n'),
  });
};

const numbered: FormatCallback = (element, walk, builder) => {
  const items = element.children.filter((child) => child.name === 'li');
  builder.openList({ leadingLineBreaks: 1, interRowLineBreaks: 1, prefixAlign: 'left' });
  for (const [index, item] of items.entries()) {
    builder.openListItem({ prefix: `${index + 1}. ` });
    walk(item.children, builder);
    builder.closeListItem();
  }
  builder.closeList({ trailingLineBreaks: 1 });
};

const line = { leadingLineBreaks: 1, trailingLineBreaks: 1 };
const heading = { options: { ...line, uppercase: false } };

const convert = compile({
  wordwrap: false,
  // A text may be of any length here, and is judged as plain text; nesting beyond this is no message of a person.
  limits: { maxInputLength: Number.MAX_SAFE_INTEGER, maxDepth: 500, ellipsis: '' },
  // A zero width space is left as it was typed.
  whitespaceCharacters: ' \t\r\n\f',
  formatters: { mention, emoji, image, quotation, numbered },
  selectors: [
    { selector: '*', format: 'inline' },
    { selector: 'at', format: 'mention' },
    { selector: 'span[itemtype="http://schema.skype.com/Mention"]', format: 'mention' },
    { selector: 'emoji', format: 'emoji' },
    { selector: 'customemoji', format: 'emoji' },
    { selector: 'img', format: 'image' },
    { selector: 'attachment', format: 'skip' },
    { selector: 'blockquote', format: 'quotation' },
    { selector: 'a', format: 'inline' },
    { selector: 'p', format: 'paragraph', options: line },
    { selector: 'div', format: 'block', options: line },
    { selector: 'pre', format: 'pre', options: line },
    { selector: 'codeblock', format: 'pre', options: line },
    { selector: 'ul', format: 'unorderedList', options: { ...line, itemPrefix: '- ' } },
    { selector: 'ol', format: 'numbered' },
    { selector: 'hr', format: 'skip' },
    { selector: 'table', format: 'dataTable', options: { uppercaseHeaderCells: false } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, format: 'heading', ...heading })),
  ],
});

/** A line break that ends a block shows nothing, unless it is all that the block holds: an empty line then. */
const withoutIdleBreaks = (html: string): string =>
  html
    .replace(/<(p|div)>\s*<br\s*\/?>\s*<\/\1>/gi, '<p>&nbsp;</p>')
    .replace(/<br\s*\/?>\s*(?=<\/(?:p|div|li|td|blockquote)>)/gi, '');

const quotedId = (html: string): string | null => {
  const tags = html.match(/<blockquote[^<>]*>/gi) ?? [];
  return tags.find((tag) => tag.includes(REPLY))?.match(/itemid="(\d+)"/)?.[1] ?? null;
};

/** What people saw of a Teams message: its HTML as plain text, a paragraph or line break being a line. */
export const htmlToPlain = (html: string): PlainHtml => ({
  text: convert(withoutIdleBreaks(html)).replaceAll('\u00a0', ' ').replace(/^ +$/gm, '').trim(),
  quotes: quotedId(html),
});
