import type { Message } from '../../src/domain/message.ts';
import { asMarkdown } from '../../src/domain/plain-text.ts';
import type { Picture } from '../../src/ports/chat-platform.ts';
import { escapeMrkdwn } from './mrkdwn.ts';
import { type Block, LIMITS } from './render-blocks.ts';
import { renderButtons } from './render-buttons.ts';
import { renderMarkdown } from './render-markdown.ts';
import { textOfBlocks } from './render-plain.ts';
import { carefully, generously } from './render-size.ts';
import { splitBlock } from './split-block.ts';
import { type Pieces, splitParts } from './split-parts.ts';
import { shorten } from './shorten.ts';

/** One message of Slack's. `text` is for notifications and screen readers, and escaped. */
export interface Part {
  text: string;
  blocks: Block[];
}

export interface RenderOptions extends Pick<Pieces, 'buttonsWith'> {
  /** Where the picture was uploaded to. */
  picture?: { fileId: string; alt: string } | null;
  /** How long the text of a part may be. */
  text?: number;
  /** In parts so short that Slack surely takes them. */
  careful?: boolean;
}

/** Slack cuts longer ones. */
const LONGEST_TEXT = 39_000;

/** What Porras says, as one message or several that belong together. */
export function renderMessage(message: Message, options: RenderOptions): Part[] {
  const { picture, text: longest = LONGEST_TEXT } = options;
  // A picture that is not at hand is told.
  const lost = message.picture && !picture ? [`\n\n${asMarkdown(message.picture.alt)}`] : [];
  const body = renderMarkdown([message.markdown, ...lost].join('').toWellFormed()).flatMap(splitBlock);
  const parts = splitParts({
    body,
    picture: picture ? [pictureOf(picture)] : [],
    buttons: renderButtons(message.choices ?? [], message.lang),
    buttonsWith: options.buttonsWith,
    measure: options.careful ? carefully : generously,
  });
  return parts.map((blocks, index) => ({
    text: fallback((index === 0 && message.text) || textOfBlocks(blocks), longest),
    blocks,
  }));
}

const pictureOf = ({ fileId, alt }: { fileId: string } & Pick<Picture, 'alt'>): Block => ({
  type: 'image',
  slack_file: { id: fileId },
  alt_text:
    shorten(
      alt
        .replace(/\p{Cc}+/gu, ' ')
        .trim()
        .toWellFormed(),
      LIMITS.altText,
    ) || '…',
});

/** Entities count too, so it is cut before it is escaped. */
function fallback(text: string, longest: number): string {
  for (let most = longest; ; most = Math.floor(most / 2)) {
    const escaped = escapeMrkdwn(shorten(text.toWellFormed(), most));
    if (Buffer.byteLength(escaped) <= longest) return escaped.trim() === '' ? '…' : escaped;
  }
}
