import type { Message } from '../../src/domain/message.ts';
import { asMarkdown } from '../../src/domain/plain-text.ts';
import { type AdaptiveCard, LIMITS, sizeOf, VIEW_VERB } from './card.ts';
import { executeOf } from './render-buttons.ts';
import { renderCards } from './render-message.ts';

/** Of a message that takes several, the card with its buttons; the others stand below it for everybody. */
const cardFor = (message: Message): AdaptiveCard => renderCards(message, { buttonsWith: 'first' })[0]!.card;

/** What one person sees in place of a message. @param notice what became of what they have just done */
export function renderView(message: Message, notice: string | null = null): AdaptiveCard {
  if (notice === null) return cardFor(message);
  const { text, markdown } = message;
  return cardFor({ ...message, text: `${text}\n\n${notice}`, markdown: `${markdown}\n\n**${asMarkdown(notice)}**` });
}

/**
 * A form below the message that it is about, with a way back to that. It does not refresh itself: what is half written
 * stays.
 */
export function renderFormInView(message: Message, form: AdaptiveCard, cancel: string): AdaptiveCard {
  const body = form.body.map((element) =>
    element.type === 'ActionSet'
      ? { ...element, actions: [...element.actions, executeOf(VIEW_VERB, cancel, {})] }
      : element,
  );
  const { choices: _, ...words } = message;
  const whole = { ...form, body: [...cardFor(words).body, ...body] };
  return sizeOf(whole) > LIMITS.message - 1_000 ? { ...form, body } : whole;
}
