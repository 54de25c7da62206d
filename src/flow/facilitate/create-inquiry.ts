import { type Inquiry, DEFAULT_POLICY, type Policy } from '../../domain/inquiry.ts';
import { isDate, isTime, isTimeZone, localDate } from '../../domain/local-time.ts';
import type { Field } from '../../domain/message.ts';
import { markdownMessage } from '../../domain/plain-text.ts';
import type { EventOf, Person } from '../../domain/platform-event.ts';
import { may } from '../../domain/rights.ts';
import { LANGUAGES, type Lang } from '../../domain/words.ts';
import { choice, type Pressed } from '../say/choice.ts';
import type { Flow } from '../context.ts';
import { inquiryIn, membersIn } from '../who/find-inquiry.ts';
import { openForm } from '../form/open-form.ts';
import { previewOf } from './preview.ts';
import type { Handled } from '../receive-event.ts';
import { answersFor, peopleIn, roleFields, rolesIn } from './role-fields.ts';
import { languageOf, refuse, sendPrivately, tellPrivately } from '../say/tell-privately.ts';

/** How many times slower than written a programme can go. */
const PACES = ['0.5', '1', '2', '4'];

/** Asks what an inquiry needs; everything but the topic has a sensible answer filled in. */
export async function openCreateForm(flow: Flow, event: Handled<EventOf<'command-invoked'>>): Promise<void> {
  if (event.place.private) return tellPrivately(flow, event, 'create.in-channel', {});
  const existing = await inquiryIn(flow, event.place.channel);
  if (existing && existing.status !== 'draft')
    return tellPrivately(flow, event, 'create.already', { topic: existing.topic });
  await showForm(flow, event, event.place.channel, {});
}

/** Opens the form again with what was answered, from the preview's "change". */
export async function changeDraft(flow: Flow, event: Pressed): Promise<void> {
  const draft = await ownDraft(flow, event);
  if (!draft) return refuse(flow, event, 'choice.expired');
  await showForm(flow, event, draft.channels[0] ?? '', answersOf(draft));
}

export async function discardDraft(flow: Flow, event: Pressed): Promise<void> {
  const draft = await ownDraft(flow, event);
  if (!draft) return refuse(flow, event, 'choice.expired');
  await tellPrivately(flow, event, 'create.discarded', {});
  await flow.store.inquiries.delete({ id: draft.id, status: 'draft' });
}

/** Keeps the form as a draft and shows its author, in private, everything that Porras would say and when. */
export async function draftInquiry(flow: Flow, event: Handled<EventOf<'form-submitted'>>): Promise<void> {
  const lang = await languageOf(flow, event.by.address);
  const channel = event.context;
  // First of all: what goes on in a channel is told to nobody outside it.
  const members = await membersIn(flow, channel);
  if (!members?.some((each) => each.address === event.by.address) && !isFrom(event, channel, members))
    return refuse(flow, event, 'not-allowed');
  const existing = await inquiryIn(flow, channel);
  if (existing && existing.status !== 'draft')
    return tellPrivately(flow, event, 'create.already', { topic: existing.topic });
  const draft = await inquiryFrom(flow, event, lang, members ?? []);
  if ('problem' in draft) return tellPrivately(flow, event, draft.problem, {});
  await flow.store.inquiries.insert(draft);
  await discardOlder(flow, draft);
  const say = (key: string) => flow.content.say(lang, key);
  await sendPrivately(flow, event, {
    ...markdownMessage(lang, await previewOf(flow, draft, lang)),
    choices: [
      choice('start-inquiry', draft.id, say('choice.start-inquiry'), 'primary'),
      choice('change-inquiry', draft.id, say('choice.change-inquiry')),
      choice('discard-inquiry', draft.id, say('choice.discard-inquiry')),
    ],
  });
}

/** Where members are not told, the place that the platform says a form came from has to do, or our own asking. */
const isFrom = ({ place }: EventOf<'form-submitted'>, channel: string, members: readonly Person[] | null): boolean =>
  members === null && (place === null || place.channel === channel);

/** A plan that was changed is not to be started any more. */
async function discardOlder(flow: Flow, draft: Inquiry): Promise<void> {
  const drafts = await flow.store.inquiries.find({ workspaceId: draft.workspaceId, status: 'draft' });
  const older = drafts.filter(
    (each) =>
      each.id !== draft.id &&
      each.channels[0] === draft.channels[0] &&
      each.facilitators[0] === draft.facilitators[0] &&
      each.createdAt <= draft.createdAt,
  );
  await flow.store.inquiries.delete({ id: older.map((each) => each.id), status: 'draft' });
}

async function showForm(
  flow: Flow,
  event: Pressed | Handled<EventOf<'command-invoked'>>,
  channel: string,
  answers: Record<string, string>,
) {
  await openForm(flow, event, (say, lang) => ({
    id: 'create-inquiry',
    title: say('create.title'),
    intro: say('create.intro'),
    fields: createFields(flow, lang).map((field) => ({
      ...field,
      initial: answers[field.name] ?? field.initial ?? '',
    })),
    submit: say('create.submit'),
    context: channel,
  }));
}

function createFields(flow: Flow, lang: Lang): Field[] {
  const say = (key: string) => flow.content.say(lang, key);
  const named = (all: Iterable<{ id: string; name: Record<Lang, string> }>) =>
    [...all].map(({ id, name }) => ({ value: id, label: name[lang] }));
  const programmes = named(flow.content.programmes.values());
  const models = named(flow.content.models.values());
  return [
    { name: 'topic', label: say('create.topic'), hint: say('create.topic-hint'), type: 'text', required: true },
    {
      name: 'language',
      label: say('create.language'),
      type: 'select',
      required: true,
      initial: lang,
      options: LANGUAGES.map((each) => ({ value: each, label: say(`language.${each}`) })),
    },
    {
      name: 'programme',
      label: say('create.programme'),
      type: 'select',
      required: true,
      initial: programmes[0]?.value ?? '',
      options: programmes,
    },
    {
      name: 'model',
      label: say('create.model'),
      type: 'select',
      required: true,
      initial: models[0]?.value ?? '',
      options: models,
    },
    {
      name: 'startsOn',
      label: say('create.starts-on'),
      hint: say('create.starts-on-hint'),
      type: 'date',
      required: true,
      initial: localDate(flow.clock.now(), 'Europe/Helsinki'),
    },
    {
      name: 'pace',
      label: say('create.pace'),
      type: 'select',
      required: true,
      initial: '1',
      options: PACES.map((each) => ({ value: each, label: say(`pace.${each.replace('.', '-')}`) })),
    },
    { name: 'timeZone', label: say('create.time-zone'), type: 'text', required: true, initial: 'Europe/Helsinki' },
    {
      name: 'quietFrom',
      label: say('create.quiet-from'),
      type: 'time',
      required: true,
      initial: DEFAULT_POLICY.quietHours.from,
    },
    {
      name: 'quietTo',
      label: say('create.quiet-to'),
      type: 'time',
      required: true,
      initial: DEFAULT_POLICY.quietHours.to,
    },
    {
      name: 'facilitators',
      label: say('create.facilitators'),
      hint: say('create.facilitators-hint'),
      type: 'people',
      many: true,
      required: false,
    },
    ...roleFields(say),
  ];
}

/** The inquiry that a filled form describes, or the key of a phrase that says what is wrong. */
async function inquiryFrom(
  flow: Flow,
  event: Handled<EventOf<'form-submitted'>>,
  lang: Lang,
  members: readonly Person[],
): Promise<Inquiry | { problem: string }> {
  const { answers, by, context: channel } = event;
  const answer = (name: string) => answers[name]?.trim() ?? '';
  const language = LANGUAGES.find((each) => each === answer('language')) ?? lang;
  const timeZone = answer('timeZone');
  const pace = Number(answer('pace'));
  if (!answer('topic')) return { problem: 'create.no-topic' };
  if (!isTimeZone(timeZone)) return { problem: 'create.bad-time-zone' };
  if (!isDate(answer('startsOn')) || answer('startsOn') < localDate(flow.clock.now(), timeZone))
    return { problem: 'create.bad-start' };
  if (!flow.content.programmes.has(answer('programme')) || !flow.content.models.has(answer('model')))
    return { problem: 'form.expired' };
  const inquiry: Inquiry = {
    id: flow.contributionId(event.id).replace(/^c/, 'i'),
    workspaceId: event.workspaceId,
    channels: [channel],
    topic: answer('topic').replace(/\s+/g, ' ').slice(0, TOPIC_LENGTH).trim(),
    language,
    timeZone,
    modelId: answer('model'),
    programmeId: answer('programme'),
    startsOn: answer('startsOn'),
    status: 'draft',
    facilitators: [...new Set([by.address, ...peopleIn(answers['facilitators'], members)])],
    roles: rolesIn(answers, members),
    policy: {
      ...DEFAULT_POLICY,
      quietHours: quietHours(answer('quietFrom'), answer('quietTo')),
      pace: PACES.includes(answer('pace')) ? pace : 1,
    },
    createdAt: flow.clock.now(),
    closedAt: null,
  };
  const allowed = may('create-inquiry', { person: by.address, inquiry, participant: null });
  return allowed ? inquiry : { problem: 'not-allowed' };
}

const TOPIC_LENGTH = 200;
const quietHours = (from: string, to: string): Policy['quietHours'] =>
  isTime(from) && isTime(to) ? { from, to } : DEFAULT_POLICY.quietHours;

const answersOf = (draft: Inquiry): Record<string, string> => ({
  topic: draft.topic,
  language: draft.language,
  programme: draft.programmeId,
  model: draft.modelId,
  startsOn: draft.startsOn,
  pace: String(draft.policy.pace),
  timeZone: draft.timeZone,
  quietFrom: draft.policy.quietHours.from,
  quietTo: draft.policy.quietHours.to,
  facilitators: draft.facilitators.join(','),
  ...answersFor(draft.roles),
});

async function ownDraft(flow: Flow, event: Pressed): Promise<Inquiry | null> {
  const draft = await flow.store.inquiries.get(event.value);
  return draft?.status === 'draft' && draft.facilitators.includes(event.by.address) ? draft : null;
}
