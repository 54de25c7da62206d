import { decodeHTML } from 'entities';
import { htmlToPlain, type PlainHtml } from '../../src/html-to-plain.ts';

const MENTION = /<(at|span)\b([^<>]*)>([^<>]*)<\/\1>/gi;

/**
 * What people saw of a message in Teams's HTML: names for mentions, and `Porras` for the bot whatever it is called there,
 * so that a text that calls it begins as in every other chat. The text of another's message that Teams puts on top of
 * an answer to it is left out: its words are somebody else's; `quotes` is its id.
 * @param ours what the mentions of the bot in it say
 */
export const readHtml = (html: string, ours: ReadonlySet<string>): PlainHtml =>
  htmlToPlain(
    html.replace(MENTION, (whole, tag: string, attributes: string, name: string) => {
      const isMention = tag.toLowerCase() === 'at' || attributes.includes('http://schema.skype.com/Mention');
      return isMention && ours.has(decodeHTML(name).trim()) ? '<at>Porras</at>' : whole;
    }),
  );

/** The same for the text that comes beside the HTML, or without it: only mentions are marked in it. */
export const readPlain = (text: string, ours: ReadonlySet<string>): string =>
  text.replace(/<at(?:\s[^<>]*)?>([^<>]*)<\/at>/gi, (_whole, name: string) =>
    ours.has(decodeHTML(name).trim()) ? '@Porras' : `@${decodeHTML(name)}`,
  );

/**
 * What was written, of a message that has both. HTML has lists, quotes and emoji, the text every blank as it was typed;
 * so the text is taken where it says the same. Some clients escape it.
 */
export function readMessage(html: string, text: string, ours: ReadonlySet<string>): PlainHtml {
  const read = readHtml(html, ours);
  const plain = [text, decodeHTML(text)]
    .map((each) => readPlain(each, ours))
    .find((each) => saysAsMuch(each, read.text));
  return plain === undefined ? read : { ...read, text: plain };
}

const saysAsMuch = (text: string, read: string): boolean =>
  text.replace(BLANKS, '') === read.replace(BLANKS, '') && linesOf(text) >= linesOf(read);

const BLANKS = /[\s\u00a0]+/g;
const linesOf = (text: string): number => text.trim().split('\n').length;
