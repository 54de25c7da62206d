import type { Inquiry } from '../../domain/inquiry.ts';
import { quietParticipants } from '../../domain/quiet.ts';
import { voicesOf } from '../../domain/voices.ts';
import type { Flow } from '../../flow/context.ts';
import { questionText } from '../../flow/theme/labelled.ts';
import type { PersonIds } from './person-ids.ts';

/** `rounds.json`: per round that was opened, what was asked and how evenly the group spoke. Private: it names the quiet. */
export async function roundsFile(flow: Flow, inquiry: Inquiry, personId: PersonIds): Promise<unknown[]> {
  const { id: inquiryId, policy } = inquiry;
  const participants = await flow.store.participants.find({ inquiryId });
  const answered = await flow.store.answered.find({ inquiryId });
  const reactions = await flow.store.reactions.find({ inquiryId });
  const rounds = await flow.store.rounds.find({ inquiryId, status: ['open', 'closed'] }, { by: 'number' });
  return Promise.all(
    rounds.map(async (round) => {
      const contributions = await flow.store.contributions.find({ roundId: round.id }, { by: 'sentAt' });
      const { responseCoverage, gini, giniWords, shareByRole } = voicesOf({
        participants,
        contributions,
        reactions,
        threshold: policy.threshold,
      });
      const quiet = quietParticipants({ participants, round, answered, at: round.closedAt ?? flow.clock.now() });
      return {
        number: round.number,
        key: round.key,
        setting: round.setting,
        question: questionText(flow, inquiry, round),
        opened: round.openedAt,
        closed: round.closedAt,
        answered: answered.filter((each) => each.roundId === round.id).length,
        quiet: quiet.map((each) => personId(each.id)),
        contributions: contributions.length,
        responseCoverage,
        gini,
        giniWords,
        shareByRole,
      };
    }),
  );
}
