import { appreciationOf } from '../../domain/appreciation.ts';
import type { Assignment, Contribution } from '../../domain/contribution.ts';
import type { Inquiry, Participant } from '../../domain/inquiry.ts';
import { ledgerOf } from '../../domain/ledger.ts';
import { questionNumber } from '../../domain/question-number.ts';
import type { Round } from '../../domain/round.ts';
import { lastWeek, weekOf } from '../../domain/weeks.ts';
import { NONE } from '../../domain/words.ts';
import type { BoardContribution, BoardRound, BoardView } from '../../ports/board-view.ts';
import type { Flow } from '../context.ts';
import { currentAssignments, questionText } from '../theme/labelled.ts';
import { modelOf, programmeOf } from '../theme/model-of.ts';

/** The themes of an inquiry as anyone in its channel may see them; null when there is no such inquiry. */
export async function readBoard(flow: Flow, inquiryId: string): Promise<BoardView | null> {
  const inquiry = await flow.store.inquiries.get(inquiryId);
  if (!inquiry) return null;
  const [contributions, participants, rounds, answered, subThemes, digests, commitments] = await Promise.all([
    flow.store.contributions.find({ inquiryId }, { by: 'sentAt' }),
    flow.store.participants.find({ inquiryId }),
    flow.store.rounds.find({ inquiryId }, { by: 'number' }),
    flow.store.answered.find({ inquiryId }),
    flow.store.subThemes.find({ inquiryId, mergedInto: null }, { by: 'createdAt' }),
    flow.store.digests.find({ inquiryId }, { by: 'at', descending: true }),
    flow.store.commitments.find({ inquiryId }, { by: 'createdAt' }),
  ]);
  const model = modelOf(flow, inquiry);
  const { language } = inquiry;
  const live = contributions.filter((each) => each.status === 'live');
  // In a small group, words without a name would point to somebody all the same.
  const small = participants.filter((each) => each.leftAt === null).length < inquiry.policy.threshold;
  const labels = await currentAssignments(flow, inquiryId, contributions);
  const people = new Map(participants.map((each) => [each.id, each]));
  const shown = live.flatMap((each) => {
    const label = labels.get(each.id);
    const hidden = small && each.visibility === 'anonymous';
    return label && !hidden ? [{ label, view: contributionView(each, label, people) }] : [];
  });
  const pictures = new Map(
    (await flow.store.pictures.find({ id: digests.map((each) => each.pictureId) })).map((each) => [each.id, each.alt]),
  );
  return {
    inquiry: {
      topic: inquiry.topic,
      language,
      status: inquiry.status,
      week: weekOf(inquiry, flow.clock.now()),
      weeks: programmeOf(flow, inquiry).repeats ? null : lastWeek(inquiry, rounds),
    },
    steps: model.steps.map((step) => {
      const ofStep = shown.filter((each) => each.label.step === step.key);
      return {
        key: step.key,
        name: step.name[language],
        shortName: step.shortName[language],
        weight: ofStep.length,
        subThemes: subThemes
          .filter((each) => each.step === step.key)
          .map(({ id, label }) => ({
            id,
            label,
            contributions: ofStep.filter((each) => each.label.subThemeId === id).map((each) => each.view),
          }))
          .filter((each) => each.contributions.length > 0)
          .sort((a, b) => b.contributions.length - a.contributions.length),
        unplaced: ofStep.filter((each) => each.label.subThemeId === null).map((each) => each.view),
      };
    }),
    foundation: { name: model.foundation.name[language], signals: appreciationOf([...labels.values()]) },
    none: shown.filter((each) => each.label.step === NONE).map((each) => each.view),
    waiting: live.filter((each) => !labels.has(each.id)).length,
    rounds: rounds
      .filter((round) => round.setting === 'channel' && round.status !== 'skipped')
      .map((round) =>
        roundView(flow, inquiry, round, rounds, {
          participants,
          answered: answered.filter((each) => each.roundId === round.id).length,
        }),
      ),
    digests: digests.map((each) => ({
      id: each.id,
      week: each.week,
      at: each.at.toISOString(),
      markdown: each.markdown,
      pictureId: pictures.has(each.pictureId) ? each.pictureId : null,
      alt: pictures.get(each.pictureId) ?? '',
    })),
    ledger: ledgerOf({ contributions, assignments: [...labels.values()] }),
    commitments: commitments.map(({ id, text, ownerId, dueOn, status, outcome }) => ({
      id,
      text,
      owner: people.get(ownerId)?.name ?? '',
      dueOn,
      status,
      outcome,
    })),
  };
}

/** Named ones have their author and place; the rest stand by themselves. */
function contributionView(each: Contribution, label: Assignment, people: Map<string, Participant>): BoardContribution {
  const named = each.visibility === 'named' && each.participantId !== null;
  return {
    id: each.id,
    text: each.text,
    author: named ? (people.get(each.participantId ?? '')?.name ?? null) : null,
    at: each.sentAt.toISOString(),
    kind: label.kind,
    confidence: label.confidence,
    why: label.why,
    by: label.by.startsWith('person:') ? 'person' : label.by,
    ref: each.via === 'channel' ? each.ref : null,
  };
}

function roundView(
  flow: Flow,
  inquiry: Inquiry,
  round: Round,
  rounds: Round[],
  counts: { participants: Participant[]; answered: number },
): BoardRound {
  const planned = programmeOf(flow, inquiry).rounds.find((each) => each.key === round.key);
  return {
    number: questionNumber(round, rounds),
    name: planned?.name[inquiry.language] ?? '',
    question: questionText(flow, inquiry, round),
    opensAt: round.opensAt.toISOString(),
    closesAt: round.closesAt.toISOString(),
    status: round.status,
    answered: counts.answered,
    participants: counts.participants.filter((each) => each.leftAt === null).length,
  };
}
