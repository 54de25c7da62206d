import { z } from 'zod';
import type { Claim } from '../../domain/digest.ts';
import { groundClaims } from '../../domain/grounding.ts';
import type { Labelled, SummariseRequest, Summary } from '../../ports/analyst.ts';
import type { Asker } from './asker.ts';
import { describeStep, LANGUAGE_NAMES } from './describe-model.ts';
import { lineOf, Numbering, quotedText, SAID } from './frame.ts';
import { type Court, judgeClaims } from './judge-claims.ts';
import { representatives } from './representatives.ts';

const quoteSchema = z.object({ text: z.string(), n: z.number().int() });
const claimSchema = z.object({ text: z.string(), citations: z.array(z.number().int()), quotes: z.array(quoteSchema) });
const claimsSchema = z.object({ claims: z.array(claimSchema) });
const repairedSchema = z.object({ claims: z.array(claimSchema.extend({ claim: z.number().int() })) });

/** A claim that failed a check, and the check. */
interface Failed {
  claim: Claim;
  reason: string;
}

/**
 * Claims of one step's digest: written by the model, checked by code (known citations, quotes letter for letter,
 * numbers), then by a second, independent reading. What fails is mended once, checked again, and else dropped and counted.
 * @returns null when the model gave no claims at all
 * @throws what the asker throws
 */
export async function claimsWithModel(
  request: SummariseRequest,
  contributions: readonly Labelled[],
  court: Court,
): Promise<Summary | null> {
  const { asker } = court;
  const shown = representatives(contributions);
  const numbering = new Numbering(shown.map((each) => each.id));
  const names = new Map(request.subThemes.map((each) => [each.id, each.label]));
  const present = new Set(shown.map((each) => each.id));
  const lines = shown.map((each) =>
    lineOf(each, numbering, present, [quotedText(names.get(each.subThemeId ?? '') ?? '')]),
  );
  const fills = { step: describeStep(request.model, request.step), language: LANGUAGE_NAMES[request.language] };
  const blocks = [{ title: 'Contributions', columns: 'number|speaker|answers number|sub-theme|text', lines }];
  const reply = await asker.ask({ task: 'claims', fills, blocks, schema: claimsSchema });
  if (!reply) return null;
  const first = await checked(
    reply.claims.map((each) => toClaim(each, numbering)),
    request,
    shown,
    court,
  );
  const mended = await repair(first.failed, request, shown, asker, fills);
  const second = mended.length > 0 ? await checked(mended, request, shown, court) : { kept: [], failed: [] };
  const lost = first.failed.length - second.kept.length;
  const reasons = [...second.failed, ...first.failed].map((each) => each.reason).slice(0, Math.max(0, lost));
  return { claims: [...first.kept, ...second.kept], dropped: reasons };
}

/** Code first, since it is sure and costs nothing; the judge reads only what code lets through. */
async function checked(
  claims: Claim[],
  request: SummariseRequest,
  contributions: readonly Labelled[],
  court: Court,
): Promise<{ kept: Claim[]; failed: Failed[] }> {
  const { kept, dropped } = groundClaims({
    claims,
    step: request.step,
    contributions: contributions.map(asCited),
    labels: labelsOf(contributions),
  });
  const linked = kept.filter((claim) => !isClean(claim, contributions));
  const clean = kept.filter((claim) => isClean(claim, contributions));
  const judged = await judgeClaims(clean, request, contributions, court);
  return {
    kept: judged.filter((claim) => claim.verdict?.carried !== 'no' && claim.verdict?.carried !== 'partly'),
    failed: [
      ...dropped.map(({ claim, reason }): Failed => ({ claim, reason })),
      ...linked.map((claim): Failed => ({ claim, reason: 'not-in-citation' })),
      ...judged.flatMap((claim): Failed[] =>
        claim.verdict && claim.verdict.carried !== 'yes' ? [{ claim, reason: `judged-${claim.verdict.carried}` }] : [],
      ),
    ],
  };
}

/** Addresses, calls to people and names of people's marks stand in a claim only as they stand in what it cites. */
function isClean(claim: Claim, contributions: readonly Labelled[]): boolean {
  const cited = contributions
    .filter((each) => claim.citations.includes(each.id))
    .map((each) => each.text)
    .join('\n');
  const marked = claim.text.match(/https?:\S+|www\.\S+|\S+@\S+|@\w+|[<>{}]/gi) ?? [];
  return marked.every((part) => cited.includes(part));
}

async function repair(
  failed: readonly Failed[],
  request: SummariseRequest,
  contributions: readonly Labelled[],
  asker: Asker,
  fills: Record<string, string>,
): Promise<Claim[]> {
  const mendable = failed.filter(({ claim }) => claim.citations.length > 0);
  if (mendable.length === 0) return [];
  const cited = new Set(mendable.flatMap(({ claim }) => claim.citations));
  const shown = contributions.filter((each) => cited.has(each.id));
  const numbering = new Numbering(shown.map((each) => each.id));
  const present = new Set(shown.map((each) => each.id));
  const claimLines = mendable.map(({ claim, reason }, index) => {
    const citations = claim.citations.map((id) => numbering.number(id)).join(',');
    return `${index + 1}|${reason}|${citations}|${quotedText(claim.text)}`;
  });
  const blocks = [
    { title: 'Claims', columns: 'number|reason|may cite|text', lines: claimLines },
    { title: 'Contributions', columns: SAID, lines: shown.map((each) => lineOf(each, numbering, present)) },
  ];
  const reply = await asker.ask({
    task: 'repair',
    fills: { ...fills, language: LANGUAGE_NAMES[request.language] },
    blocks,
    schema: repairedSchema,
  });
  const mended = new Map(
    (reply?.claims ?? [])
      .filter((each) => mendable[each.claim - 1])
      .map((each) => [each.claim, toClaim(each, numbering)]),
  );
  return [...mended.values()];
}

/** Citations that mean nothing stay as what they are, so that the check of grounding finds and counts them. */
const toClaim = ({ text, citations, quotes }: z.infer<typeof claimSchema>, numbering: Numbering): Claim => ({
  text: text.replace(/\s+/g, ' ').trim(),
  citations: citations.map((n) => numbering.id(n) ?? `unknown ${n}`),
  quotes: quotes.map((quote) => ({ text: quote.text, contribution: numbering.id(quote.n) ?? `unknown ${quote.n}` })),
});

const asCited = (each: Labelled) => ({
  id: each.id,
  text: each.text,
  status: 'live' as const,
  visibility: 'named' as const,
  participantId: each.speaker,
});

const labelsOf = (contributions: readonly Labelled[]) => new Map(contributions.map((each) => [each.id, each.label]));
