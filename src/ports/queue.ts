/** Jobs carry ids, never what people said. */
export type Job =
  | { name: 'handle-event'; eventId: string }
  | { name: 'assign-themes'; inquiryId: string }
  | { name: 'open-round'; roundId: string }
  | { name: 'reflect-on-round'; roundId: string }
  | { name: 'nudge-quiet'; roundId: string }
  | { name: 'close-round'; roundId: string }
  | { name: 'release-held'; inquiryId: string }
  | { name: 'compose-digest'; inquiryId: string }
  | { name: 'follow-up-commitments'; inquiryId: string }
  | { name: 'deliver'; deliveryId: string }
  | { name: 'sweep' };
export type JobName = Job['name'];

export interface AddOptions {
  /** When to run it; now if left out. */
  at?: Date;
  /** A job with this key that still waits is not added twice. */
  key?: string;
}

/** A queue of jobs; a job may run twice, so handlers are idempotent. */
export interface Queue {
  add(job: Job, options?: AddOptions): Promise<void>;
  /** Runs `job` by a cron pattern in a time zone; the same key replaces what was scheduled under it. */
  schedule(key: string, cron: { pattern: string; timeZone: string }, job: Job): Promise<void>;
  unschedule(key: string): Promise<void>;
}
