import { type DigestContent, NOT_CITED } from './digest.ts';
import { isVerbatim } from './grounding.ts';

/** A digest without what rests on a contribution that was taken back; null where it is not in it. */
export function withoutContribution(content: DigestContent, id: string): DigestContent | null {
  const part = content.contributions[id];
  if (part === undefined || part === 'withdrawn') return null;
  return recounted({
    ...content,
    sections: content.sections.map((section) => ({
      ...section,
      claims: section.claims.filter((claim) => !claim.citations.includes(id)),
      subThemes: section.subThemes
        .map((each) => ({ ...each, contributions: each.contributions.filter((one) => one !== id) }))
        .filter((each) => each.contributions.length > 0),
    })),
    momentums: content.momentums.filter((each) => !each.contributions.includes(id)),
    concerns: content.concerns.filter((each) => each.contribution !== id),
    ledger: {
      ...content.ledger,
      [part]: content.ledger[part] - 1,
      withdrawn: content.ledger.withdrawn + 1,
    },
    contributions: { ...content.contributions, [id]: 'withdrawn' },
  });
}

/** A digest without quotes that its author has since edited away; null where all of them still hold. */
export function withoutOldWords(content: DigestContent, id: string, text: string): DigestContent | null {
  const holds = (quote: string): boolean => isVerbatim(quote, text);
  const sections = content.sections.map((section) => ({
    ...section,
    claims: section.claims.filter((claim) =>
      claim.quotes.every((quote) => quote.contribution !== id || holds(quote.text)),
    ),
  }));
  const concerns = content.concerns.filter((each) => each.contribution !== id || holds(each.quote));
  const claims = (of: DigestContent['sections']): number => of.reduce((sum, each) => sum + each.claims.length, 0);
  const same = claims(sections) === claims(content.sections) && concerns.length === content.concerns.length;
  return same ? null : recounted({ ...content, sections, concerns });
}

/** With a claim goes the place where others were cited: how many in a theme no sentence cites is counted anew. */
function recounted(content: DigestContent): DigestContent {
  const cited = new Set(content.sections.flatMap((each) => each.claims.flatMap((claim) => claim.citations)));
  const count = Object.keys(content.contributions).filter(
    (id) => content.contributions[id] === 'themed' && !cited.has(id),
  ).length;
  const others = content.leftOut.contributions.filter((each) => each.reason !== NOT_CITED);
  const contributions = count > 0 ? [...others, { reason: NOT_CITED, count }] : others;
  return { ...content, leftOut: { ...content.leftOut, contributions } };
}
