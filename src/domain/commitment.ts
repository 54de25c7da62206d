export type CommitmentStatus = 'open' | 'done' | 'dropped';

/** An idea that somebody took on: an owner, a date, and a loop that tells what became of it. */
export interface Commitment {
  id: string;
  inquiryId: string;
  /** The contribution or sub-theme that it comes from. */
  contributionId: string | null;
  text: string;
  ownerId: string;
  /** Local calendar date, YYYY-MM-DD. */
  dueOn: string;
  status: CommitmentStatus;
  /** What the owner said became of it. */
  outcome: string | null;
  /** When its owner was first asked about the date that it had then. */
  askedAt: Date | null;
  /** When it was done or dropped. */
  settledAt: Date | null;
  createdAt: Date;
}
