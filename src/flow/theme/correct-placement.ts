import type { Assignment, Contribution } from '../../domain/contribution.ts';
import type { Inquiry, Participant } from '../../domain/inquiry.ts';
import type { EventOf } from '../../domain/platform-event.ts';
import { excerpt } from '../../domain/excerpt.ts';
import { may } from '../../domain/rights.ts';
import { type Lang, NONE } from '../../domain/words.ts';
import type { Pressed } from '../say/choice.ts';
import type { Flow } from '../context.ts';
import { inquiryMeant, participantOf } from '../who/find-inquiry.ts';
import { modelOf } from './model-of.ts';
import { openForm } from '../form/open-form.ts';
import { placeInSubThemes } from './place-in-sub-themes.ts';
import type { Handled } from '../receive-event.ts';
import { keepHomesOf } from '../home/show-home.ts';
import { supersede } from './supersede.ts';
import { languageOf, refuse, tellPrivately } from '../say/tell-privately.ts';

/** How many of the latest contributions are offered where none was pointed at. */
const OFFERED = 25;

/** "This belongs elsewhere", pressed under one contribution or under a digest: asks which, and where it belongs. */
export async function openCorrectForm(flow: Flow, event: Pressed | Handled<EventOf<'command-invoked'>>): Promise<void> {
  const pointedAt = 'value' in event && event.value !== '' ? await flow.store.contributions.get(event.value) : null;
  const inquiry = pointedAt
    ? await flow.store.inquiries.get(pointedAt.inquiryId)
    : await inquiryMeant(flow, event.place, event.by.address);
  const participant = inquiry && (await participantOf(flow, inquiry, event.by.address));
  if (!inquiry || !participant) return refuse(flow, event, 'no-inquiry-for-you');
  if (!mayMove(event.by.address, inquiry, participant, pointedAt)) return refuse(flow, event, 'not-allowed');
  const offered = pointedAt ? [pointedAt] : await latest(flow, inquiry);
  if (offered.length === 0) return tellPrivately(flow, event, 'correct.nothing-yet', {});
  await openForm(flow, event, (say, lang) => ({
    id: 'correct',
    title: say('correct.title'),
    intro: say('correct.intro'),
    fields: [
      {
        name: 'contribution',
        label: say('correct.which'),
        type: 'select',
        required: true,
        options: offered.map((each) => ({ value: each.id, label: excerpt(each.text, 70) })),
        ...(pointedAt && { initial: pointedAt.id }),
      },
      {
        name: 'step',
        label: say('correct.where'),
        type: 'select',
        required: true,
        options: stepOptions(flow, inquiry, lang),
      },
    ],
    submit: say('correct.submit'),
    context: inquiry.id,
  }));
}

/** A person's placement: it beats the analyst's and survives re-analysis. */
export async function correctPlacement(flow: Flow, event: Handled<EventOf<'form-submitted'>>): Promise<void> {
  const contribution = await flow.store.contributions.get(event.answers['contribution'] ?? '');
  const inquiry = contribution && (await flow.store.inquiries.get(contribution.inquiryId));
  const participant = inquiry && (await participantOf(flow, inquiry, event.by.address));
  if (!contribution || !inquiry || !mayMove(event.by.address, inquiry, participant, contribution))
    return refuse(flow, event, 'not-allowed');
  const model = modelOf(flow, inquiry);
  const step = event.answers['step'] ?? '';
  if (step !== NONE && !model.steps.some((each) => each.key === step)) return refuse(flow, event, 'form.expired');
  await place(flow, inquiry, contribution, step, `person:${participant?.id ?? event.by.address}`);
  if (step !== NONE) await placeInSubThemes(flow, inquiry, step, 'now');
  flow.changed(inquiry.id);
  if (contribution.participantId) await keepHomesOf(flow, inquiry.id, [contribution.participantId]);
  await tellPrivately(flow, event, 'correct.done', {
    step: stepName(flow, inquiry, await languageOf(flow, event.by.address), step),
  });
}

/** What the person does not say (kind, signals) stays as the analyst has it, or waits for the analyst to say it. */
async function place(
  flow: Flow,
  inquiry: Inquiry,
  contribution: Contribution,
  step: string,
  by: string,
): Promise<void> {
  const { id: contributionId, inquiryId } = contribution;
  const said = {
    inquiryId,
    contributionId,
    step,
    confidence: 1,
    why: flow.content.say(inquiry.language, 'correct.why'),
    by,
    provisional: false,
    subThemeId: null,
  };
  await flow.store.transaction(async (tables) => {
    await supersede(tables, { inquiryId, contributionId, at: flow.clock.now() }, (current) =>
      // Placed there by this person already, perhaps by a run that died before it had said so.
      current?.by === by && current.step === step ? null : { ...(current ?? UNREAD), ...said },
    );
  });
}

const UNREAD: Pick<Assignment, 'also' | 'cross' | 'kind' | 'signals' | 'buildsOn'> = {
  also: [],
  cross: [],
  kind: 'comment',
  signals: [],
  buildsOn: null,
};

/** What everyone may read, anyone of the group may move; what waits, only its author. */
function mayMove(
  person: string,
  inquiry: Inquiry,
  participant: Participant | null,
  contribution: Contribution | null,
): boolean {
  if (!may('correct-placement', { person, inquiry, participant })) return false;
  if (!contribution || contribution.status === 'live') return true;
  return contribution.status === 'held' && contribution.participantId === participant?.id;
}

/** The latest that everyone may see; anonymous ones are no secret, only their authors are. */
const latest = (flow: Flow, inquiry: Inquiry): Promise<Contribution[]> =>
  flow.store.contributions.find(
    { inquiryId: inquiry.id, status: 'live' },
    { by: 'sentAt', descending: true, limit: OFFERED },
  );

function stepOptions(flow: Flow, inquiry: Inquiry, lang: Lang) {
  const steps = modelOf(flow, inquiry).steps.map((step) => ({ value: step.key, label: step.name[lang] }));
  return [...steps, { value: NONE, label: flow.content.say(lang, 'step.none') }];
}

const stepName = (flow: Flow, inquiry: Inquiry, lang: Lang, step: string): string =>
  modelOf(flow, inquiry).steps.find((each) => each.key === step)?.name[lang] ?? flow.content.say(lang, 'step.none');
