import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as finnish } from '@orama/stemmers/finnish';
import { stemmer as swedish } from '@orama/stemmers/swedish';
import type { Lang } from '../../domain/words.ts';

const STEMMERS: Record<Lang, (word: string) => string> = { en: english, fi: finnish, sv: swedish };
const MEMORY = 50_000;
const memory: Record<Lang, Map<string, string>> = { en: new Map(), fi: new Map(), sv: new Map() };

/** Stem of a folded word; remembers what it has stemmed, since words come back. */
export function stem(word: string, lang: Lang): string {
  const known = memory[lang].get(word);
  if (known !== undefined) return known;
  if (memory[lang].size >= MEMORY) memory[lang].clear();
  const made = STEMMERS[lang](word);
  memory[lang].set(word, made);
  return made;
}
