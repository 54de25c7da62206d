import type { Address } from './inquiry.ts';
import type { Lang } from './words.ts';

/** A person on their platform, whatever they take part in. */
export interface KnownPerson {
  id: Address;
  workspaceId: string;
  /** What the person, or a list of people, said: it holds before what the platform says. */
  ownLang: Lang | null;
  ownTimeZone: string | null;
  /** What the platform said when it was last asked. */
  lang: Lang | null;
  timeZone: string | null;
  awayUntil: Date | null;
  askedAt: Date | null;
  /** Since when they look at their home; it is kept up to date from then on. */
  homeSince: Date | null;
}
