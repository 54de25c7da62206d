import type { Parts } from '../src/assemble-flow.ts';
import type { Digest } from '../src/domain/digest.ts';
import { addDays, localDate, weekday } from '../src/domain/local-time.ts';
import type { Flow } from '../src/flow/context.ts';
import type { Analyst } from '../src/ports/analyst.ts';
import { createReplayWorld } from '../src/replay/replay-world.ts';
import { runInquiry } from '../src/replay/run-inquiry.ts';
import type { GoldSet } from './read-gold-set.ts';
import type { ClaimCounts, FoundLabel, SetResult } from './result.ts';

const MODEL = 'value-co-creation';
const PROGRAMME = 'co-development';

/** Runs the whole inquiry on a virtual clock, digests included, as `porras replay` does, and takes what came of it. */
export async function evaluateSet(set: GoldSet, analyst: Analyst, parts: Parts): Promise<Omit<SetResult, 'away'>> {
  const { name, language, timeZone, people, messages, gold } = set;
  const replayed = {
    id: 'eval',
    topic: parts.content.programmes.get(PROGRAMME)?.name[language] ?? PROGRAMME,
    language,
    timeZone,
    modelId: MODEL,
    programmeId: PROGRAMME,
    startsOn: mondayOf(messages[0]?.at ?? new Date(0), timeZone),
    facilitators: [],
  };
  const { world, stage } = createReplayWorld(parts, replayed, people, messages, analyst);
  const { id: inquiryId } = await runInquiry(world, stage, replayed, people, messages);
  const found = await foundLabels(world.flow, inquiryId);
  const digests = await world.store.digests.find({ inquiryId }, { by: 'at' });
  return {
    name,
    language,
    items: messages.map(({ id, lang }) => ({
      id,
      lang: lang ?? language,
      gold: gold.get(id)!,
      found: found.get(id) ?? null,
    })),
    momentums: {
      ...set.momentums,
      found: digests.flatMap((digest) => digest.content.momentums.map((each) => each.contributions)),
    },
    claims: claimCounts(digests),
    usage: analyst.usage(),
  };
}

/** Rounds and digests follow calendar weeks. */
function mondayOf(at: Date, timeZone: string): string {
  const date = localDate(at, timeZone);
  return addDays(date, 1 - weekday(date));
}

async function foundLabels(flow: Flow, inquiryId: string): Promise<Map<string, FoundLabel>> {
  const assignments = await flow.store.assignments.find({ inquiryId, supersededAt: null });
  return new Map(
    assignments.map(({ contributionId, step, cross, signals, kind, buildsOn, subThemeId, by }) => [
      contributionId,
      { step, cross, signals, kind, buildsOn, subtheme: subThemeId, by },
    ]),
  );
}

function claimCounts(digests: readonly Digest[]): ClaimCounts {
  const kept = digests.flatMap((each) => each.content.sections.flatMap((section) => section.claims));
  const counts: ClaimCounts = { kept: kept.length, dropped: {}, verdicts: {} };
  for (const { reason, count } of digests.flatMap((each) => each.content.leftOut.claims))
    counts.dropped[reason] = (counts.dropped[reason] ?? 0) + count;
  for (const { verdict } of kept) {
    const said = verdict?.carried ?? 'not judged';
    counts.verdicts[said] = (counts.verdicts[said] ?? 0) + 1;
  }
  return counts;
}
