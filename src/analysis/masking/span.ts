/** What is masked. `PERSON` is a participant; `LITERAL` is a writer's own text that looks like one of our placeholders. */
export type Kind = 'PERSON' | 'EMAIL' | 'PHONE' | 'IBAN' | 'IDCODE' | 'LITERAL';

/** A stretch of a text that must not leave, `end` exclusive. */
export interface Span {
  start: number;
  end: number;
  kind: Kind;
  /** Whose or which: the same for every way of writing the same thing. */
  entity: string;
  /** A person's name as listed, in the part that was used here ("Maija"); otherwise what `entity` says. */
  lemma: string;
  /** A person's case ending, possessive and clitic ("lle", "llekin", "'s"); otherwise empty. */
  ending: string;
}
