/**
 * What Finnish, Swedish and English put after a name: a case, a possessive, clitics; in lower case. Spoken forms
 * ("Maijalt", "Maijaks") are among them.
 */
const POSSESSIVE = '(?:ni|si|mme|nne|ns[aä])';
const CLITICS = '(?:(?:kin|kaan|kään|ko|kö|han|hän|pa|pä)(?:s|ks|han|hän|kaan|kään|kin)?|ks|s)';
const WEAK_CASE = '(?:lle|ll[aä]?|lt[aä]?|l|ss[aä]?|st[aä]?|ks[ie]|tt[aä])';
const PERSONAL_CASE = `(?:${WEAK_CASE}|n[aä])`;
const ILLATIVE = '(?:h?[aeiouyäöåé]{1,2}n|seen)';
const CASE = `(?:${PERSONAL_CASE}[aeä]n|${PERSONAL_CASE}|${ILLATIVE}|t?[aä]|n|t)`;
const END = String.raw`(?![\p{L}\p{N}])`;

/** After the form that is also the nominative: nothing, a genitive s, a possessive, clitics. */
export const BARE = new RegExp(`(?:'s|${POSSESSIVE}?${CLITICS}?)${END}`, 'uy');
/** After a stem that needs a case. */
export const CASED = new RegExp(`${CASE}${POSSESSIVE}?${CLITICS}?${END}`, 'uy');
/** After a stem in the weak grade, which not all cases have: "Mati-lle" but "Matti-a". */
export const WEAK = new RegExp(`(?:${WEAK_CASE}[aeä]n|${WEAK_CASE}|n|t)${POSSESSIVE}?${CLITICS}?${END}`, 'uy');
/** After a consonant stem: "Virtas-ta", "Markus-ta". */
export const PARTITIVE = new RegExp(`t[aä]${POSSESSIVE}?${CLITICS}?${END}`, 'uy');
const ANY = `(?:(?:${CASE})?${POSSESSIVE}?${CLITICS}?)`;
/** After ids: "secretary-01", "secretary-01lle". */
export const ANYTHING = new RegExp(`(?:'s|${ANY})${END}`, 'uy');
/** With the colon that Finnish and Swedish put after abbreviations: "HR-01:lle". */
export const AFTER_COLON = new RegExp(`:${ANY}${END}`, 'uy');
/** As a language model may attach it to a placeholder: "[PERSON1]:lle", "[PERSON1]lle", "[PERSON1]s", "[PERSON1]'s". */
const ON_PLACEHOLDER = new RegExp(`(?:['’]s|:?${ANY})${END}`, 'uy');

/** The length of what `pattern` (sticky) finds at `index`, or -1. */
export function matchLength(pattern: RegExp, text: string, index: number): number {
  pattern.lastIndex = index;
  return pattern.test(text) ? pattern.lastIndex - index : -1;
}

/** The ending right after a placeholder that ends at `index`, as written, and without its colon or with a plain apostrophe. */
export function endingAfter(text: string, index: number): { written: string; ending: string } {
  const length = Math.max(0, matchLength(ON_PLACEHOLDER, text, index));
  const written = text.slice(index, index + length);
  if (written === ':') return { written: '', ending: '' };
  return { written, ending: written.replace(/^:/, '').replace('’', "'") };
}

/** The ending as it stands behind a placeholder. */
export const writeEnding = (ending: string): string =>
  ending === '' || ending.startsWith("'") ? ending : `:${ending}`;

/** What kind of case an ending starts with; possessives and clitics alone are `none`. */
export function caseOf(ending: string): 'none' | 'genitive' | 'partitive' | 'illative' | 'weak' | 'strong' {
  if (/^(?:'s|s)?$/.test(ending)) return 'none';
  if (new RegExp(`^${POSSESSIVE}?${CLITICS}?$`).test(ending)) return 'none';
  if (new RegExp(`^${ILLATIVE}`).test(ending)) return 'illative';
  if (/^n[aä]/.test(ending)) return 'strong';
  if (/^t?[aä](?!n)/.test(ending)) return 'partitive';
  return ending.startsWith('n') ? 'genitive' : 'weak';
}
