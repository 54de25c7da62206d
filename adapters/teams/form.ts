import type { Form } from '../../src/domain/message.ts';
import type { Person, Place } from '../../src/domain/platform-event.ts';
import type { Lang } from '../../src/domain/words.ts';
import { PorrasError } from '../../src/errors.ts';
import { type AdaptiveCard, cardAttachment, cardOf, LIMITS, sizeOf } from './card.ts';
import { renderField } from './form-field.ts';
import { executeOf } from './render-buttons.ts';
import { renderLines } from './render-elements.ts';
import { textLines } from './render-lines.ts';
import { splitLine } from './split-lines.ts';
import { shorten } from './shorten.ts';
import type { Activity } from './transport.ts';

/** The verb of what sends a form. */
export const FORM_VERB = 'porras-form';

/** What comes back with the answers of a form. */
export interface FormData extends Record<string, unknown> {
  form: string;
  context: string;
  place: Place | null;
  title: string;
  /** The same on every press of the same card. */
  once: string;
  /** Names of all fields, and of those whose answers are people: what is left empty may not come back at all. */
  fields: string[];
  people: string[];
  /** Of its words. */
  lang: Lang | null;
}

const LONGEST_TITLE = 400;

/** A form as a card: in a dialog where there is one to be opened, else in the private conversation. */
export function renderForm(
  form: Form,
  place: Place | null,
  once: string,
  people: readonly Person[] = [],
): AdaptiveCard {
  const title = form.title.toWellFormed().trim() || '…';
  const data: FormData = {
    form: form.id,
    context: form.context,
    place,
    title: shorten(title, LONGEST_TITLE),
    once,
    fields: form.fields.map(({ name }) => name),
    people: form.fields.filter(({ type }) => type === 'people').map(({ name }) => name),
    lang: form.lang ?? null,
  };
  const card = cardOf(
    [
      ...renderLines(textLines(title, { heading: 2 }).flatMap(splitLine)),
      ...renderLines(textLines(form.intro.toWellFormed()).flatMap(splitLine)),
      ...form.fields.flatMap((field) => renderField(field, people, form.lang)),
      { type: 'ActionSet', actions: [executeOf(FORM_VERB, form.submit, data, { style: 'positive' }, true)] },
    ],
    shorten(title, LONGEST_TITLE),
    form.lang,
  );
  if (sizeOf(card) > LIMITS.message - 1_000)
    throw new PorrasError(
      'form-too-long',
      `The form "${form.id}" takes ${sizeOf(card)} characters as a card and Teams takes ${LIMITS.message}: ask for less at once, offer fewer options, and give it an id as its context.`,
    );
  return card;
}

export const formActivity = (card: AdaptiveCard): Activity => ({
  type: 'message',
  summary: card.speak,
  attachments: [cardAttachment(card)],
});

/** What takes the place of a form that was sent, so that nobody wonders whether it was. */
export const sentForm = (title: string): AdaptiveCard =>
  cardOf(renderLines(textLines(`✓ ${title.toWellFormed()}`).flatMap(splitLine)), shorten(title, LONGEST_TITLE));
