import { z } from 'zod';
import type { PlatformEvent } from '../../src/domain/platform-event.ts';
import { type FromCard, parseCard, parsePicked } from './parse-event-cards.ts';
import { type Around, aroundOf, type Envelope, type ParseContext, tenantIn } from './parse-event-context.ts';
import { isFromPerson, parseDeletion, parseMessage, parseReactions, parseUpdate } from './parse-event-messages.ts';
import { parseConversationUpdate, parseInstallation } from './parse-event-places.ts';

export { Envelope, type ParseContext } from './parse-event-context.ts';

/** What an activity says: events, and where somebody waits for an answer to a card, what it was. */
export interface Parsed {
  events: PlatformEvent[];
  card: FromCard | null;
}

const NOTHING: Parsed = { events: [], card: null };

/**
 * What Teams sent, as the core hears it: nothing for what says nothing to Porras, several events where one activity
 * tells of several.
 * @throws ZodError for an activity that is not what Microsoft documents
 */
export function parseActivity(activity: Envelope, context: ParseContext): Parsed {
  const tenant = tenantIn(activity);
  if (tenant === null) return NOTHING;
  const around = aroundOf(activity, tenant, context);
  const only = (events: PlatformEvent[]): Parsed => ({ events, card: null });
  switch (activity.type) {
    case 'message':
      return ofCard(isFromPerson(around) ? parseCard(around, activity['value']) : null) ?? only(parseMessage(around));
    case 'messageUpdate':
      return only(parseUpdate(around));
    case 'messageDelete':
      return only(parseDeletion(around));
    case 'messageReaction':
      return only(parseReactions(around));
    case 'conversationUpdate':
      return only(parseConversationUpdate(around));
    case 'installationUpdate':
      return only(parseInstallation(around));
    case 'invoke':
      return isFromPerson(around) ? (ofCard(parseInvoke(around)) ?? NOTHING) : NOTHING;
    default:
      return NOTHING;
  }
}

const ofCard = (card: FromCard | null): Parsed | null => card && { events: [card.event], card };

const Executed = z.looseObject({ action: z.looseObject({ data: z.unknown().optional() }) });
const WithData = z.looseObject({ data: z.unknown().optional() });

/** What somebody waits for an answer to. Source: Teams, "Universal Actions", "Dialogs" and "Message extensions" */
function parseInvoke(around: Around): FromCard | null {
  const { name, value } = around.activity;
  switch (name) {
    case 'adaptiveCard/action':
      return parseCard(around, Executed.parse(value).action.data);
    case 'task/fetch':
    case 'task/submit':
      return parseCard(around, WithData.parse(value).data);
    case 'composeExtension/fetchTask':
      return parsePicked(around, value);
    case 'composeExtension/submitAction':
      return parseCard(around, WithData.parse(value).data) ?? parsePicked(around, value);
    default:
      return null;
  }
}
