import type { BenchedChat } from './benched-chat.ts';
import { sendAll } from './chat-load.ts';
import { quantile } from './figures.ts';

const ROUNDS = 12;
const WARM_UP_ROUNDS = 3;

export interface Acks {
  acksPerSecond: number;
  bareAcksPerSecond: number;
  p99Ms: number;
}

/**
 * How many events a second are stored and acknowledged, and how many a bare bot acknowledges: both get the same events,
 * by turns, so that what else the machine does hits both.
 */
export async function measureAcks(chat: BenchedChat, databaseUrl: string, texts: readonly string[]): Promise<Acks> {
  const porras = await chat.startPorras('web', chat.settings(databaseUrl));
  try {
    const bare = await chat.startBareBot();
    try {
      const ours: number[] = [];
      const theirs: number[] = [];
      const waits: number[] = [];
      for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round += 1) {
        const events = chat.prepare(texts);
        const measured = await sendAll(porras.eventsUrl, events);
        const { perSecond } = await sendAll(bare.eventsUrl, events);
        if (round < 0) continue;
        ours.push(measured.perSecond);
        waits.push(...measured.milliseconds);
        theirs.push(perSecond);
      }
      return {
        acksPerSecond: quantile(ours, 0.5),
        bareAcksPerSecond: quantile(theirs, 0.5),
        p99Ms: quantile(waits, 0.99),
      };
    } finally {
      await bare.stop();
    }
  } finally {
    await porras.stop();
  }
}
