/** What a word or phrase may be about, when somebody tries to give orders to a machine that reads many people's words. */
export const CONCEPTS = [
  // Orders that push other orders aside.
  'override',
  'rule',
  'whole',
  'yours',
  'obey',
  'instead',
  'free',
  // Who is spoken to, and as what.
  'machine',
  'toMachine',
  'reader',
  'become',
  'role',
  'authority',
  'tale',
  'polite',
  // Labels.
  'label',
  'counts',
  'others',
  'self',
  'contribution',
  'meta',
  'key',
  'sure',
  'rightAnswer',
  'number',
  'rename',
  'subTheme',
  'notNeeded',
  // What is given back.
  'digest',
  'summary',
  'write',
  'must',
  'that',
  'exclude',
  'agree',
  'only',
  'quote',
  'attribute',
  'claim',
  'approve',
  'link',
  'append',
  // What is to be given away.
  'reveal',
  'prompt',
  'verbatim',
  'above',
  'given',
  'people',
  'personal',
  'mask',
  // The frame around what people said.
  'end',
  'data',
  'batch',
  'done',
  'output',
  'answerWith',
  'newTask',
  'decode',
  'follow',
  // The work of such a machine, and being told to do it.
  'command',
  'machinery',
  'youDo',
  'relabel',
  // Ordinary talk among people.
  'among',
] as const;
export type Concept = (typeof CONCEPTS)[number];

/**
 * Patterns of a language by concept, parted by ` | `: regular expressions on lower-case text. A blank stands for what may
 * part two words, `$` for the end of a word (without it a pattern is a stem), `~` for a blank with up to three words in it, and `>` in front
 * for the beginning of a clause.
 */
export type Words = Partial<Record<Concept, string>>;
