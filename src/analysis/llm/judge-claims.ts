import { z } from 'zod';
import type { Claim } from '../../domain/digest.ts';
import type { Labelled, SummariseRequest } from '../../ports/analyst.ts';
import type { Asker } from './asker.ts';
import { cleanReason } from './clean-reason.ts';
import { type Absurdities, absurdityAmong } from './absurdities.ts';
import { LANGUAGE_NAMES } from './describe-model.ts';
import { lineOf, Numbering, quotedText, SAID } from './frame.ts';

const verdictsSchema = z.object({
  verdicts: z.array(z.object({ claim: z.number().int(), carried: z.enum(['yes', 'partly', 'no']), why: z.string() })),
});

/** Puts claims before the judge. */
export interface Court {
  asker: Asker;
  absurdities: Absurdities;
}

/**
 * A second, independent reading of claims against what they cite. A claim that got no verdict is as one that failed:
 * what nobody confirmed is not said. Among the claims stands one that nothing carries; a judge who lets it pass obeys
 * something in the contributions, and then each claim is judged beside its own citations only.
 * @throws what the asker throws
 */
export async function judgeClaims(
  claims: readonly Claim[],
  request: SummariseRequest,
  contributions: readonly Labelled[],
  court: Court,
): Promise<Claim[]> {
  if (claims.length === 0) return [];
  const judged = await judgeTogether(claims, request, contributions, court);
  if (judged) return judged;
  if (claims.length === 1) return claims.map((claim) => ({ ...claim, verdict: { carried: 'no', why: '' } }));
  const alone: Claim[] = [];
  for (const claim of claims) alone.push(...(await judgeClaims([claim], request, contributions, court)));
  return alone;
}

/** @returns null when the verdicts cannot be trusted */
async function judgeTogether(
  claims: readonly Claim[],
  request: SummariseRequest,
  contributions: readonly Labelled[],
  { asker, absurdities }: Court,
): Promise<Claim[] | null> {
  const cited = new Set(claims.flatMap((claim) => claim.citations));
  const shown = contributions.filter((each) => cited.has(each.id));
  const numbering = new Numbering(shown.map((each) => each.id));
  const present = new Set(shown.map((each) => each.id));
  const texts = claims.map((claim) => claim.text);
  const control = absurdityAmong(absurdities[request.language], texts);
  const rows = claims.map(({ text, citations }) => ({ text, citations }));
  rows.splice(control.at, 0, { text: control.sentence, citations: [...cited].slice(0, 2) });
  const claimLines = rows.map(({ text, citations }, index) => {
    const numbers = citations.map((id) => numbering.number(id)).join(',');
    return `${index + 1}|${numbers}|${quotedText(text)}`;
  });
  const reply = await asker.ask({
    task: 'judge',
    fills: { language: LANGUAGE_NAMES[request.language] },
    blocks: [
      { title: 'Claims', columns: 'number|cites|text', lines: claimLines },
      { title: 'Contributions', columns: SAID, lines: shown.map((each) => lineOf(each, numbering, present)) },
    ],
    schema: verdictsSchema,
  });
  const verdicts = new Map((reply?.verdicts ?? []).toReversed().map((each) => [each.claim - 1, each]));
  if (verdicts.get(control.at)?.carried === 'yes') return null;
  return claims.map((claim, index) => {
    const verdict = verdicts.get(index < control.at ? index : index + 1);
    return {
      ...claim,
      verdict: verdict ? { carried: verdict.carried, why: cleanReason(verdict.why) } : { carried: 'no', why: '' },
    };
  });
}
