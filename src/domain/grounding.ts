import type { Contribution, Label } from './contribution.ts';
import type { Claim } from './digest.ts';
import { DEFAULT_POLICY } from './inquiry.ts';
import { numbersIn } from './numbers-in.ts';
import { unquoted } from './unquoted.ts';

export type DropReason =
  | 'empty'
  | 'no-citation'
  | 'unknown-citation'
  | 'withheld'
  | 'withdrawn'
  | 'other-step'
  | 'quote-not-cited'
  | 'not-verbatim'
  | 'anonymous-under-threshold'
  | 'number-not-cited';

type Cited = Pick<Contribution, 'id' | 'text' | 'status' | 'visibility' | 'participantId'>;

export interface GroundClaimsOptions {
  claims: readonly Claim[];
  /** The step whose section the claims are for. */
  step: string;
  /** All that may be cited; what is not live may be among them, so that the reason can be told. */
  contributions: readonly Cited[];
  /** The current label by contribution id. */
  labels: ReadonlyMap<string, Pick<Label, 'step' | 'also'>>;
  /** Least number of people among whom an anonymous person is quoted. */
  threshold?: number;
  /**
   * How many people may have written the anonymous ones, such as those who answered the round. By default those known
   * to have said something in `contributions`, which can only be too few.
   */
  people?: number;
}

export interface Grounded {
  /** Each cites a contribution once. */
  kept: Claim[];
  dropped: { claim: Claim; reason: DropReason }[];
}

/**
 * Keeps the claims that are carried by what they cite: every citation is a live contribution of the step;
 * whatever stands in quotation marks was said in a cited contribution, letter for letter and in whole words; every
 * number was said there, or counts the citations or the people behind them. The rest is dropped with the first reason
 * that applies, for the digest to count.
 */
export function groundClaims(options: GroundClaimsOptions): Grounded {
  const grounds = groundsOf(options);
  const grounded: Grounded = { kept: [], dropped: [] };
  for (const claim of options.claims) {
    const reason = faultOf(claim, grounds);
    if (reason) grounded.dropped.push({ claim, reason });
    else grounded.kept.push({ ...claim, citations: [...new Set(claim.citations)] });
  }
  return grounded;
}

interface Grounds {
  byId: ReadonlyMap<string, Cited>;
  belongs: (id: string) => boolean;
  quotesAnonymous: boolean;
}

function groundsOf({
  step,
  contributions,
  labels,
  threshold = DEFAULT_POLICY.threshold,
  people,
}: GroundClaimsOptions): Grounds {
  return {
    byId: new Map(contributions.map((said) => [said.id, said])),
    belongs: (id) => labels.get(id)?.step === step || labels.get(id)?.also.includes(step) === true,
    quotesAnonymous: (people ?? knownPeople(contributions)) >= threshold,
  };
}

function faultOf(claim: Claim, { byId, belongs, quotesAnonymous }: Grounds): DropReason | null {
  if (claim.text.trim() === '') return 'empty';
  if (claim.citations.length === 0) return 'no-citation';
  const cited = new Map<string, Cited>();
  for (const id of claim.citations) {
    const said = byId.get(id);
    if (!said) return 'unknown-citation';
    if (said.status === 'withdrawn' || said.status === 'deleted') return 'withdrawn';
    if (said.status !== 'live') return 'withheld';
    cited.set(id, said);
  }
  if (!claim.citations.every(belongs)) return 'other-step';
  for (const quote of claim.quotes) {
    const said = cited.get(quote.contribution);
    if (!said) return 'quote-not-cited';
    if (!isVerbatim(quote.text, said.text)) return 'not-verbatim';
    if (said.visibility === 'anonymous' && !quotesAnonymous) return 'anonymous-under-threshold';
  }
  const ownWords = unquoted(
    claim.text,
    claim.quotes.map((quote) => quote.text),
  );
  if (ownWords === null) return 'not-verbatim';
  return numbersHold(ownWords, [...cited.values()]) ? null : 'number-not-cited';
}

/**
 * Whether a text contains a quote as it stands, from word boundary to word boundary: part of a word can turn its meaning
 * around (`unclear`, `clear`).
 */
export function isVerbatim(quote: string, text: string): boolean {
  if (quote.trim() === '') return false;
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) {
    const cutsStart = /[\p{L}\p{N}\p{M}]$/u.test(text.slice(0, at)) && /^[\p{L}\p{N}\p{M}]/u.test(quote);
    const cutsEnd = /^[\p{L}\p{N}\p{M}]/u.test(text.slice(at + quote.length)) && /[\p{L}\p{N}\p{M}]$/u.test(quote);
    if (!cutsStart && !cutsEnd) return true;
  }
  return false;
}

/** Anonymous ones may all be one person's, or each another's: either count is true. */
function numbersHold(text: string, cited: readonly Cited[]): boolean {
  const anonymous = cited.filter((said) => said.participantId === null).length;
  const known = knownPeople(cited);
  const counts = [cited.length, known + Math.min(1, anonymous), known + anonymous].map(String);
  const founded = new Set([...counts, ...cited.flatMap((said) => numbersIn(said.text))]);
  return numbersIn(text).every((number) => founded.has(number));
}

const knownPeople = (contributions: readonly Pick<Cited, 'participantId'>[]): number =>
  new Set(contributions.flatMap((said) => said.participantId ?? [])).size;
