import { markdownMessage } from '../../domain/plain-text.ts';
import type { EventOf } from '../../domain/platform-event.ts';
import type { Flow } from '../context.ts';
import { inquiryIn } from '../who/find-inquiry.ts';
import { planDelivery } from '../say/plan-delivery.ts';
import { languageOf } from '../say/tell-privately.ts';

/**
 * Says once, where Porras was added, who it is and how to begin. Nobody of the channel gets a message of their own: who
 * opens Porras by itself is greeted there, and who joins a channel with an inquiry is told of it when they join.
 */
export async function greetChannel(flow: Flow, event: EventOf<'added-to-channel'>): Promise<void> {
  const { channel } = event.place;
  if (await inquiryIn(flow, channel)) return;
  const lang = event.addedBy === null ? 'en' : await languageOf(flow, event.addedBy);
  await planDelivery(flow, {
    id: `greeting:${channel}`,
    inquiryId: null,
    roundId: null,
    target: { to: 'channel', channel, thread: null },
    message: markdownMessage(lang, flow.content.say(lang, 'greeting')),
  });
}
