import type { Address, Inquiry, Participant } from '../../domain/inquiry.ts';
import { localDate, startOfDay } from '../../domain/local-time.ts';
import { asMarkdown, markdownMessage } from '../../domain/plain-text.ts';
import type { Round } from '../../domain/round.ts';
import { answerChoices, questionCause, questionMessages } from './ask-in-channel.ts';
import type { Flow } from '../context.ts';
import { sayInChannels, sayInPrivate } from '../say/plan-delivery.ts';
import { markAnswered } from '../contribute/record-contribution.ts';

/** Step 6. Opens a round at its time: asks its question in the channels, or of each participant in private. */
export async function openRound(flow: Flow, roundId: string): Promise<void> {
  const round = await flow.store.rounds.get(roundId);
  const inquiry = round && (await flow.store.inquiries.get(round.inquiryId));
  // A paused inquiry opens its rounds when it goes on; a round that was moved has another job for its new time.
  if (!round || inquiry?.status !== 'running' || round.opensAt > flow.clock.now()) return;
  await flow.store.rounds.update({ id: roundId, status: 'planned' }, { status: 'open', openedAt: flow.clock.now() });
  // Not only when this run opened it: a run that died after opening has still to ask.
  if ((await flow.store.rounds.get(roundId))?.status !== 'open') return;
  if (round.setting === 'channel') await takeEarlyAnswers(flow, inquiry, round);
  // A channel may have joined since: it looked for what is open, or is asked here.
  await ask(flow, (await flow.store.inquiries.get(inquiry.id)) ?? inquiry, round);
  flow.changed(inquiry.id);
}

/** Asks what is open in a channel that has just joined, and of its people. */
export async function askWhatIsOpen(flow: Flow, inquiry: Inquiry, channel: Address): Promise<void> {
  if (inquiry.status !== 'running') return;
  const open = await flow.store.rounds.find({ inquiryId: inquiry.id, status: 'open' }, { by: 'number' });
  for (const round of open) await ask(flow, { ...inquiry, channels: [channel] }, round);
}

/** Whoever has been asked is not asked again. */
const ask = (flow: Flow, inquiry: Inquiry, round: Round): Promise<void> =>
  round.setting === 'channel' ? askInChannels(flow, inquiry, round) : askEach(flow, inquiry, round);

/** What people said on the opening day before the question came, when nothing was open, are answers to it. */
async function takeEarlyAnswers(flow: Flow, inquiry: Inquiry, { id: roundId, opensAt }: Round): Promise<void> {
  const morning = startOfDay(localDate(opensAt, inquiry.timeZone), inquiry.timeZone);
  const { id: inquiryId } = inquiry;
  const early = await flow.store.contributions.find({ inquiryId, roundId: null, sentAt: { gte: morning } });
  for (const { id, participantId, sentAt } of early) {
    const participant = participantId === null ? null : await flow.store.participants.get(participantId);
    if (participant) await markAnswered(flow, participant, roundId, 'contribution', sentAt);
    await flow.store.contributions.update({ id, roundId: null }, { roundId });
  }
}

async function askInChannels(flow: Flow, inquiry: Inquiry, round: Round): Promise<void> {
  const message = await questionMessages(flow, inquiry, round);
  await sayInChannels(flow, inquiry, questionCause(round.id), message, { roundId: round.id });
  await askLeadingToListen(flow, inquiry);
}

/** Once an inquiry each. In the study, long turns of those used to speaking silenced the others (MODEL.md section 6). */
export async function askLeadingToListen(flow: Flow, inquiry: Inquiry): Promise<void> {
  const leading = await flow.store.participants.find({
    inquiryId: inquiry.id,
    role: ['leader', 'stakeholder'],
    leftAt: null,
  });
  for (const participant of leading) await askToListenFirst(flow, inquiry, participant);
}

async function askToListenFirst(flow: Flow, inquiry: Inquiry, participant: Participant): Promise<void> {
  const key = inquiry.policy.holdLeadersHours > 0 ? 'listen-first.held' : 'listen-first';
  const text = flow.content.say(participant.lang, key, {
    topic: asMarkdown(inquiry.topic),
    hours: inquiry.policy.holdLeadersHours,
  });
  await sayInPrivate(
    flow,
    inquiry,
    participant,
    `listen-first:${participant.id}`,
    markdownMessage(participant.lang, text),
  );
}

/** A private round asks each participant the questions that are written for their role or for everybody. */
async function askEach(flow: Flow, inquiry: Inquiry, round: Round): Promise<void> {
  for (const participant of await flow.store.participants.find({ inquiryId: inquiry.id, leftAt: null })) {
    const questions = questionsFor(flow, round, participant);
    if (questions.length === 0) continue;
    const list = questions.length === 1 ? questions[0] : questions.map((each) => `- ${each}`).join('\n');
    const text = flow.content.say(participant.lang, 'round.ask-private', {
      topic: asMarkdown(inquiry.topic),
      questions: list ?? '',
    });
    const message = {
      ...markdownMessage(participant.lang, text),
      choices: answerChoices(flow, inquiry, round, participant.lang).slice(0, 1),
    };
    await sayInPrivate(flow, inquiry, participant, `round:${round.id}:${participant.id}`, message, {
      roundId: round.id,
    });
  }
}

/** The questions of a private round that are written for this person's role or for everybody. */
export function questionsFor(
  flow: Flow,
  round: Pick<Round, 'ownText' | 'questionIds'>,
  participant: Pick<Participant, 'role' | 'lang'>,
): string[] {
  if (round.ownText) return [asMarkdown(round.ownText)];
  return round.questionIds
    .flatMap((id) => flow.content.questions.get(id) ?? [])
    .filter((question) => question.roles.includes('any') || question.roles.includes(participant.role))
    .map((question) => asMarkdown(question.text[participant.lang]));
}
