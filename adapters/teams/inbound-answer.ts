import { type AdaptiveCard, CARD_TYPE } from './card.ts';
import { sentForm } from './form.ts';
import { asDialogCard } from './inbound-dialogs.ts';
import { wordsFor } from './inbound-words.ts';
import type { FromCard } from './parse-event-cards.ts';
import { type Envelope, isPrivate } from './parse-event-context.ts';

/** What Teams is answered: a status and a body. */
export interface Answer {
  status: 200 | 400 | 401 | 500 | 501 | 503;
  body: unknown;
}

const ok = (body: unknown): Answer => ({ status: 200, body });

/** Whether somebody looks at a dialog that waits for a form. To have a message in the inquiry needs none. */
export const wantsDialog = ({ type, name }: Envelope, { event }: FromCard): boolean =>
  type === 'invoke' &&
  (name === 'task/fetch' || name === 'composeExtension/fetchTask') &&
  !(event.type === 'message-picked' && event.purpose === 'add');

/**
 * What is answered once everything is stored.
 *
 * @param shown what whoever waits is shown: a form in their dialog, or another card in place of theirs
 */
export function answerTo(activity: Envelope, card: FromCard | null, shown: AdaptiveCard | null): Answer {
  if (activity.type !== 'invoke') return ok(null);
  const words = wordsFor(langOf(activity, card));
  switch (activity['name']) {
    case 'adaptiveCard/action':
      if (shown) return ok(executed(CARD_TYPE, shown));
      return ok(card?.form ? executed(CARD_TYPE, sentForm(card.form.title)) : executed(MESSAGE_TYPE, words.heard));
    case 'task/fetch':
    case 'composeExtension/fetchTask':
      if (shown) return ok({ task: { type: 'continue', value: inDialog(shown, words.dialog) } });
      return ok({
        task: { type: 'message', value: card?.event.type === 'message-picked' ? words.picked : words.formElsewhere },
      });
    case 'task/submit':
      return ok({ task: { type: 'message', value: words.sent } });
    case 'composeExtension/submitAction':
      return ok({ task: { type: 'message', value: card?.form ? words.sent : words.picked } });
    default:
      return { status: 501, body: null };
  }
}

/** A form and a private card speak to one person, in their language; that of their client may be another. */
const langOf = (activity: Envelope, card: FromCard | null): string | null | undefined =>
  (card?.form || isPrivate(activity) ? card?.lang : null) ?? activity.locale;

/** What who looks at a card is answered; without a view of it their client keeps what it shows. */
export const answerToLook = (view: AdaptiveCard | null): Answer =>
  view
    ? ok(executed(CARD_TYPE, view))
    : ok({ statusCode: 500, type: ERROR_TYPE, value: { code: 'no-view', message: 'There is no view of this card.' } });

const ERROR_TYPE = 'application/vnd.microsoft.error';
const MESSAGE_TYPE = 'application/vnd.microsoft.activity.message';

const executed = (type: string, value: unknown) => ({ statusCode: 200, type, value });

const inDialog = (card: AdaptiveCard, title: string) => ({
  title,
  height: 'large',
  width: 'medium',
  card: { contentType: CARD_TYPE, content: asDialogCard(card) },
});
