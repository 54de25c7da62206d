import type { EventOf } from '../../domain/platform-event.ts';
import type { Inquiry } from '../../domain/inquiry.ts';
import { atLocal, localDate } from '../../domain/local-time.ts';
import { may } from '../../domain/rights.ts';
import type { Round } from '../../domain/round.ts';
import { addWorkingDays } from '../../domain/working-days.ts';
import type { Pressed } from '../say/choice.ts';
import type { Flow } from '../context.ts';
import { inquiryMeant, participantOf } from '../who/find-inquiry.ts';
import { holidaysOf, programmeOf } from '../theme/model-of.ts';
import { openForm } from '../form/open-form.ts';
import { openRound } from './open-round.ts';
import type { Handled } from '../receive-event.ts';
import { scheduleRound } from '../facilitate/start-inquiry.ts';
import { refuse, tellPrivately } from '../say/tell-privately.ts';

/** For how many working days a question can be open. */
const DAYS = ['2', '5', '10'];
const QUESTION_LENGTH = 2_000;

/** A facilitator's own question, asked now: co-creation needs some unfinishedness (MODEL.md section 6). */
export async function openAskForm(flow: Flow, event: Pressed | Handled<EventOf<'command-invoked'>>): Promise<void> {
  const inquiry =
    event.type === 'choice-pressed'
      ? await flow.store.inquiries.get(event.value)
      : await inquiryMeant(flow, event.place, event.by.address);
  if (inquiry?.status !== 'running')
    return refuse(flow, event, event.type === 'choice-pressed' ? 'choice.expired' : 'no-inquiry-here');
  if (!may('ask-extra', { person: event.by.address, inquiry, participant: null }))
    return refuse(flow, event, 'facilitators-only');
  await openForm(flow, event, (say) => ({
    id: 'ask-extra',
    title: say('ask.title'),
    intro: say('ask.intro'),
    fields: [
      { name: 'text', label: say('ask.question'), type: 'long-text', required: true },
      {
        name: 'days',
        label: say('ask.days'),
        type: 'select',
        required: true,
        initial: '5',
        options: DAYS.map((days) => ({
          value: days,
          label: say('ask.days-option', { days: Number(days) }),
        })),
      },
    ],
    submit: say('ask.submit'),
    context: inquiry.id,
  }));
}

export async function askExtra(flow: Flow, event: Handled<EventOf<'form-submitted'>>): Promise<void> {
  const inquiry = await flow.store.inquiries.get(event.context);
  const participant = inquiry && (await participantOf(flow, inquiry, event.by.address));
  if (!inquiry || !may('ask-extra', { person: event.by.address, inquiry, participant }))
    return refuse(flow, event, 'facilitators-only');
  const text = event.answers['text']?.trim().slice(0, QUESTION_LENGTH) ?? '';
  const days = DAYS.find((each) => each === event.answers['days']);
  if (inquiry.status !== 'running') return refuse(flow, event, 'form.expired');
  if (text === '' || !days) return tellPrivately(flow, event, 'form.not-understood', {});
  await addRound(flow, inquiry, { ownText: text, questionIds: [], days: Number(days), cause: event.id });
  await tellPrivately(flow, event, 'ask.done', {});
}

/** Adds a round beside the programme's and opens it at once; `cause` makes it happen once. */
export async function addRound(
  flow: Flow,
  inquiry: Inquiry,
  { ownText, questionIds, days, cause }: Pick<Round, 'ownText' | 'questionIds'> & { days: number; cause: string },
): Promise<void> {
  const { pace } = programmeOf(flow, inquiry);
  const now = flow.clock.now();
  const today = localDate(now, inquiry.timeZone);
  const isHoliday = holidaysOf(flow, inquiry);
  const at = (day: number, time: string) => atLocal(addWorkingDays(today, day, isHoliday), time, inquiry.timeZone);
  const [last] = await flow.store.rounds.find({ inquiryId: inquiry.id }, { by: 'number', descending: true, limit: 1 });
  const round: Round = {
    id: `${inquiry.id}-x-${cause}`,
    inquiryId: inquiry.id,
    number: (last?.number ?? 0) + 1,
    key: 'extra',
    setting: 'channel',
    questionIds,
    ownText,
    steps: [],
    opensAt: now,
    closesAt: at(days, pace.closeAt),
    nudgeAt: at(Math.min(pace.nudgeAfterDays, days), pace.openAt),
    reflectAt: null,
    status: 'planned',
    openedAt: null,
    closedAt: null,
  };
  await flow.store.rounds.insert(round);
  await openRound(flow, round.id);
  const opened = await flow.store.rounds.get(round.id);
  if (opened) await scheduleRound(flow, opened);
}
