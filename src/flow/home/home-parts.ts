import type { Inquiry, Participant } from '../../domain/inquiry.ts';
import type { Lang } from '../../domain/words.ts';
import type { Flow } from '../context.ts';
import type { SayHere } from '../say/say-here.ts';

/** A person's part in an inquiry that goes on. */
export interface Part {
  inquiry: Inquiry;
  participant: Participant;
}

/** What every section of a home is made of. */
export interface HomeParts {
  flow: Flow;
  lang: Lang;
  say: SayHere;
  /** The latest first. */
  parts: readonly Part[];
}
