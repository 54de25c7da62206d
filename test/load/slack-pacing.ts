import { setTimeout as sleep } from 'node:timers/promises';
import { planDelivery } from '../../src/flow/plan-delivery.ts';
import type { Running } from '../../src/main.ts';
import type { Slack } from '../support/slack/start-slack.ts';

/** As the gateway has them: this many messages at once, then evenly. */
const IN_WORKSPACE = { atOnce: 300, perSecond: 5 };

/**
 * One message in each channel, all due now, within Slack's limits.
 * @returns how much later the last one came than they force, in seconds
 */
export async function measureLateness(slack: Slack, { flow }: Running, channels: readonly string[]): Promise<number> {
  const { id: team } = slack.teams[0]!;
  const before = posts(slack).length;
  slack.limits.on();
  try {
    const due = Date.now();
    await Promise.all(
      channels.map((channel) =>
        planDelivery(flow, {
          id: `paced:${channel}`,
          workspaceId: `slack:${team}`,
          inquiryId: null,
          roundId: null,
          target: { to: 'channel', channel: `slack:${team}:${channel}`, thread: null },
          message: { text: 'Kysymys', markdown: 'Kysymys', lang: 'fi' },
        }),
      ),
    );
    while ((await flow.store.deliveries.count({ status: ['planned', 'sending'] })) > 0) await sleep(50);
    const times = posts(slack)
      .slice(before)
      .map(({ at }) => at.getTime());
    if (times.length < channels.length) throw new Error(`${times.length} of ${channels.length} messages were posted`);
    const forced = Math.max(0, channels.length - IN_WORKSPACE.atOnce) / IN_WORKSPACE.perSecond;
    return (Math.max(...times) - due) / 1000 - forced;
  } finally {
    slack.limits.off();
  }
}

/** Those that Slack took. */
const posts = (slack: Slack) => slack.calls('chat.postMessage').filter(({ status }) => status === 200);
