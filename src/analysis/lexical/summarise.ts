import type { Claim } from '../../domain/digest.ts';
import { numbersIn } from '../../domain/numbers-in.ts';
import type { Labelled, SummariseRequest } from '../../ports/analyst.ts';
import { conceptIn, mostCommon } from './concept-of.ts';
import { fill } from './fill.ts';
import type { Lexicon } from './lexicon.ts';
import { type Picked, pickQuote } from './pick-quote.ts';
import type { Read } from './reading.ts';

/** From this many people on, a theme is heard in a second voice too. */
const SECOND_VOICE = 4;
const DISSENT = 1.8;

interface Candidate {
  said: Labelled;
  quote: Picked;
  score: number;
  dissent: number;
}

/**
 * What people said of a step: one sentence for each sub-theme, those of most people first, each with a quote; a second
 * voice where many spoke; a view that goes against the rest always. People are counted, not contributions, so that who
 * spoke often weighs no more than who spoke once.
 */
export function summarise(request: SummariseRequest, read: Read, lexicon: Lexicon): Claim[] {
  const { model, language, step, contributions, subThemes } = request;
  const name = model.steps.find(({ key }) => key === step)?.shortName[language] ?? step;
  const labels = new Map(subThemes.map(({ id, label }) => [id, label]));
  const themes = [
    ...Map.groupBy(contributions, (said) =>
      said.subThemeId !== null && labels.has(said.subThemeId) ? said.subThemeId : '',
    ),
  ]
    .map(([id, own]) => ({
      label: labels.get(id) ?? name,
      own: own.filter((said) => said.label.kind !== 'appreciation'),
      people: peopleOf(own),
    }))
    .filter(({ own }) => own.length > 0)
    .sort((a, b) => b.people - a.people);
  const quoted = new Map<string, number>();
  return themes.flatMap(({ label, own }, rank) => claimsOf(label, own, rank));

  function claimsOf(label: string, own: Labelled[], rank: number): Claim[] {
    const concept = mostCommon(own.map((said) => conceptIn(read(said.text, said.lang, model), step)?.concept ?? null));
    const candidates = own.flatMap((said): Candidate[] => {
      const picked = pickQuote(said, { model, read, step, concept });
      if (!picked) return [];
      const stance = read(said.text, said.lang, model).stance;
      const score =
        picked.score + (said.lang === language ? 0.8 : 0) - (said.speaker === null ? 1 : 0) + said.label.confidence;
      return [
        {
          said,
          quote: picked,
          score,
          dissent: said.label.kind === 'appreciation' ? 0 : (stance.get('dissent') ?? 0),
        },
      ];
    });
    const main = choose(candidates, quoted);
    if (!main) return [];
    const theme = safeLabel(label, own, name);
    const anonymous = own.some((said) => said.speaker === null);
    const { first, more, anonymous: whenAnonymous, dissent, second } = lexicon.phrases.claim;
    const template = anonymous ? whenAnonymous : rank === 0 ? first : more[(rank - 1) % more.length]!;
    const claims = [
      claim(
        template,
        main,
        own.map(({ id }) => id),
        theme,
        own,
      ),
    ];
    const others = candidates.filter(
      ({ said }) => said.id !== main.said.id && (said.speaker === null || said.speaker !== main.said.speaker),
    );
    const against = choose(
      others.filter((each) => each.dissent >= DISSENT),
      quoted,
    );
    if (against) claims.push(claim(dissent, against, [against.said.id], theme, [against.said]));
    const rest = others.filter((each) => each !== against && each.said.speaker !== against?.said.speaker);
    const voice = peopleOf(own) >= SECOND_VOICE ? choose(rest, quoted) : null;
    if (voice) claims.push(claim(second, voice, [voice.said.id], theme, [voice.said]));
    return claims;
  }

  function claim(
    template: string,
    { said, quote }: Candidate,
    citations: string[],
    theme: string,
    own: Labelled[],
  ): Claim {
    if (said.speaker !== null) quoted.set(said.speaker, (quoted.get(said.speaker) ?? 0) + 1);
    const text = fill(template, language, { theme, people: peopleOf(own), answers: own.length, quote: quote.shown });
    return { text, citations, quotes: [{ text: quote.text, contribution: said.id }] };
  }
}

/** People known by their speaker; anonymous ones may all be one person. */
const peopleOf = (own: readonly Labelled[]): number => {
  const known = new Set(own.flatMap(({ speaker }) => speaker ?? [])).size;
  return known + (own.some(({ speaker }) => speaker === null) ? 1 : 0);
};

/** The best candidate, one who has been quoted less before one who has been quoted more. */
function choose(candidates: readonly Candidate[], quoted: ReadonlyMap<string, number>): Candidate | null {
  const times = ({ said }: Candidate) => (said.speaker === null ? 0 : (quoted.get(said.speaker) ?? 0));
  return [...candidates].sort((a, b) => b.score - 1.5 * times(b) - (a.score - 1.5 * times(a)))[0] ?? null;
}

/** A label as the sentence's own words: no marks of quotation, no number that the cited ones do not hold (`groundClaims`). */
function safeLabel(label: string, own: readonly Labelled[], fallback: string): string {
  const plain = label
    .replace(/["“”„«»‹›「」『』]/gu, '')
    .replace(/(^|\s)['‘’]|['‘’](?=\s|$)/gu, '$1')
    .trim();
  const said = new Set(own.flatMap(({ text }) => numbersIn(text)));
  return plain !== '' && numbersIn(plain).every((number) => said.has(number)) ? plain : fallback;
}
