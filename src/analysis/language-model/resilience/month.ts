/** YYYY-MM of an instant, UTC. */
export const monthOf = (at: Date): string => at.toISOString().slice(0, 7);

/** When the next month starts, UTC. */
export const nextMonth = (at: Date): Date => new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1));
