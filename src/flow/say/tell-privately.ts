import type { Address, Inquiry } from '../../domain/inquiry.ts';
import { asMarkdown, markdownMessage } from '../../domain/plain-text.ts';
import type { Choice, Message } from '../../domain/message.ts';
import type { Person } from '../../domain/platform-event.ts';
import type { Lang } from '../../domain/words.ts';
import type { Params } from '../../ports/content.ts';
import type { Flow } from '../context.ts';
import { knowPerson } from '../who/know-person.ts';
import { planDelivery, type Planned } from './plan-delivery.ts';

/** An event that a person caused; the private word answers it, once. */
export interface Cause {
  id: string;
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

/**
 * A kind word to whoever asked for what cannot be done, with the phrase's key as the code of why for whoever runs
 * Porras. Nothing else changes.
 */
export async function refuse(flow: Flow, cause: Cause, key: string, params: Params = {}): Promise<void> {
  flow.warn('refused', { eventId: cause.id, code: key });
  await tellPrivately(flow, cause, key, params);
}

/** Why an inquiry takes nothing in, to `refuse` with: it is paused, or else what is given. */
export const pausedOr = (inquiry: Inquiry | null, otherwise: string): string =>
  inquiry?.status === 'paused' ? 'inquiry-paused' : otherwise;

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

/** Whether the answer to this has been planned: by a run that died after that. */
export const isAnswered = async (flow: Flow, cause: Cause): Promise<boolean> =>
  (await flow.store.deliveries.count({ id: `answer:${cause.id}` })) > 0;

export const privately = (cause: Cause, message: Message): Omit<Planned, 'id'> => ({
  inquiryId: null,
  roundId: null,
  target: { to: 'person', person: cause.by.address },
  message,
});

/**
 * The language that a person has chosen or was given, in the inquiry that they joined last; a stranger's is the one of
 * their profile, else English.
 */
export async function languageOf(flow: Flow, person: Address): Promise<Lang> {
  const [participant] = await flow.store.participants.find({ person }, { by: 'joinedAt', descending: true, limit: 1 });
  if (participant) return participant.lang;
  const { ownLang, lang } = await knowPerson(flow, person);
  return ownLang ?? lang ?? 'en';
}
