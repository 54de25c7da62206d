import { z } from 'zod';
import type { PlatformEvent } from '../../src/domain/platform-event.ts';
import type { ParseContext } from './parse-event-context.ts';
import { parseCommand, parsePicked, parsePressed, parseSubmitted } from './parse-event-interactions.ts';
import { parseMessage, parsePosted, parseReaction } from './parse-event-messages.ts';
import { parsePlace } from './parse-event-places.ts';

export type { Known, ParseContext } from './parse-event-context.ts';
export { teamIn } from './parse-event-team.ts';

const Callback = z.object({
  type: z.literal('event_callback'),
  event_id: z.string().min(1),
  event_time: z.number(),
  event: z.looseObject({ type: z.string() }),
});
const Interaction = z.object({ type: z.string() });
const Command = z.object({ command: z.string() });

/**
 * What Slack sent, as the core hears it; null for what says nothing to Porras, its own doings among it.
 * @throws ZodError for a payload that is not what Slack documents.
 */
export function parseEvent(body: unknown, context: ParseContext): PlatformEvent | null {
  const callback = Callback.safeParse(body);
  if (callback.success) return parseCallback(callback.data, context);
  const interaction = Interaction.safeParse(body);
  if (interaction.success) return parseInteraction(interaction.data.type, body, context);
  return Command.safeParse(body).success ? parseCommand(body, context) : null;
}

function parseCallback(callback: z.infer<typeof Callback>, context: ParseContext): PlatformEvent | null {
  const { event, event_id, event_time } = callback;
  const id = `slack:${event_id}`;
  switch (event.type) {
    case 'message':
      return parseMessage(event, id, context);
    case 'app_mention':
      return parsePosted(event, id, context);
    case 'reaction_added':
      return parseReaction('reaction-added', event, id, context);
    case 'reaction_removed':
      return parseReaction('reaction-removed', event, id, context);
    default:
      return parsePlace(event.type, event, { id, event_time }, context);
  }
}

function parseInteraction(type: string, body: unknown, context: ParseContext): PlatformEvent | null {
  switch (type) {
    case 'block_actions':
      return parsePressed(body, context);
    case 'view_submission':
      return parseSubmitted(body, context);
    case 'message_action':
      return parsePicked(body, context);
    default:
      return null;
  }
}
