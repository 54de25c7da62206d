import { setTimeout as sleep } from 'node:timers/promises';
import type { Flow } from '../../src/flow/context.ts';
import { planDelivery } from '../../src/flow/say/plan-delivery.ts';
import type { BenchedChat } from './benched-chat.ts';

/**
 * One message in each channel, all due now, within the limits of the platform.
 * @returns how much later the last one came than they force, in seconds
 */
export async function measureLateness(chat: BenchedChat, flow: Flow): Promise<number> {
  const { channels } = chat;
  const before = chat.posted().length;
  chat.setLimited(true);
  try {
    const due = Date.now();
    await Promise.all(
      channels.map((channel) =>
        planDelivery(flow, {
          id: `paced:${channel}`,
          inquiryId: null,
          roundId: null,
          target: { to: 'channel', channel, thread: null },
          message: { text: 'Kysymys', markdown: 'Kysymys', lang: 'fi' },
        }),
      ),
    );
    while ((await flow.store.deliveries.count({ status: ['planned', 'sending'] })) > 0) await sleep(50);
    const times = chat.posted().slice(before);
    if (times.length < channels.length) throw new Error(`${times.length} of ${channels.length} messages were posted`);
    const last = Math.max(...times.map((at) => at.getTime()));
    return (last - due) / 1000 - chat.forcedSeconds(channels.length);
  } finally {
    chat.setLimited(false);
  }
}
