import type { EventOf } from '../../domain/platform-event.ts';
import type { Inquiry } from '../../domain/inquiry.ts';
import { questionNumber } from '../../domain/question-number.ts';
import { type Action, may } from '../../domain/rights.ts';
import type { Params } from '../../ports/content.ts';
import { composeDigest } from '../give-back/compose-digest.ts';
import type { Flow } from '../context.ts';
import { participantOf } from '../who/find-inquiry.ts';
import { understand, type Handled } from '../receive-event.ts';
import { sendNudges } from '../ask/send-nudge.ts';
import { closeInquiry, pauseInquiry, resumeInquiry, roundToSkip, skipRound } from './steer-inquiry.ts';
import { refuse, tellPrivately } from '../say/tell-privately.ts';

/** What somebody did to steer: a command, a button, or a form that asked whether they mean it. */
type Steered = Handled<EventOf<'command-invoked' | 'choice-pressed' | 'form-submitted'>>;

/** What a facilitator's wish does; @returns what is then said to the facilitator. */
type Act = (flow: Flow, inquiry: Inquiry, event: Steered, rest: string) => Promise<{ key: string; params?: Params }>;

/** Does what a facilitator wishes; the right to it is checked here, for all of it alike. */
export async function steer(
  flow: Flow,
  event: Steered,
  inquiry: Inquiry | null,
  name: Steering,
  rest = '',
): Promise<void> {
  if (!inquiry || inquiry.status === 'draft') return tellPrivately(flow, event, 'no-inquiry-here', {});
  const { right, act } = STEERING[name];
  const participant = await participantOf(flow, inquiry, event.by.address);
  if (!may(right, { person: event.by.address, inquiry, participant })) {
    return refuse(flow, event, 'facilitators-only');
  }
  const { key, params = {} } = await act(flow, inquiry, event, rest);
  await tellPrivately(flow, event, key, params);
}

/**
 * Pauses, resumes or closes. The word is planned first: a run that died in the middle is done again, and may find nothing
 * left here that could be closed.
 */
const change =
  (act: (flow: Flow, inquiry: Inquiry, cause: string) => Promise<void>, key: string): Act =>
  async (flow, inquiry, event) => {
    await tellPrivately(flow, event, key, {});
    await act(flow, inquiry, event.id);
    return { key };
  };

/** Which round is skipped is decided once, and said first: done again, the same one is skipped, not the next. */
const skip: Act = async (flow, inquiry, event, chosen) => {
  const round = chosen === '' ? await roundToSkip(flow, inquiry) : await flow.store.rounds.get(chosen);
  if (round?.inquiryId !== inquiry.id) return { key: 'skip.nothing' };
  if (event.type === 'command-invoked') await understand(flow.store, { ...event, text: `skip ${round.id}` });
  const number = questionNumber(round, await flow.store.rounds.find({ inquiryId: inquiry.id }));
  await tellPrivately(flow, event, 'skip.done', { number });
  await skipRound(flow, inquiry, round);
  return { key: 'skip.done', params: { number } };
};

const digestNow: Act = async (flow, inquiry, event) => {
  const digest = await composeDigest(flow, inquiry.id, { request: event.id });
  return { key: digest ? 'did.compose-digest' : 'digest.nothing-new' };
};

/** Sends what invitations the policy allows now; to whom is told to nobody, not even to who asked for it. */
const nudgeNow: Act = async (flow, inquiry) => {
  for (const round of await flow.store.rounds.find({ inquiryId: inquiry.id, status: 'open' })) {
    await sendNudges(flow, round.id);
  }
  return { key: 'did.nudge-now' };
};

const STEERING = {
  pause: { right: 'pause', act: change(pauseInquiry, 'did.pause') },
  resume: { right: 'resume', act: change(resumeInquiry, 'did.resume') },
  skip: { right: 'skip-round', act: skip },
  close: { right: 'close', act: change(closeInquiry, 'did.close') },
  digest: { right: 'compose-digest', act: digestNow },
  nudge: { right: 'nudge-now', act: nudgeNow },
} as const satisfies Record<string, { right: Action; act: Act }>;
export type Steering = keyof typeof STEERING;
