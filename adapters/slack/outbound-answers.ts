import { z } from 'zod';
import { PorrasError } from '../../src/errors.ts';
import type { SlackAnswer } from './slack-api.ts';

/** What is used of Slack's answers. */

export const posted = z.object({ ts: z.string() });
export const opened = z.object({ channel: z.object({ id: z.string() }) });
export const described = z.object({
  channel: z.object({ name: z.string().optional(), is_member: z.boolean().optional() }),
});
export const linked = z.object({ permalink: z.string() });
export const upload = z.object({ upload_url: z.url(), file_id: z.string() });

const more = z.object({ next_cursor: z.string().optional() }).optional();
export const memberPage = z.object({ members: z.array(z.string()), response_metadata: more });

/** Metadata of messages that are not Porras's may be anything. */
const message = z.object({
  ts: z.string(),
  thread_ts: z.string().optional(),
  reply_count: z.number().optional(),
  metadata: z.unknown().optional(),
  blocks: z.unknown().optional(),
});
export type SlackMessage = z.infer<typeof message>;
export const messagePage = z.object({ messages: z.array(message), response_metadata: more });

const text = z.string().nullish();
export const user = z.object({
  id: z.string(),
  name: text,
  real_name: text,
  deleted: z.boolean().optional(),
  is_bot: z.boolean().optional(),
  locale: text,
  tz: text,
  profile: z
    .object({
      display_name: text,
      real_name: text,
      status_emoji: text,
      status_expiration: z.number().nullish(),
    })
    .optional(),
});
export type SlackUser = z.infer<typeof user>;
export const userAnswer = z.object({ user });
export const userPage = z.object({ members: z.array(user), response_metadata: more });

export const disturbance = z.object({
  dnd_enabled: z.boolean().optional(),
  next_dnd_start_ts: z.number().optional(),
  next_dnd_end_ts: z.number().optional(),
  snooze_enabled: z.boolean().optional(),
  snooze_endtime: z.number().optional(),
});

/** @throws PorrasError `slack-strange-answer`, retryable: Slack, or something before it, did not answer as it says. */
export function read<T>(method: string, shape: z.ZodType<T>, answer: SlackAnswer): T {
  const result = shape.safeParse(answer);
  if (result.success) return result.data;
  const where = result.error.issues
    .slice(0, 3)
    .map((each) => each.path.join('.'))
    .join(', ');
  throw new PorrasError('slack-strange-answer', `Slack's answer to ${method} lacks what it should have: ${where}.`, {
    retryable: true,
  });
}
