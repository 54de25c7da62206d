import type { Message } from '../../src/domain/message.ts';
import { asMarkdown } from '../../src/domain/plain-text.ts';
import type { Picture } from '../../src/ports/chat-platform.ts';
import { type AdaptiveCard, cardAttachment, cardOf, type Element, LIMITS, REFRESH, sizeOf } from './card.ts';
import { renderButtons } from './render-buttons.ts';
import { type Line, linesOf } from './render-lines.ts';
import { plainOf } from './render-plain.ts';
import { splitLine } from './split-lines.ts';
import { type Pieces, splitParts } from './split-parts.ts';
import { shorten } from './shorten.ts';
import type { Activity } from './transport.ts';

export interface RenderOptions extends Pick<Pieces, 'buttonsWith'> {
  picture?: Picture | null;
}

/** What notifications and screen readers get; characters as JSON. */
const LONGEST_SUMMARY = 22_500;
const LONGEST_SPOKEN = 1_500;
/** Whatever else a message has, what the Connector adds to it included. */
const AROUND = 2_500;

/** What Porras says, as one message of Teams's or several that belong together. */
export const renderMessage = (message: Message, options: RenderOptions): Activity[] =>
  renderCards(message, options).map(({ summary, card }) => ({
    type: 'message',
    locale: message.lang,
    summary,
    attachments: [cardAttachment(card)],
  }));

/** The cards of a message, each with what notifications show of it. */
export function renderCards(
  message: Message,
  { picture, buttonsWith }: RenderOptions,
): { summary: string; card: AdaptiveCard }[] {
  const shown = picture && picture.png.length <= LIMITS.picture ? picture : null;
  // A picture that is not at hand, or too large, is told.
  const told = message.picture && !shown ? `\n\n${asMarkdown(message.picture.alt)}` : '';
  const summary = shorten(message.text.toWellFormed(), LONGEST_SUMMARY);
  const spoken = shorten(message.text.toWellFormed(), LONGEST_SPOKEN);
  const around = (text: string): number => AROUND + sizeOf(text) + 2 * LONGEST_SPOKEN;
  const bodies = splitParts({
    lines: linesFor(message, told),
    picture: shown ? pictureOf(shown) : null,
    buttons: renderButtons(message.choices ?? [], message.lang),
    buttonsWith,
    room: { first: LIMITS.message - around(summary), more: LIMITS.message - around('') - LONGEST_SPOKEN },
  });
  return bodies.map((body, index) => {
    const own = index === 0 ? null : shorten(plainOf(body), LONGEST_SPOKEN);
    const card = cardOf(body, own ?? spoken, message.lang);
    return { summary: own ?? summary, card: message.views && index === 0 ? { ...card, refresh: REFRESH } : card };
  });
}

/** A card without words would not be shown. */
function linesFor(message: Message, told: string): Line[] {
  for (const markdown of [`${message.markdown}${told}`, asMarkdown(message.text), '…']) {
    const lines = linesOf(markdown.toWellFormed()).flatMap(splitLine);
    if (lines.length > 0) return lines;
  }
  return [];
}

const pictureOf = ({ png, alt }: Picture): Element => ({
  type: 'Image',
  url: `data:image/png;base64,${Buffer.from(png).toString('base64')}`,
  altText: shorten(alt.trim().toWellFormed(), LIMITS.altText) || '…',
  size: 'Stretch',
  msteams: { allowExpand: true },
});
