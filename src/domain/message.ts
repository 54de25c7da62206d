import type { Lang } from './words.ts';

/** A button. `action` says what is asked for, `value` about which thing; both come back in `choice-pressed`. */
export interface Choice {
  action: string;
  value: string;
  label: string;
  style?: 'primary' | 'danger';
}

/** An answer is a string: a date is YYYY-MM-DD, a time HH:MM, people are addresses with a comma between them. */
export type Field = { name: string; label: string; hint?: string; required: boolean; initial?: string } & (
  | { type: 'text' | 'long-text' | 'date' | 'time' }
  | { type: 'select'; options: { value: string; label: string }[] }
  | { type: 'people'; many: boolean }
);

/** A short guided form; `context` comes back with the answers. */
export interface Form {
  id: string;
  title: string;
  intro: string;
  fields: Field[];
  submit: string;
  context: string;
  /** Of its words, for what a platform says around it. */
  lang?: Lang;
}

/** What Porras says, portable: adapters render it, `src/flow/say/deliver.ts` degrades what a platform lacks. */
export interface Message {
  /** Mandatory plain text: notifications, screen readers, platforms without formatting. */
  text: string;
  /** CommonMark without HTML. */
  markdown: string;
  lang: Lang;
  choices?: Choice[];
  /** Id of a stored picture. */
  picture?: { id: string; alt: string };
  /** Whoever looks at it may see their own view of it, where the platform can show one; without a picture. */
  views?: true;
}

/** What a person finds when they open Porras by itself: sections, from top to bottom. */
export interface Home {
  lang: Lang;
  sections: readonly Message[];
}
