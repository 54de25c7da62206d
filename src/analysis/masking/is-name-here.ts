import { followsOrdinary, LANDSCAPE, MONTHS, PLACES } from './ordinary-words.ts';
import type { Reading } from './reading.ts';

/** A word of a text that is a participant's name in some form, or an ordinary word that looks the same. */
export interface Doubt {
  start: number;
  end: number;
  /** The name in lower case. */
  name: string;
  ending: string;
  /** Whether even the form is unsure ("vaino" for Väinö). */
  rare: boolean;
}

const REACH = 40;
const SENTENCE_START = /(?:^|[.!?…\n\p{Extended_Pictographic}]["')\]]*)[\s"'([*_>•–-]*$/u;
const GREETING =
  /(?<!\p{L})(?:hei|hej|hejsan|moi|moikka|moro|terve|huomenta|morjens|kiitos|kiitti|kiitoksia|hallå|tack|tjena|hi|hello|hey|dear|thanks|thx|cheers|thank you|ty|t|terv|terveisin|mvh|br|regards|hälsningar)[.,]? $/u;
const GREETED = /^ ?(?:$|[,!.:;)?\n-]|\p{Extended_Pictographic})/u;
/** What belongs to a person, behind a genitive. */
const OF_A_PERSON =
  /^ (?:kans|mielestä|puolesta|luona|ehdotu|idea|ajatu|kommen|viesti|kysymy|vastau|tapa |esimerk|malli|lista|ohje|huomio|vinkki|vuoro|tilalle|sijais|förslag|idé|idea|tanke|kommentar|fråg|mall|lista|tips|svar|ärende|pass )/;
const PERSON_VERB =
  /^ (?:är|var|har|hade|kan|ska|skulle|vill|sa|säger|tycker|tyckte|föreslog|vet|visste|visade|skrev|frågade|hjälpte|och \p{Lu}|ja \p{Lu}|and \p{Lu})/u;
const GENITIVE_OR_VERB = /^(?:toivo|anna|satu|usko|kai)$/;

/** Whether the word is the name here: decided by capitals, the start of the sentence, and the words about it. */
export function isNameHere({ text, lower }: Reading, doubt: Doubt): boolean {
  const { start, end, name, ending } = doubt;
  const before = text.slice(Math.max(0, start - REACH), start);
  const after = text.slice(end, end + REACH);
  const lowerBefore = before.toLowerCase();
  if (before.endsWith('@') || ending === "'s") return true;
  if (isPlace(name, ending, lowerBefore) || isMonth(name, lowerBefore)) return false;
  if (isCapital(text.slice(start, end), before, after)) {
    if (!SENTENCE_START.test(before) && !(start <= REACH && /^\s*$/.test(before))) return true;
    return startsWithName(doubt, lower.slice(start, end), after);
  }
  if (doubt.rare) return false;
  if (GREETING.test(lowerBefore) && GREETED.test(after)) return true;
  if (/^n$|^s$/.test(ending) && OF_A_PERSON.test(after)) return true;
  return name.length > 3 && !LANDSCAPE.has(name) && /^(?:lta|ltä|lle)$/.test(ending);
}

/** A capital that says something: not that of a text in nothing but capitals. */
function isCapital(word: string, before: string, after: string): boolean {
  if (!/^\p{Lu}/u.test(word)) return false;
  const isShouted = word.length > 1 && word === word.toUpperCase();
  return !isShouted || /\p{Ll}{2}/u.test(before + after) || !/\p{Lu}{2}/u.test(before + after);
}

/** Whether the first word of a sentence is the name. In doubt it is: better one word too many than a name let out. */
function startsWithName({ name, ending, rare }: Doubt, form: string, after: string): boolean {
  if (rare) return false;
  if (/^[,:!]/.test(after) && ending === '') return true;
  if (/^[ns]$/.test(ending) && OF_A_PERSON.test(after)) return true;
  // "Toivon" is first of all "I hope", "Annan" "I give".
  if (GENITIVE_OR_VERB.test(name) && /^[nt]$/.test(ending)) return false;
  if (form === 'hans') return PERSON_VERB.test(after);
  if (/^(?:ll|lt|ss|st|ks|t?[aä])/.test(ending)) return true;
  const next = /^ ([\p{L}']+)/u.exec(after)?.[1]?.toLowerCase();
  return next === undefined || !followsOrdinary(next);
}

const isPlace = (name: string, ending: string, before: string): boolean =>
  PLACES.has(name) &&
  (/^(?:ss[aä]|st[aä]|h?[aeiouyäö]n|seen)/.test(ending) || /(?:^|\s)(?:i|in|från|from|near|nära) $/.test(before));

const isMonth = (name: string, before: string): boolean =>
  MONTHS.has(name) &&
  /(?:^|[\s(])(?:in|by|on|since|until|till|to|during|for|from|of|last|next|this|early|mid|late|before|after|\d{1,2}(?:st|nd|rd|th)?) $/.test(
    before,
  );
