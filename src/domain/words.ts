/** The small closed vocabularies of the domain (words as in the glossary of README.md). */

export const LANGUAGES = ['fi', 'sv', 'en'] as const;
export type Lang = (typeof LANGUAGES)[number];

export const ROLES = ['leader', 'supervisor', 'specialist', 'stakeholder'] as const;
export type Role = (typeof ROLES)[number];

/** What a contribution does in the talk (MODEL.md section 4). */
export const KINDS = ['idea', 'solution', 'story', 'concern', 'question', 'appreciation', 'comment'] as const;
export type Kind = (typeof KINDS)[number];

/** Visible acts of appreciation towards another person (MODEL.md section 3). */
export const SIGNALS = ['raise', 'encourage', 'thank', 'build', 'interest'] as const;
export type Signal = (typeof SIGNALS)[number];

/** A text in each language that Porras speaks. */
export type Localised = Record<Lang, string>;

/** The step of a contribution that belongs to no step: small talk, logistics, an answer without content. */
export const NONE = 'none';
