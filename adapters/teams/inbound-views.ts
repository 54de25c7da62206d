import { z } from 'zod';
import type { Address } from '../../src/domain/inquiry.ts';
import type { View, ViewOf } from '../../src/ports/chat-platform.ts';
import { messageRef, personAddress } from './address.ts';
import { type AdaptiveCard, VIEW_VERB } from './card.ts';
import type { TeamsLog } from './config.ts';
import type { Dialogs } from './inbound-dialogs.ts';
import { wordsIn } from './inbound-words.ts';
import type { FromCard } from './parse-event-cards.ts';
import { type Envelope, idOf } from './parse-event-context.ts';
import { renderFormInView, renderView } from './render-view.ts';

const Executed = z.looseObject({ action: z.looseObject({ verb: z.string().nullish() }) });

export const isExecuted = ({ type, name }: Envelope): boolean => type === 'invoke' && name === 'adaptiveCard/action';

/** Whether somebody's client, or they by a button, ask for their view of a card, and nothing else. */
export const asksForView = (activity: Envelope): boolean =>
  isExecuted(activity) && Executed.safeParse(activity['value']).data?.action.verb === VIEW_VERB;

/** Somebody who waits to be shown something. */
export interface Waiting {
  /** What they are shown; null where a word will do. */
  card(): Promise<AdaptiveCard | null>;
  cancel(): void;
}

export interface Views {
  /** The view of whoever looks at a card; null where there is none. */
  look(activity: Envelope, tenant: string): Promise<AdaptiveCard | null>;
  /**
   * Somebody pressed a button of a card that has views, or sent a form that stands in it: the form that is opened
   * meanwhile is shown in it, else their view of it as it is after that.
   *
   * @returns null for another card
   */
  press(activity: Envelope, tenant: string, pressed: FromCard): Promise<Waiting | null>;
}

export function createViews(viewOf: ViewOf, dialogs: Dialogs, log: TeamsLog): Views {
  const viewFor = async ({ ref, person }: Looking, after?: string): Promise<View | null> => {
    try {
      return await viewOf(ref, person, ...(after === undefined ? [] : [after]));
    } catch (thrown) {
      log('a view could not be had', { error: thrown instanceof Error ? thrown.name : 'unexpected' });
      return null;
    }
  };

  return {
    async look(activity, tenant) {
      const looking = lookingAt(activity, tenant);
      const view = looking && (await viewFor(looking));
      return view && renderView(view.message);
    },
    async press(activity, tenant, { event, dialog, form }) {
      const looking = isExecuted(activity) ? lookingAt(activity, tenant) : null;
      const before = looking && (await viewFor(looking));
      if (!looking || !before) return null;
      const words = wordsIn(before.lang);
      if (form)
        return {
          card: async () => renderView(((await viewFor(looking, event.id)) ?? before).message, words.sent),
          cancel: () => undefined,
        };
      const opened = dialogs.expect(dialog);
      const cancel = () => opened.cancel();
      return {
        cancel,
        async card() {
          // Once it is handled, no form will come any more.
          const after = viewFor(looking, event.id).finally(cancel);
          const asked = await opened.form;
          if (asked) return renderFormInView(before.message, asked, words.cancel);
          const { message } = (await after) ?? before;
          return renderView(message, JSON.stringify(message) === JSON.stringify(before.message) ? words.picked : null);
        },
      };
    },
  };
}

interface Looking {
  ref: string;
  person: Address;
}

/** Who has which message before them; null where that is not told. */
const lookingAt = ({ from, conversation, replyToId }: Envelope, tenant: string): Looking | null =>
  replyToId ? { ref: messageRef(tenant, conversation.id, replyToId), person: personAddress(tenant, idOf(from)) } : null;
