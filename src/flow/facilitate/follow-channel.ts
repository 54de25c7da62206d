import type { Address, Inquiry } from '../../domain/inquiry.ts';
import { asMarkdown, markdownMessage } from '../../domain/plain-text.ts';
import type { EventOf } from '../../domain/platform-event.ts';
import { choice } from '../say/choice.ts';
import type { Flow } from '../context.ts';
import { inquiryIn } from '../who/find-inquiry.ts';
import { leaveWithChannel, removeChannel } from './leave-with-channel.ts';
import { planDelivery } from '../say/plan-delivery.ts';
import type { Handled } from '../receive-event.ts';
import { unscheduleInquiry } from './start-inquiry.ts';
import { languageOf } from '../say/tell-privately.ts';

export async function channelRenamed(flow: Flow, { place, name }: EventOf<'channel-renamed'>): Promise<void> {
  await flow.store.channels.update({ id: place.channel }, { name });
}

/**
 * A channel was archived or deleted, or Porras was taken out of it. Nothing more is sent there. The inquiry goes on in
 * its other channels; where it has none it pauses, and its facilitators hear why and what they can do.
 */
export async function channelGone(flow: Flow, event: Handled<EventOf<'channel-gone'>>): Promise<void> {
  const { channel } = event.place;
  await flow.store.deliveries.update(
    { recipient: channel, status: ['planned', 'sending'] },
    { status: 'skipped', error: 'the channel is gone' },
  );
  const inquiry = await inquiryIn(flow, channel);
  if (!inquiry) return;
  if (inquiry.channels.length > 1) {
    await leaveWithChannel(flow, inquiry, channel, event.at);
    if (await removeChannel(flow, inquiry.id, channel)) return flow.changed(inquiry.id);
  }
  if (inquiry.status === 'running') await unscheduleInquiry(flow, inquiry.id);
  for (const facilitator of inquiry.facilitators) await tellFacilitator(flow, event, inquiry, facilitator);
  // Last: a run that died before that is done again.
  await flow.store.inquiries.update({ id: inquiry.id, status: 'running' }, { status: 'paused' });
  flow.changed(inquiry.id);
}

async function tellFacilitator(
  flow: Flow,
  event: Handled<EventOf<'channel-gone'>>,
  { id, topic }: Inquiry,
  person: Address,
): Promise<void> {
  const lang = await languageOf(flow, person);
  const say = (key: string, params = {}) => flow.content.say(lang, key, params);
  await planDelivery(flow, {
    id: `channel-gone:${event.id}:${person}`,
    inquiryId: id,
    roundId: null,
    target: { to: 'person', person },
    message: {
      ...markdownMessage(lang, say('channel.gone', { topic: asMarkdown(topic) })),
      choices: [choice('resume', id, say('choice.resume')), choice('close', id, say('choice.close'))],
    },
  });
}
