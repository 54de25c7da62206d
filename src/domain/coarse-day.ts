/**
 * The day (UTC) in which an instant lies: all that is kept of when something anonymous happened. The same second in two
 * tables would point from an answer to its author.
 */
export const coarseDay = (at: Date): Date => new Date(Math.floor(at.getTime() / 86_400_000) * 86_400_000);
