import type { Momentum } from '../../domain/digest.ts';
import type { Labelled, MomentumsRequest } from '../../ports/analyst.ts';
import { conceptIn, mostCommon } from './concept-of.ts';
import { fill } from './fill.ts';
import type { Lexicon } from './lexicon.ts';
import { pickQuote } from './pick-quote.ts';
import type { Read } from './reading.ts';

const FEWEST = 3;
const QUOTE = 150;

/**
 * Key moments in which different viewpoints join into a shared thought or solution (MODEL.md section 5): chains of
 * building in one thread, by at least two people, that somebody else carried further or took on.
 */
export function findMomentums(
  { model, language, contributions }: MomentumsRequest,
  read: Read,
  lexicon: Lexicon,
): Momentum[] {
  const byId = new Map(contributions.map((said) => [said.id, said]));
  const chainOf = new Map<string, Labelled[]>();
  for (const said of contributions) {
    const source = said.label.buildsOn === null ? undefined : byId.get(said.label.buildsOn);
    const answered = said.replyTo === null ? undefined : byId.get(said.replyTo);
    const builds =
      source !== undefined && said.label.signals.includes('build') && threadOf(said, byId) === threadOf(source, byId);
    const chain = (builds && chainOf.get(source.id)) || (answered && chainOf.get(answered.id));
    if (builds) {
      const joined = chain ?? [source];
      joined.push(said);
      chainOf.set(source.id, joined);
      chainOf.set(said.id, joined);
    } else if (chain && answered && takesOn(said)) {
      chain.push(said);
      chainOf.set(said.id, chain);
    }
  }
  return [...new Set(chainOf.values())].filter(isMoment).map((chain) => describe(chain));

  function describe(chain: Labelled[]): Momentum {
    const step = mostCommon(chain.map(({ label }) => (label.step === 'none' ? null : label.step))) ?? 'none';
    const concept = mostCommon(
      chain.map((said) => conceptIn(read(said.text, said.lang, model), step)?.concept ?? null),
    );
    const quote = (said: Labelled) => pickQuote(said, { model, read, step, concept, longest: QUOTE })?.shown ?? '…';
    const last = chain.findLast(({ label }) => label.signals.includes('build')) ?? chain.at(-1)!;
    const solved = chain.some(({ label }) => label.kind === 'solution');
    const people = new Set(chain.map(({ speaker }) => speaker)).size;
    const summary = fill(lexicon.phrases.momentum[solved ? 'solution' : 'thought'], language, {
      people,
      start: quote(chain[0]!),
      end: quote(last),
    });
    return { contributions: chain.map(({ id }) => id), step, summary };
  }
}

/** The first of a thread that is known; what only resembles something said elsewhere did not join it. */
function threadOf(said: Labelled, byId: ReadonlyMap<string, Labelled>): string {
  const above = said.replyTo === null ? undefined : byId.get(said.replyTo);
  return above ? threadOf(above, byId) : (said.replyTo ?? said.id);
}

/** Cheering on or taking the thing on closes a chain; other answers are beside it. */
const takesOn = ({ label }: Labelled): boolean => label.kind === 'solution' || label.signals.includes('encourage');

function isMoment(chain: readonly Labelled[]): boolean {
  const builds = chain.filter(({ label }) => label.signals.includes('build'));
  const builders = new Set(builds.map(({ speaker }) => speaker)).size;
  const people = new Set(chain.map(({ speaker }) => speaker)).size;
  return (
    chain.length >= FEWEST &&
    people >= 2 &&
    (builders >= 2 || chain.length > builds.length + 1) &&
    chain.some(({ label }) => label.kind === 'solution' || label.kind === 'idea')
  );
}
