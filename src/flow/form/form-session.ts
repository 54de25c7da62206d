import type { FormSession } from '../../domain/form-session.ts';
import type { Field, Form, Message } from '../../domain/message.ts';
import { asMarkdown, markdownMessage } from '../../domain/plain-text.ts';
import type { EventOf } from '../../domain/platform-event.ts';
import type { Tables } from '../../ports/store.ts';
import type { Flow } from '../context.ts';
import { planDelivery, putInOutbox, queueDelivery } from '../say/plan-delivery.ts';
import { type Handled, understand } from '../receive-event.ts';
import { type Cause, languageOf, privately } from '../say/tell-privately.ts';
import { isWord, typedValue } from './typed-value.ts';

type Typed = Handled<EventOf<'message-posted'>>;
type Submitted = Handled<EventOf<'form-submitted'>>;

/** Who has not answered for so long has forgotten that a form was open: what they write is not meant for it. */
const FORGOTTEN_MS = 3_600_000;

/**
 * Begins to ask a form question by question in private; a form that was being asked before is dropped. `why` is the
 * phrase that says why it is asked so.
 */
export async function beginSession(flow: Flow, cause: Cause, form: Form, why?: string): Promise<void> {
  const session = { id: cause.by.address, form, answers: {}, startedAt: flow.clock.now() };
  await flow.store.formSessions.delete({ id: session.id });
  await flow.store.formSessions.insert(session);
  await ask(flow, cause, form, {}, 'intro', why);
}

/**
 * A private message while a form is being asked answers its next question.
 * @returns the submitted form when that was the last one, `asked` when there are more, null when no form is open.
 */
export async function answerInSession(flow: Flow, event: Typed): Promise<Submitted | 'asked' | null> {
  // A run that died has got an answer out of this message already: it is not one to the question after it.
  const before = await flow.store.deliveries.find({ id: [questionId(event), answerId(event)] });
  for (const { id } of before) await queueDelivery(flow, id);
  if (before.length > 0) return 'asked';
  const session = await openSession(flow, event);
  if (!session) return null;
  const lang = await languageOf(flow, event.by.address);
  if (isWord(flow, lang, 'form.cancel-words', event.text)) {
    await cancel(flow, event, markdownMessage(lang, flow.content.say(lang, 'form.cancelled')));
    return 'asked';
  }
  const field = nextField(session.form, session.answers);
  const value = field ? typedValue(flow, lang, field, event.text) : null;
  if (field && value === null) {
    await ask(flow, event, session.form, session.answers, 'again');
    return 'asked';
  }
  const answers = field ? { ...session.answers, [field.name]: value ?? '' } : session.answers;
  if (!nextField(session.form, answers)) return submit(flow, event, session, answers);
  await goOn(flow, event, session, answers);
  return 'asked';
}

async function openSession(flow: Flow, event: Typed): Promise<FormSession | null> {
  const session = await flow.store.formSessions.get(event.by.address);
  if (!session) return null;
  if (flow.clock.now().getTime() - session.startedAt.getTime() < FORGOTTEN_MS) return session;
  await flow.store.formSessions.delete({ id: session.id });
  return null;
}

const questionId = (cause: Cause): string => `form:${cause.id}`;
const answerId = (cause: Cause): string => `answer:${cause.id}`;

async function cancel(flow: Flow, event: Typed, message: Message): Promise<void> {
  await flow.store.transaction(async (tables) => {
    await tables.formSessions.delete({ id: event.by.address });
    await putInOutbox(flow, tables, { ...privately(event, message), id: answerId(event) });
  });
  await queueDelivery(flow, answerId(event));
}

/** Keeps the answer and asks the next question: both or neither. */
async function goOn(flow: Flow, event: Typed, session: FormSession, answers: Record<string, string>): Promise<void> {
  const question = await questionOf(flow, event, session.form, answers, 'next');
  await flow.store.transaction(async (tables) => {
    await tables.formSessions.update({ id: session.id }, { answers, startedAt: flow.clock.now() });
    await putInOutbox(flow, tables, question);
  });
  await queueDelivery(flow, question.id);
}

async function submit(
  flow: Flow,
  event: Typed,
  session: FormSession,
  answers: Record<string, string>,
): Promise<Submitted> {
  const { id, at, workspaceId, by, nonce } = event;
  const { id: formId, context } = session.form;
  const type = 'form-submitted';
  const submitted: Submitted = { id, at, workspaceId, by, nonce, type, place: null, formId, context, answers };
  await flow.store.transaction(async (tables: Tables) => {
    await understand(tables, submitted);
    await tables.formSessions.delete({ id: session.id });
  });
  return submitted;
}

async function ask(
  flow: Flow,
  cause: Cause,
  form: Form,
  answers: Record<string, string>,
  how: 'intro' | 'again',
  why?: string,
): Promise<void> {
  await planDelivery(flow, await questionOf(flow, cause, form, answers, how, why));
}

/** Its options may show what others wrote: nothing of that stays in the outbox. */
async function questionOf(
  flow: Flow,
  cause: Cause,
  form: Form,
  answers: Record<string, string>,
  how: 'intro' | 'next' | 'again',
  why?: string,
) {
  const lang = await languageOf(flow, cause.by.address);
  const say = (key: string) => flow.content.say(lang, key);
  const field = nextField(form, answers);
  const options =
    field?.type === 'select' ? field.options.map((option, index) => `${index + 1}. ${asMarkdown(option.label)}`) : [];
  const lines = [
    ...(why ? [say(why)] : []),
    ...(how === 'intro' ? [`**${asMarkdown(form.title)}**`, asMarkdown(form.intro), say('form.how-to')] : []),
    ...(how === 'again' ? [say('form.not-understood')] : []),
    ...(field ? [`${asMarkdown(field.label)}${field.required ? '' : ` ${say('form.optional')}`}`] : []),
    ...(field?.hint ? [asMarkdown(field.hint)] : []),
    ...(field?.type === 'date' || field?.type === 'time' ? [say(`form.${field.type}-how`)] : []),
    options.join('\n'),
  ];
  const message = markdownMessage(lang, lines.filter(Boolean).join('\n\n'));
  return { ...privately(cause, message), id: questionId(cause), forget: true };
}

const nextField = (form: Form, answers: Record<string, string>): Field | undefined =>
  form.fields.find((field) => !(field.name in answers));
