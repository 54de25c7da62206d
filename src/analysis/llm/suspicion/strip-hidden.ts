import type { Sign } from './sign.ts';

/** Tag characters spell ASCII invisibly; only flags of regions, after a black flag, use them in good faith. */
const FLAG = /\u{1F3F4}[\u{E0020}-\u{E007E}]+\u{E007F}/gu;
const TAGS = /[\u{E0020}-\u{E007E}]/gu;
/** Turn the direction of reading around: what a person sees is not what a model gets. */
const OVERRIDES = /[\u202D\u202E]/u;
const INVISIBLE = /[\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}\p{Cf}\p{Co}\p{Cn}\u115F\u1160\u3164\uFFA0]/gu;
/** Soft hyphens and joiners of emoji come from anywhere; the rest has no business inside a word of Latin letters. */
const INSIDE_WORD =
  /\p{Script=Latin}[\u200B-\u200F\u2060-\u2064\u2066-\u206F\u202A-\u202E\uFEFF\u115F\u1160\u3164\uFFA0\u180E]+(?=\p{Script=Latin})/gu;
const MANY_SELECTORS = /[\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]{3,}/u;

/** What hides in a text: its signs, the text as it is without, and what invisible characters spell, if they do. */
export function stripHidden(raw: string): { text: string; spelt: string | null; signs: Sign[] } {
  const flagless = raw.replace(FLAG, '\u{1F3F4}');
  const tags = flagless.match(TAGS) ?? [];
  const inside = flagless.match(INSIDE_WORD)?.length ?? 0;
  const signs: Sign[] = [];
  if (tags.length > 0 || MANY_SELECTORS.test(flagless))
    signs.push({ reason: 'invisible characters that spell', weight: 1 });
  if (OVERRIDES.test(flagless)) signs.push({ reason: 'turns the direction of reading', weight: 1 });
  if (inside > 0) signs.push({ reason: 'invisible characters inside words', weight: inside > 2 ? 1 : 0.5 });
  return {
    text: flagless.replace(INVISIBLE, ''),
    spelt: tags.length > 3 ? tags.map((tag) => String.fromCodePoint(tag.codePointAt(0)! - 0xe0000)).join('') : null,
    signs,
  };
}
