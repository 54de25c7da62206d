import pino from 'pino';

/** Structured logs on standard output. Ids and codes only: what people wrote never gets here. */
export const createLog = (level: string) => pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });

export type Log = ReturnType<typeof createLog>;
