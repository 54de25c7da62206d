import type { Model } from '../../domain/model.ts';
import type { Lang } from '../../domain/words.ts';
import type { Cluster } from './clusters.ts';
import { conceptNamed } from './concept-of.ts';

const LONGEST_WORD = 28;
const LONGEST_NAME = 60;
const SHORTEST_NAME = 15;
const FEWEST_PEOPLE = 2;
/** Letters by which forms of a word are taken for the same word. */
const SAME = 5;

/** What the concept of a cluster is called in the model, if it is called anything. */
export const conceptName = (cluster: Cluster, model: Model, lang: Lang): string | null =>
  (cluster.concept === null ? null : conceptNamed(model, cluster.concept)?.name?.[lang]) ?? null;

/** A readable name: the concept's, with the words that several people used for it; else a phrase of somebody's own. */
export function nameCluster(cluster: Cluster, model: Model, lang: Lang): string {
  const name = conceptName(cluster, model, lang);
  if (name === null) return ownPhrase(cluster, lang);
  const words = sharedWords(cluster, name, lang);
  return words.length === 0 ? name : `${name}: ${words.join(', ')}`;
}

/** Endings of Finnish cases other than the nominative: a word in one of them makes no sense behind a name. */
const INFLECTED = /(?:[^t]n|s[st][aä]|l[lt][aä]|lle|ksi|t[aä]|[ij][aä]|o[aä]|ö[aä]|mme|tte|ns[aä])$/u;

/** Whether a word can stand in a name as somebody wrote it: in Finnish a single word in the nominative. */
const standsAlone = (word: string, lang: Lang): boolean => lang !== 'fi' || !(/\s/.test(word) || INFLECTED.test(word));

/** Cue words as people wrote them, each used by at least two people, most people first, at most two. */
function sharedWords(cluster: Cluster, name: string, lang: Lang): string[] {
  const byWord = new Map<string, { people: Set<string>; forms: Map<string, number> }>();
  for (const { said, reading } of cluster.members) {
    if (said.lang !== lang) continue;
    const words = reading.concepts.filter((found) => found.concept === cluster.concept).flatMap((found) => found.words);
    for (const word of new Set(words)) {
      if (word.length < SAME || word.length > LONGEST_WORD || !standsAlone(word, lang)) continue;
      const key = word.toLowerCase().slice(0, SAME);
      const entry = byWord.get(key) ?? { people: new Set(), forms: new Map() };
      entry.people.add(said.speaker ?? said.id);
      const form = /^\p{Lu}\p{Ll}/u.test(word) ? word.toLowerCase() : word;
      entry.forms.set(form, (entry.forms.get(form) ?? 0) + 1);
      byWord.set(key, entry);
    }
  }
  const lower = name.toLowerCase();
  return [...byWord]
    .filter(([key, { people }]) => people.size >= FEWEST_PEOPLE && !lower.includes(key))
    .sort((a, b) => b[1].people.size - a[1].people.size || (a[0] < b[0] ? -1 : 1))
    .slice(0, 2)
    .map(
      ([, { forms }]) =>
        [...forms].sort((a, b) => b[1] - a[1] || a[0].length - b[0].length || (a[0] < b[0] ? -1 : 1))[0]![0],
    );
}

/** The beginning of the shortest telling contribution, cut between words, without marks that would look like a quote. */
function ownPhrase(cluster: Cluster, lang: Lang): string {
  const own = cluster.members.filter(({ said }) => said.lang === lang);
  const from = [...(own.length > 0 ? own : cluster.members)].sort(
    (a, b) => Math.abs(a.reading.content - 6) - Math.abs(b.reading.content - 6),
  )[0];
  const clauses = (from?.reading.text ?? '')
    .split(/[.!?;:\n–—()"“”„»«]+/u)
    .map((clause) => clause.replace(/\s+/g, ' ').trim());
  const clause = clauses.filter(Boolean).sort((a, b) => Math.abs(a.length - 35) - Math.abs(b.length - 35))[0] ?? '…';
  const cut = clause.length <= LONGEST_NAME ? clause : cutName(clause.slice(0, LONGEST_NAME));
  return cut.charAt(0).toUpperCase() + cut.slice(1);
}

/** Up to the last comma, where enough is left before it; else between words, and it shows that something is missing. */
function cutName(start: string): string {
  const comma = start.lastIndexOf(',');
  return comma >= SHORTEST_NAME ? start.slice(0, comma) : `${start.replace(/\s+\S*$/u, '')}…`;
}
