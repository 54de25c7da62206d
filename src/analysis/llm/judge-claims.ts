import { z } from 'zod';
import type { Claim } from '../../domain/digest.ts';
import type { Labelled, SummariseRequest } from '../../ports/analyst.ts';
import type { Asker } from './asker.ts';
import { cleanReason } from './clean-reason.ts';
import { LANGUAGE_NAMES } from './describe-model.ts';
import { lineOf, Numbering, quotedText, SAID } from './frame.ts';

const verdictsSchema = z.object({
  verdicts: z.array(z.object({ claim: z.number().int(), carried: z.enum(['yes', 'partly', 'no']), why: z.string() })),
});

/**
 * A second, independent reading of claims against what they cite. A claim that got no verdict is as one that failed:
 * what nobody confirmed is not said. @throws what the asker throws
 */
export async function judgeClaims(
  claims: readonly Claim[],
  request: SummariseRequest,
  contributions: readonly Labelled[],
  asker: Asker,
): Promise<Claim[]> {
  if (claims.length === 0) return [];
  const cited = new Set(claims.flatMap((claim) => claim.citations));
  const shown = contributions.filter((each) => cited.has(each.id));
  const numbering = new Numbering(shown.map((each) => each.id));
  const present = new Set(shown.map((each) => each.id));
  const claimLines = claims.map(
    (claim, index) =>
      `${index + 1}|${claim.citations.map((id) => numbering.number(id)).join(',')}|${quotedText(claim.text)}`,
  );
  const reply = await asker.ask({
    task: 'judge',
    fills: { language: LANGUAGE_NAMES[request.language] },
    blocks: [
      { title: 'Claims', columns: 'number|cites|text', lines: claimLines },
      { title: 'Contributions', columns: SAID, lines: shown.map((each) => lineOf(each, numbering, present)) },
    ],
    schema: verdictsSchema,
  });
  const verdicts = new Map((reply?.verdicts ?? []).toReversed().map((each) => [each.claim, each]));
  return claims.map((claim, index) => {
    const verdict = verdicts.get(index + 1);
    return {
      ...claim,
      verdict: verdict ? { carried: verdict.carried, why: cleanReason(verdict.why) } : { carried: 'no', why: '' },
    };
  });
}
