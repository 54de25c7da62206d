import pino from 'pino';

/** Structured logs on standard output. Ids and codes only: what people wrote never gets here (DESIGN 5.6). */
export const createLog = (level: string) => pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });

export type Log = ReturnType<typeof createLog>;
