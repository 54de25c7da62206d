import type { Field, Form } from '../domain/message.ts';
import { asMarkdown, markdownMessage } from '../domain/plain-text.ts';
import type { EventOf } from '../domain/platform-event.ts';
import type { Lang } from '../domain/words.ts';
import { platformOf, type Flow } from './context.ts';
import type { Handled } from './receive-event.ts';
import { type Cause, languageOf, sendPrivately } from './tell-privately.ts';

/** What asks for a form: the platform's trigger, where it gives one, lets it be shown as a form. */
export type FormCause = Cause & { trigger: string | null };

/** Opens a form; where the platform has none, asks its questions one by one in private (DESIGN 4: degrade). */
export async function openForm(flow: Flow, cause: FormCause, form: Form): Promise<void> {
  const platform = platformOf(flow, cause.by.address);
  if (cause.trigger !== null && platform.capabilities(cause.workspaceId).has('form')) {
    return platform.openForm(cause.by.address, cause.trigger, form);
  }
  const session = { id: cause.by.address, form, answers: {}, startedAt: flow.clock.now() };
  await flow.store.formSessions.delete({ id: session.id });
  await flow.store.formSessions.insert(session);
  await askNext(flow, cause, form, {}, 'intro');
}

/**
 * A private message while a form is being asked answers its next question.
 * @returns the submitted form when that was the last one, `asked` when there are more, null when no form is open.
 */
export async function answerInSession(
  flow: Flow,
  event: Handled<EventOf<'message-posted'>>,
): Promise<Handled<EventOf<'form-submitted'>> | 'asked' | null> {
  const session = await flow.store.formSessions.get(event.by.address);
  if (!session) return null;
  const lang = await languageOf(flow, event.by.address);
  if (isWord(flow, lang, 'form.cancel-words', event.text)) {
    await flow.store.formSessions.delete({ id: session.id });
    await sendPrivately(flow, event, markdownMessage(lang, flow.content.say(lang, 'form.cancelled')));
    return 'asked';
  }
  const field = nextField(session.form, session.answers);
  const value = field ? valueOf(flow, lang, field, event.text) : null;
  if (field && value === null) {
    await askNext(flow, event, session.form, session.answers, 'again');
    return 'asked';
  }
  const answers = field ? { ...session.answers, [field.name]: value ?? '' } : session.answers;
  if (nextField(session.form, answers)) {
    await flow.store.formSessions.update({ id: session.id }, { answers });
    await askNext(flow, event, session.form, answers, 'next');
    return 'asked';
  }
  await flow.store.formSessions.delete({ id: session.id });
  const { id, at, workspaceId, by, nonce } = event;
  return {
    id,
    at,
    workspaceId,
    by,
    nonce,
    type: 'form-submitted',
    place: null,
    formId: session.form.id,
    context: session.form.context,
    answers,
  };
}

async function askNext(
  flow: Flow,
  cause: Cause,
  form: Form,
  answers: Record<string, string>,
  how: 'intro' | 'next' | 'again',
): Promise<void> {
  const lang = await languageOf(flow, cause.by.address);
  const field = nextField(form, answers);
  if (!field) return;
  const say = (key: string, params = {}) => flow.content.say(lang, key, params);
  const options =
    field.type === 'select' ? field.options.map((option, index) => `${index + 1}. ${asMarkdown(option.label)}`) : [];
  const lines = [
    ...(how === 'intro' ? [`**${asMarkdown(form.title)}**`, asMarkdown(form.intro), say('form.how-to')] : []),
    ...(how === 'again' ? [say('form.not-understood')] : []),
    `${asMarkdown(field.label)}${field.required ? '' : ` ${say('form.optional')}`}`,
    ...(field.hint ? [asMarkdown(field.hint)] : []),
    options.join('\n'),
  ];
  await sendPrivately(flow, cause, markdownMessage(lang, lines.filter(Boolean).join('\n\n')), 'form');
}

const nextField = (form: Form, answers: Record<string, string>): Field | undefined =>
  form.fields.find((field) => !(field.name in answers));

/** What was meant by a typed answer; null when it cannot be told. */
function valueOf(flow: Flow, lang: Lang, field: Field, text: string): string | null {
  const typed = text.trim();
  if (!field.required && isWord(flow, lang, 'form.skip-words', typed)) return field.initial ?? '';
  if (field.type === 'select') {
    const byNumber = field.options[Number(typed) - 1];
    const byLabel = field.options.find((option) => option.label.toLowerCase() === typed.toLowerCase());
    return (byNumber ?? byLabel)?.value ?? null;
  }
  if (field.type === 'date' && !/^\d{4}-\d\d-\d\d$/.test(typed)) return null;
  if (field.type === 'time' && !/^([01]\d|2[0-3]):[0-5]\d$/.test(typed)) return null;
  return typed;
}

/** Words that mean the same, separated by commas in the phrase. */
const isWord = (flow: Flow, lang: Lang, key: string, text: string): boolean =>
  flow.content
    .say(lang, key)
    .split(',')
    .some((word) => word.trim() === text.trim().toLowerCase());
