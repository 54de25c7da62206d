import type { Inquiry } from '../../domain/inquiry.ts';
import { ledgerOf } from '../../domain/ledger.ts';
import type { Flow } from '../../flow/context.ts';
import { observeRound } from '../../flow/ask/observe-round.ts';
import type { TranscriptMessage } from '../../transcripts/transcript.ts';
import { contributionsFile } from './contributions-file.ts';
import { jsonLines, jsonText } from './json-text.ts';
import type { PersonIds } from './person-ids.ts';
import { roundsFile } from './rounds-file.ts';

export type Files = Map<string, string | Uint8Array>;

/** Everything that a replay writes, by file name. */
export async function allFiles(
  flow: Flow,
  inquiry: Inquiry,
  messages: readonly TranscriptMessage[],
  personId: PersonIds,
): Promise<Files> {
  const { id: inquiryId } = inquiry;
  const digests = await flow.store.digests.find({ inquiryId }, { by: 'at' });
  const files: Files = new Map();
  files.set('contributions.jsonl', await contributionsFile(flow, inquiry, messages));
  files.set('rounds.json', jsonText(await roundsFile(flow, inquiry, personId)));
  files.set('nudges.jsonl', await nudgesFile(flow, inquiryId, personId));
  files.set('momentums.json', jsonText(digests.flatMap((digest) => digest.content.momentums)));
  files.set('ledger.json', jsonText(await ledger(flow, inquiryId)));
  files.set('usage.json', jsonText(flow.analyst.usage()));
  for (const round of await flow.store.rounds.find({ inquiryId, status: ['open', 'closed'] }, { by: 'number' })) {
    files.set(`observations-${round.number}.md`, await observeRound(flow, inquiry, round));
  }
  for (const digest of digests) {
    const { content, markdown, week, pictureId } = digest;
    files.set(`digest-${week}.md`, markdown);
    files.set(`digest-${week}.json`, jsonText(content));
    files.set(`digest-${week}.png`, (await flow.store.pictures.get(pictureId))?.png ?? new Uint8Array());
  }
  return files;
}

async function nudgesFile(flow: Flow, inquiryId: string, personId: PersonIds): Promise<string> {
  const rounds = new Map((await flow.store.rounds.find({ inquiryId })).map((round) => [round.id, round.number]));
  const nudges = await flow.store.nudges.find({ inquiryId }, { by: 'at' });
  return jsonLines(
    nudges.map(({ at, participantId, roundId, reason, text, lang, outcome }) => ({
      ts: at,
      to: personId(participantId),
      round: rounds.get(roundId),
      reason,
      text,
      lang,
      outcome,
    })),
  );
}

async function ledger(flow: Flow, inquiryId: string) {
  const contributions = await flow.store.contributions.find({ inquiryId });
  const assignments = await flow.store.assignments.find({ inquiryId, supersededAt: null });
  return ledgerOf({ contributions, assignments });
}
