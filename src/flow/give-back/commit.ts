import { dateText } from '../../domain/date-text.ts';
import type { Commitment } from '../../domain/commitment.ts';
import type { Inquiry } from '../../domain/inquiry.ts';
import { excerpt } from '../../domain/excerpt.ts';
import { addDays, isDate, localDate } from '../../domain/local-time.ts';
import { asMarkdown, markdownMessage } from '../../domain/plain-text.ts';
import type { EventOf } from '../../domain/platform-event.ts';
import { may } from '../../domain/rights.ts';
import type { Pressed } from '../say/choice.ts';
import type { Flow } from '../context.ts';
import { inquiryMeant, participantOf } from '../who/find-inquiry.ts';
import { openForm } from '../form/open-form.ts';
import { sayInChannels } from '../say/plan-delivery.ts';
import type { Handled } from '../receive-event.ts';
import { languageOf, refuse, tellPrivately } from '../say/tell-privately.ts';

const OFFERED = 20;
const DEFAULT_DAYS = 14;

/** "I will take this on": which idea, what will be done, by when. One commits oneself, never somebody else. */
export async function openCommitForm(flow: Flow, event: Pressed | Handled<EventOf<'command-invoked'>>): Promise<void> {
  const inquiry = await inquiryMeant(flow, event.place, event.by.address);
  const participant = inquiry && (await participantOf(flow, inquiry, event.by.address));
  if (!inquiry || !participant || !may('commit', { person: event.by.address, inquiry, participant }))
    return refuse(flow, event, 'no-inquiry-for-you');
  const ideas = await ideasOf(flow, inquiry);
  await openForm(flow, event, (say) => ({
    id: 'commit',
    title: say('commit.title'),
    intro: say('commit.intro'),
    fields: [
      {
        name: 'idea',
        label: say('commit.idea'),
        type: 'select',
        required: false,
        options: ideas.map((each) => ({ value: each.id, label: excerpt(each.text, 70) })),
      },
      { name: 'text', label: say('commit.what'), hint: say('commit.what-hint'), type: 'text', required: true },
      {
        name: 'dueOn',
        label: say('commit.by-when'),
        type: 'date',
        required: true,
        initial: addDays(localDate(flow.clock.now(), inquiry.timeZone), DEFAULT_DAYS),
      },
    ],
    submit: say('commit.submit'),
    context: inquiry.id,
  }));
}

export async function takeCommitment(flow: Flow, event: Handled<EventOf<'form-submitted'>>): Promise<void> {
  const inquiry = await flow.store.inquiries.get(event.context);
  const participant = inquiry && (await participantOf(flow, inquiry, event.by.address));
  if (!inquiry || !participant || !may('commit', { person: event.by.address, inquiry, participant }))
    return refuse(flow, event, 'not-allowed');
  if (inquiry.status === 'closed') return refuse(flow, event, 'form.expired');
  const text = event.answers['text']?.trim().slice(0, 300) ?? '';
  const dueOn = event.answers['dueOn'] ?? '';
  if (text === '' || !isDate(dueOn) || dueOn < localDate(flow.clock.now(), inquiry.timeZone))
    return tellPrivately(flow, event, 'commit.bad-date', {});
  const idea = await flow.store.contributions.get(event.answers['idea'] ?? '');
  const commitment: Commitment = {
    id: `commitment:${event.id}`,
    inquiryId: inquiry.id,
    contributionId: idea?.inquiryId === inquiry.id && idea.status === 'live' ? idea.id : null,
    text,
    ownerId: participant.id,
    dueOn,
    status: 'open',
    outcome: null,
    askedAt: null,
    settledAt: null,
    createdAt: flow.clock.now(),
  };
  await flow.store.commitments.insert(commitment);
  const said = flow.content.say(inquiry.language, 'commit.said', {
    owner: asMarkdown(participant.name),
    text: asMarkdown(text),
    due: dateText(inquiry.language, dueOn),
  });
  await sayInChannels(flow, inquiry, commitment.id, markdownMessage(inquiry.language, said));
  await tellPrivately(flow, event, 'commit.done', {
    due: dateText(await languageOf(flow, event.by.address), dueOn),
  });
  flow.changed(inquiry.id);
}

/** Ideas and solutions that nobody has taken on yet, the latest first. */
async function ideasOf(flow: Flow, inquiry: Inquiry) {
  const labels = await flow.store.assignments.find({
    inquiryId: inquiry.id,
    kind: ['idea', 'solution'],
    supersededAt: null,
  });
  const taken = new Set(
    (await flow.store.commitments.find({ inquiryId: inquiry.id })).map((each) => each.contributionId),
  );
  const ids = labels.map((each) => each.contributionId).filter((id) => !taken.has(id));
  return flow.store.contributions.find({ id: ids, status: 'live' }, { by: 'sentAt', descending: true, limit: OFFERED });
}
