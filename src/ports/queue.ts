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
  | { name: 'show-home'; person: string }
  | { name: 'sweep' };
export type JobName = Job['name'];
export type JobOf<N extends JobName> = Extract<Job, { name: N }>;

/** What runs each kind of job. It may run twice for one job, and never at once for two jobs with the same key. */
export type Handlers = { [N in JobName]: (job: JobOf<N>) => Promise<void> };

export interface AddOptions {
  /** When to run it; now if left out. */
  at?: Date;
  /**
   * What the job is about. Of jobs with the same key one runs at a time and one waits. Adding a job replaces the one
   * that waits for a later time, so that it now runs at the new time; `assign-themes` instead keeps the time that it
   * was first given, lest a lively talk put it off for ever. While a job runs, one added with its key runs after it.
   */
  key?: string;
}

/** A queue of jobs; a job may run twice, so handlers are idempotent. */
export interface Queue {
  /** @throws PorrasError `bad-job` when the job carries anything but its ids. */
  add(job: Job, options?: AddOptions): Promise<void>;
  /**
   * Runs `job` by a cron pattern (minute, hour, day of month, month, weekday) in a time zone; the same key replaces
   * what was scheduled under it. @throws PorrasError `bad-schedule` when pattern or zone cannot be read.
   */
  schedule(key: string, cron: { pattern: string; timeZone: string }, job: Job): Promise<void>;
  unschedule(key: string): Promise<void>;
}
