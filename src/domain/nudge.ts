import type { Lang } from './words.ts';

export type NudgeOutcome = 'sent' | 'answered' | 'elsewhere' | 'snoozed' | 'stopped' | 'skipped';

/** A private, personal, low-effort invitation to someone who has been quiet. */
export interface Nudge {
  /** `${roundId}:${participantId}:${n}` */
  id: string;
  inquiryId: string;
  roundId: string;
  participantId: string;
  /** Key of the reason, said in the nudge itself: `not-yet-this-round`, `quiet-for-a-while`, `never-yet`. */
  reason: string;
  text: string;
  lang: Lang;
  at: Date;
  outcome: NudgeOutcome;
}
