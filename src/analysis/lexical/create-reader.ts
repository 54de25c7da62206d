import type { Model } from '../../domain/model.ts';
import type { Kind, Lang, Signal } from '../../domain/words.ts';
import { KINDS, SIGNALS } from '../../domain/words.ts';
import type { CueIndex } from './cue-index.ts';
import { createCueIndex } from './cue-index.ts';
import type { Lexicon } from './lexicon.ts';
import type { Lexicons } from './load-lexicons.ts';
import type { ConceptFound, Found, Owner, Read, Reading } from './reading.ts';
import { stem } from './stem.ts';
import { STOP_WORDS } from './stop-words.ts';
import { fadingSum, withoutOverlaps } from './sum-hits.ts';
import type { Token } from './tokenise.ts';
import { clean, tokenise } from './tokenise.ts';

/** Readings kept, so that a text that comes back with its thread or its step is not read again. */
const MEMORY = 20_000;
/** Words of a sentence that proposes or promises say more about what would change than words told on the way. */
const PROPOSAL_WEIGHT = 1.3;
/** How many words into a contribution still open it. */
const OPENING = 4;
const EMOJI = /^\p{Extended_Pictographic}/u;

type Cue = { cue: string; owner: Owner; exact?: boolean };

interface Prepared {
  index: Record<Lang, CueIndex<Owner>>;
  memory: Map<string, Reading>;
}

/** Reads texts with the cues of a model and of the lexicons; each model is compiled once. */
export function createReader(lexicons: Lexicons): Read {
  const prepared = new WeakMap<Model, Prepared>();
  const stops = (lang: Lang) => new Set([...STOP_WORDS[lang], ...lexicons[lang].stopwords]);
  const stopWords: Record<Lang, ReadonlySet<string>> = { fi: stops('fi'), sv: stops('sv'), en: stops('en') };

  function prepare(model: Model): Prepared {
    const index = (lang: Lang) =>
      createCueIndex<Owner>(lang, [...modelCues(model, lang), ...lexiconCues(lexicons[lang])]);
    const made = { index: { fi: index('fi'), sv: index('sv'), en: index('en') }, memory: new Map<string, Reading>() };
    prepared.set(model, made);
    return made;
  }

  return (text, lang, model) => {
    const { index, memory } = prepared.get(model) ?? prepare(model);
    const key = `${lang}\n${text}`;
    const known = memory.get(key);
    if (known) return known;
    if (memory.size >= MEMORY) memory.clear();
    const made = read(text, lang, index[lang], stopWords[lang]);
    memory.set(key, made);
    return made;
  };
}

function* modelCues(model: Model, lang: Lang): Iterable<Cue> {
  for (const step of model.steps) {
    for (const concept of step.cues) {
      for (const cue of concept[lang])
        yield { cue, owner: { group: 'step', step: step.key, concept: concept.concept, weight: concept.weight ?? 1 } };
    }
  }
  for (const { key, cues } of model.crossCutting) {
    for (const concept of cues) for (const cue of concept[lang]) yield { cue, owner: { group: 'cross', key } };
  }
}

/** Words for what people do are written out in the forms that count: `meet` is no `meeting`, `agree on` no `agreed`. */
const lexiconCues = (lexicon: Lexicon): Cue[] => [...lexiconWords(lexicon)].map((cue) => ({ ...cue, exact: true }));

function* lexiconWords(lexicon: Lexicon): Iterable<Cue> {
  for (const key of KINDS) {
    if (key === 'appreciation') continue;
    for (const cue of lexicon.kinds[key].cues) yield { cue, owner: { group: 'kind', key, not: false } };
    for (const cue of lexicon.kinds[key].not) yield { cue, owner: { group: 'kind', key, not: true } };
  }
  for (const key of SIGNALS) {
    for (const cue of lexicon.signals[key].cues) yield { cue, owner: { group: 'signal', key, not: false } };
    for (const cue of lexicon.signals[key].not) yield { cue, owner: { group: 'signal', key, not: true } };
  }
  for (const key of ['greeting', 'logistics', 'smalltalk'] as const)
    for (const cue of lexicon.social[key]) yield { cue, owner: { group: 'social', key } };
  for (const key of ['dissent', 'agree', 'proposal'] as const)
    for (const cue of lexicon.stance[key]) yield { cue, owner: { group: 'stance', key } };
}

function read(original: string, lang: Lang, index: CueIndex<Owner>, stopWords: ReadonlySet<string>): Reading {
  const text = clean(original);
  const tokens = tokenise(text);
  const hits = withoutPractical(withoutTakenBack(index.find(tokens)));
  const proposals = proposalSentences(text, tokens, hits);
  const social = hits.filter(
    ({ owner }) =>
      owner.group === 'social' ||
      (owner.group === 'signal' && owner.key !== 'build' && owner.key !== 'raise' && owner.key !== 'interest'),
  );
  const covered = new Set(social.flatMap((hit) => span(hit)));
  const words = tokens.filter((token) => !token.mention && !EMOJI.test(token.word));
  const withContent = words.filter((token) => !stopWords.has(token.word) && token.word.length > 1);
  const stems = new Map(
    withContent.map((token) => [
      /^\d/.test(token.word) ? token.word : `${lang}:${stem(token.word, lang)}`,
      token.surface,
    ]),
  );
  const contentSet = new Set(withContent);
  const wordSet = new Set(words);
  const trimmed = text.trimEnd();
  return {
    lang,
    text,
    tokens,
    concepts: conceptsOf(hits, tokens, proposals),
    cross: sumBy(hits, 'cross'),
    kinds: sumBy(hits, 'kind') as Map<Kind, number>,
    signals: sumBy(hits, 'signal') as Map<Signal, number>,
    opening: new Set(
      hits.flatMap(({ owner, first }) => (owner.group === 'signal' && first < OPENING ? [owner.key] : [])),
    ),
    social: sumBy(hits, 'social'),
    stance: sumBy(hits, 'stance'),
    stems: [...stems.keys()],
    surfaces: stems,
    content: tokens.filter((token, at) => !covered.has(at) && contentSet.has(token)).length,
    rest: tokens.filter((token, at) => !covered.has(at) && wordSet.has(token)).length,
    questions: (text.match(/\?+/g) ?? []).length,
    endsInQuestion: /\?[\s\p{Extended_Pictographic}"”)]*$/u.test(trimmed.slice(-40)),
    mentions: tokens.some((token) => token.mention),
    listLines: (text.match(/^\s*(?:[-*•]|\d+[.)])\s/gm) ?? []).length,
    numbers: words.filter((token) => /^\d/.test(token.word)).length,
  };
}

const span = (hit: Found): number[] => Array.from({ length: hit.last - hit.first + 1 }, (_, i) => hit.first + i);

/** A cue under `not` takes back the cues of its label that it overlaps. */
function withoutTakenBack(hits: Found[]): Found[] {
  const back = new Map<string, Set<number>>();
  for (const hit of hits) {
    if (!('not' in hit.owner) || !hit.owner.not) continue;
    const key = `${hit.owner.group}:${hit.owner.key}`;
    const places = back.get(key) ?? new Set();
    for (const at of span(hit)) places.add(at);
    back.set(key, places);
  }
  return hits.filter((hit) => {
    if (!('not' in hit.owner)) return true;
    if (hit.owner.not) return false;
    const places = back.get(`${hit.owner.group}:${hit.owner.key}`);
    return !places || !span(hit).some((at) => places.has(at));
  });
}

/** `I'm in a meeting` says where somebody is, and nothing about meetings. */
function withoutPractical(hits: Found[]): Found[] {
  const practical = hits.filter(
    ({ owner, first, last }) => owner.group === 'social' && owner.key === 'logistics' && last > first,
  );
  const places = new Set(practical.flatMap(span));
  return hits.filter((hit) => hit.owner.group !== 'step' || !span(hit).every((at) => places.has(at)));
}

function sumBy(hits: readonly Found[], group: 'cross' | 'kind' | 'signal' | 'social' | 'stance'): Map<string, number> {
  const byKey = Map.groupBy(
    hits.filter(({ owner }) => owner.group === group),
    ({ owner }) => ('key' in owner ? owner.key : ''),
  );
  return new Map([...byKey].map(([key, own]) => [key, fadingSum(withoutOverlaps(own).map((hit) => hit.weight))]));
}

function conceptsOf(
  hits: readonly Found[],
  tokens: readonly Token[],
  proposals: (at: number) => boolean,
): ConceptFound[] {
  const byConcept = Map.groupBy(
    hits.filter(({ owner }) => owner.group === 'step'),
    ({ owner }) => (owner.group === 'step' ? owner.concept : ''),
  );
  return [...byConcept]
    .map(([concept, own]) => {
      const kept = withoutOverlaps(own);
      const owner = kept[0]!.owner as Extract<Owner, { group: 'step' }>;
      const seen = new Set<string>();
      const weights = kept.map((hit) => {
        const word = span(hit)
          .map((at) => tokens[at]!.word)
          .join(' ');
        const again = seen.has(word);
        seen.add(word);
        return hit.weight * (proposals(hit.first) ? PROPOSAL_WEIGHT : 1) * (again ? 0.3 : 1);
      });
      const words = kept.map((hit) =>
        span(hit)
          .map((at) => tokens[at]!.surface)
          .join(' '),
      );
      const weight = fadingSum(weights);
      return {
        concept,
        step: owner.step,
        weight,
        forStep: weight * owner.weight,
        words: [...new Set(words)],
        at: kept[0]!.first,
      };
    })
    .sort((a, b) => b.weight - a.weight || a.at - b.at);
}

/** Whether the token at a place stands in a sentence that proposes, wishes or promises. */
function proposalSentences(text: string, tokens: readonly Token[], hits: readonly Found[]): (at: number) => boolean {
  const sentence: number[] = [];
  let current = 0;
  for (const [at, token] of tokens.entries()) {
    const before = tokens[at - 1];
    if (before && /[.!?\n]/.test(text.slice(before.end, token.start))) current++;
    sentence.push(current);
  }
  const proposing = new Set(
    hits.flatMap((hit) => (hit.owner.group === 'stance' && hit.owner.key === 'proposal' ? [sentence[hit.first]] : [])),
  );
  return (at) => proposing.has(sentence[at]);
}
