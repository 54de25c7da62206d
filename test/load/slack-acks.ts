import type { Slack } from '../support/slack/start-slack.ts';
import { prepareMessages, sendAll } from './slack-load.ts';
import { settingsFor, startBareBolt, startPorras } from './slack-processes.ts';

const ROUNDS = 12;
const WARM_UP_ROUNDS = 3;

export interface Acks {
  acksPerSecond: number;
  bareAcksPerSecond: number;
  p99Ms: number;
}

/**
 * How many events a second are stored and acknowledged, and how many a bare app acknowledges: both get the same events,
 * by turns, so that what else the machine does hits both.
 */
export async function measureAcks(
  slack: Slack,
  databaseUrl: string,
  channel: string,
  texts: readonly string[],
): Promise<Acks> {
  const porras = await startPorras('web', settingsFor(slack, databaseUrl));
  try {
    const bare = await startBareBolt(slack);
    try {
      const ours: number[] = [];
      const theirs: number[] = [];
      const waits: number[] = [];
      for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round += 1) {
        const events = prepareMessages(slack, channel, texts);
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

/** The value that so large a part of the others does not exceed. */
const quantile = (values: readonly number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.ceil(values.length * part) - 1] ?? 0;
