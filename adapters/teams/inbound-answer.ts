import { type AdaptiveCard, CARD_TYPE } from './card.ts';
import { sentForm } from './form.ts';
import { asDialogCard } from './inbound-dialogs.ts';
import { wordsFor } from './inbound-words.ts';
import type { FromCard } from './parse-event-cards.ts';
import type { Envelope } from './parse-event-context.ts';

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

/** What is answered once everything is stored. @param dialog the form that was opened meanwhile, where a dialog waits for one */
export function answerTo(activity: Envelope, card: FromCard | null, dialog: AdaptiveCard | null): Answer {
  if (activity.type !== 'invoke') return ok(null);
  const words = wordsFor(activity.locale);
  switch (activity['name']) {
    case 'adaptiveCard/action':
      return ok(card?.form ? executed(CARD_TYPE, sentForm(card.form.title)) : executed(MESSAGE_TYPE, words.heard));
    case 'task/fetch':
    case 'composeExtension/fetchTask':
      if (dialog) return ok({ task: { type: 'continue', value: shown(dialog, words.dialog) } });
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

const MESSAGE_TYPE = 'application/vnd.microsoft.activity.message';

const executed = (type: string, value: unknown) => ({ statusCode: 200, type, value });

const shown = (card: AdaptiveCard, title: string) => ({
  title,
  height: 'large',
  width: 'medium',
  card: { contentType: CARD_TYPE, content: asDialogCard(card) },
});
