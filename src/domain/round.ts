export type RoundStatus = 'planned' | 'open' | 'closed' | 'skipped';

/** One question asked, open for a window of time. */
export interface Round {
  /** `${inquiryId}-r${number}` */
  id: string;
  inquiryId: string;
  /** 1, 2, 3… in the order of opening. */
  number: number;
  /** Key of the programme's round it comes from; `extra` for one that a facilitator added. */
  key: string;
  setting: 'channel' | 'private';
  /** Ids of the main question and of the reflection questions that follow it. */
  questionIds: string[];
  /** The words asked, where a facilitator wrote their own instead of the question bank's. */
  ownText: string | null;
  steps: string[];
  opensAt: Date;
  closesAt: Date;
  nudgeAt: Date;
  reflectAt: Date | null;
  status: RoundStatus;
  openedAt: Date | null;
  closedAt: Date | null;
}
