import type { Assignment, Contribution } from '../../domain/contribution.ts';
import { currentAssignments as currentOf } from '../../domain/current-assignments.ts';
import type { Inquiry, Participant } from '../../domain/inquiry.ts';
import type { Labelled, Setting, Utterance } from '../../ports/analyst.ts';
import type { Flow } from '../context.ts';
import { modelOf } from './model-of.ts';

/** What every request to an analyst carries. */
export async function settingOf(flow: Flow, inquiry: Inquiry): Promise<Setting> {
  const participants = await flow.store.participants.find({ inquiryId: inquiry.id });
  const names = participants.map((each) => each.name).sort();
  return { workspaceId: inquiry.workspaceId, model: modelOf(flow, inquiry), language: inquiry.language, names };
}

/**
 * Contributions as an analyst sees them. People are numbered anew in each request, so that nothing which leaves the
 * flow tells who is who.
 */
export async function utterancesOf(flow: Flow, inquiry: Inquiry, contributions: Contribution[]): Promise<Utterance[]> {
  const ids = [...new Set(contributions.flatMap((each) => each.participantId ?? []))];
  const participants = new Map((await flow.store.participants.find({ id: ids })).map((each) => [each.id, each]));
  const rounds = await roundQuestions(flow, inquiry, contributions);
  const speakers = new Map(ids.map((id, index) => [id, `p${index + 1}`]));
  return contributions.map((each) => ({
    id: each.id,
    speaker: each.participantId && (speakers.get(each.participantId) ?? null),
    role: roleOf(participants, each),
    text: each.text,
    lang: each.lang,
    replyTo: each.replyTo,
    question: (each.roundId && rounds.get(each.roundId)) ?? null,
  }));
}

/** With their current labels; those that have none yet are left out. */
export async function labelledOf(flow: Flow, inquiry: Inquiry, contributions: Contribution[]): Promise<Labelled[]> {
  const current = await currentAssignments(flow, inquiry.id, contributions);
  const utterances = await utterancesOf(flow, inquiry, contributions);
  return utterances.flatMap((utterance) => {
    const assignment = current.get(utterance.id);
    return assignment ? [{ ...utterance, label: assignment, subThemeId: assignment.subThemeId }] : [];
  });
}

/** Contribution id -> the assignment that holds now. */
export async function currentAssignments(
  flow: Flow,
  inquiryId: string,
  contributions: Pick<Contribution, 'id'>[],
): Promise<Map<string, Assignment>> {
  const rows = await flow.store.assignments.find({
    inquiryId,
    contributionId: contributions.map((each) => each.id),
    supersededAt: null,
  });
  return currentOf(rows);
}

const roleOf = (participants: Map<string, Participant>, contribution: Contribution) =>
  (contribution.participantId && participants.get(contribution.participantId)?.role) || null;

async function roundQuestions(
  flow: Flow,
  inquiry: Inquiry,
  contributions: Contribution[],
): Promise<Map<string, string>> {
  const ids = [...new Set(contributions.flatMap((each) => each.roundId ?? []))];
  const rounds = ids.length > 0 ? await flow.store.rounds.find({ id: ids }) : [];
  return new Map(rounds.map((round) => [round.id, questionText(flow, inquiry, round)]));
}

/** The words that a round asks with, in the inquiry's language. */
export const questionText = (
  flow: Flow,
  inquiry: Pick<Inquiry, 'language'>,
  round: { ownText: string | null; questionIds: string[] },
): string => round.ownText ?? flow.content.questions.get(round.questionIds[0] ?? '')?.text[inquiry.language] ?? '';
