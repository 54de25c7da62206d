import { z } from 'zod';
import type { SlackMessage } from './outbound-answers.ts';

const EVENT = 'porras_delivery';

/** What a message of Slack's says of itself: which delivery it is a part of. */
export interface Mark {
  key: string;
  part: number;
  of: number;
}

const shape = z.object({
  event_type: z.literal(EVENT),
  event_payload: z.object({ key: z.string(), part: z.number().default(1), of: z.number().default(1) }),
});

export const metadataOf = ({ key, part, of }: Mark): Record<string, unknown> => ({
  event_type: EVENT,
  event_payload: { key, part, of },
});

export function markOf(message: SlackMessage): Mark | null {
  const read = shape.safeParse(message.metadata);
  return read.success ? read.data.event_payload : null;
}

const picture = z.object({ type: z.literal('image'), slack_file: z.object({ id: z.string() }) });

/** Ids of the files that the message's blocks show. */
export const filesOf = (message: SlackMessage): string[] =>
  (Array.isArray(message.blocks) ? message.blocks : []).flatMap((block: unknown) => {
    const read = picture.safeParse(block);
    return read.success ? [read.data.slack_file.id] : [];
  });
