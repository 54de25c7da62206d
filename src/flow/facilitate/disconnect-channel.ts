import type { Address, Inquiry } from '../../domain/inquiry.ts';
import { asMarkdown, markdownMessage } from '../../domain/plain-text.ts';
import type { EventOf } from '../../domain/platform-event.ts';
import { may } from '../../domain/rights.ts';
import type { Tables } from '../../ports/store.ts';
import type { Flow } from '../context.ts';
import { inquiryIn, participantOf } from '../who/find-inquiry.ts';
import { dropFacilitators, leaveWithChannel, removeChannel } from './leave-with-channel.ts';
import { askIfSure } from '../form/ask-if-sure.ts';
import { putInOutbox, queueDelivery } from '../say/plan-delivery.ts';
import type { Handled } from '../receive-event.ts';
import { refuse, tellPrivately } from '../say/tell-privately.ts';

/** Takes the channel out of its inquiry, which goes on in the others; asked twice, as all that cannot be undone. */
export async function openDisconnectForm(flow: Flow, event: Handled<EventOf<'command-invoked'>>): Promise<void> {
  const { place, by } = event;
  if (place.private) return tellPrivately(flow, event, 'disconnect.in-channel', {});
  const inquiry = await inquiryIn(flow, place.channel);
  if (!inquiry || inquiry.status === 'draft') return tellPrivately(flow, event, 'no-inquiry-here', {});
  if (!(await mayDisconnect(flow, inquiry, by.address))) return refuse(flow, event, 'facilitators-only');
  if (inquiry.channels.length === 1) return tellPrivately(flow, event, 'disconnect.last', {});
  await askIfSure(flow, event, {
    id: 'disconnect-channel',
    context: place.channel,
    worded: (say) => ({
      title: say('disconnect.title'),
      intro: say('disconnect.intro', { topic: inquiry.topic }),
      sure: say('disconnect.sure'),
      no: say('disconnect.sure-no'),
      yes: say('disconnect.sure-yes'),
    }),
  });
}

/** What makes it done is one step, with the farewell to the channel: a run that died after it goes on from there. */
export async function disconnectChannel(flow: Flow, event: Handled<EventOf<'form-submitted'>>): Promise<void> {
  const channel = event.context;
  const farewellId = `disconnected:${event.id}`;
  if ((await flow.store.deliveries.count({ id: farewellId })) === 0) {
    const inquiry = await inquiryIn(flow, channel);
    if (!inquiry || inquiry.status === 'draft') return refuse(flow, event, 'form.expired');
    if (!(await mayDisconnect(flow, inquiry, event.by.address))) return refuse(flow, event, 'facilitators-only');
    if (event.answers['sure'] !== 'yes') return tellPrivately(flow, event, 'disconnect.not-done', {});
    const isOut = await removeChannel(flow, inquiry.id, channel, (tables) =>
      sayFarewell(flow, tables, inquiry, channel, farewellId),
    );
    if (!isOut) return tellPrivately(flow, event, 'disconnect.last', {});
  }
  const farewell = await flow.store.deliveries.get(farewellId);
  const left = farewell?.inquiryId ? await flow.store.inquiries.get(farewell.inquiryId) : null;
  if (!left) return;
  await queueDelivery(flow, farewellId);
  await leaveWithChannel(flow, left, channel, event.at);
  await dropFacilitators(flow, left.id, channel);
  await tellPrivately(flow, event, 'disconnect.done', {});
  flow.changed(left.id);
}

const mayDisconnect = async (flow: Flow, inquiry: Inquiry, person: Address): Promise<boolean> =>
  may('disconnect-channel', { person, inquiry, participant: await participantOf(flow, inquiry, person) });

/** What was on its way to the channel is not sent any more; how it can take back what it said is. */
async function sayFarewell(
  flow: Flow,
  tables: Tables,
  { id: inquiryId, language, topic }: Inquiry,
  channel: Address,
  id: string,
): Promise<void> {
  await tables.deliveries.update(
    { recipient: channel, inquiryId, status: ['planned', 'sending'] },
    { status: 'skipped', error: 'the channel was taken out of the inquiry' },
  );
  const text = flow.content.say(language, 'disconnect.farewell', { topic: asMarkdown(topic) });
  const target = { to: 'channel', channel, thread: null } as const;
  await putInOutbox(flow, tables, { id, inquiryId, roundId: null, target, message: markdownMessage(language, text) });
}
