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

const line = { leadingLineBreaks: 1, trailingLineBreaks: 1 };
const heading = { options: { ...line, uppercase: false } };

const convert = compile({
  wordwrap: false,
  // Without a limit, as the texts are; nesting is bounded below.
  limits: { maxInputLength: 1024 * 1024, maxDepth: 200 },
  // A zero width space is left as it was typed.
  whitespaceCharacters: ' \t\r\n\f',
  formatters: { mention, emoji, image, quotation },
  selectors: [
    { selector: '*', format: 'inline' },
    { selector: 'at', format: 'mention' },
    { selector: 'emoji', format: 'emoji' },
    { selector: 'img', format: 'image' },
    { selector: 'attachment', format: 'skip' },
    { selector: 'blockquote', format: 'quotation' },
    { selector: 'a', format: 'inline' },
    { selector: 'p', format: 'paragraph', options: line },
    { selector: 'div', format: 'block', options: line },
    { selector: 'pre', format: 'pre', options: line },
    { selector: 'codeblock', format: 'pre', options: line },
    { selector: 'ul', format: 'unorderedList', options: { ...line, itemPrefix: '- ' } },
    { selector: 'ol', format: 'orderedList', options: line },
    { selector: 'table', format: 'dataTable', options: { uppercaseHeaderCells: false } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, format: 'heading', ...heading })),
  ],
});

/** What people saw of a Teams message: its HTML as plain text, a paragraph or line break being a line. */
export const htmlToPlain = (html: string): PlainHtml => ({
  text: convert(html).replaceAll('\u00a0', ' ').trim(),
  quotes: html.match(/<blockquote[^>]*schema\.skype\.com\/Reply[^>]*itemid="(\d+)"/)?.[1] ?? null,
});
