import { asMarkdown, markdownMessage } from '../domain/plain-text.ts';
import type { Choice, Message } from '../domain/message.ts';
import type { Person } from '../domain/platform-event.ts';
import type { Lang } from '../domain/words.ts';
import type { Params } from '../ports/content.ts';
import type { Flow } from './context.ts';
import { planDelivery, type Planned } from './plan-delivery.ts';

/** An event that a person caused; the private word answers it, once. */
export interface Cause {
  id: string;
  workspaceId: string;
  by: Person;
}

/**
 * Tells one person something in private, in their own language, as the answer to what they did. Texts among the
 * parameters are shown letter for letter, whatever people wrote into them.
 */
export async function tellPrivately(
  flow: Flow,
  cause: Cause,
  key: string,
  params: Params,
  options: { choices?: Choice[] } = {},
): Promise<void> {
  const lang = await languageOf(flow, cause.by.address);
  const shown = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === 'string' ? asMarkdown(value) : value,
  ]);
  await sendPrivately(
    flow,
    cause,
    markdownMessage(lang, flow.content.say(lang, key, Object.fromEntries(shown)), options),
  );
}

/** As `tellPrivately`, with a message that is already worded; `forget` erases its words once it is sent. */
export async function sendPrivately(
  flow: Flow,
  cause: Cause,
  message: Message,
  part = 'answer',
  forget = false,
): Promise<void> {
  await planDelivery(flow, { ...privately(cause, message), id: `${part}:${cause.id}`, forget });
}

export const privately = (cause: Cause, message: Message): Omit<Planned, 'id'> => ({
  workspaceId: cause.workspaceId,
  inquiryId: null,
  roundId: null,
  target: { to: 'person', person: cause.by.address },
  message,
});

/** The language that a person has chosen or was given, in the inquiry that they joined last; English for a stranger. */
export async function languageOf(flow: Flow, person: string): Promise<Lang> {
  const [participant] = await flow.store.participants.find({ person }, { by: 'joinedAt', descending: true, limit: 1 });
  return participant?.lang ?? 'en';
}
