import { REMOVED } from '../../domain/contribution-status.ts';
import type { Contribution } from '../../domain/contribution.ts';
import type { Address, Inquiry } from '../../domain/inquiry.ts';
import { asMarkdown, markdownMessage } from '../../domain/plain-text.ts';
import { PorrasError } from '../../errors.ts';
import { platformOf, type Flow } from '../context.ts';
import { contributionAt } from '../who/find-inquiry.ts';
import { deliveryAt, planDelivery } from '../say/plan-delivery.ts';
import { can } from '../who/workspaces.ts';

const isShown = ({ ref, via, participantId }: Contribution): boolean =>
  ref === null && via === 'channel' && participantId !== null;
const SHOWN = 'build:';
const shownId = (contributionId: string): string => SHOWN + contributionId;

/** The contribution that a message is, or that a message of Porras's shows. */
export async function contributionIn(flow: Flow, ref: string): Promise<Contribution | null> {
  const own = await contributionAt(flow, ref);
  if (own) return own;
  const shown = await deliveryAt(flow, ref);
  return shown?.id.startsWith(SHOWN) ? flow.store.contributions.get(shown.id.slice(SHOWN.length)) : null;
}

/**
 * What somebody wrote in a form to build on a message, or to answer a question with their name, stands in its thread, where
 * others see it at once: in the channels of the inquiry, and nowhere else.
 *
 * @param said who says it, and what it is to the message, in the inquiry's language
 */
export async function showInThread(
  flow: Flow,
  inquiry: Inquiry,
  { ref, threadRef, channel }: { ref: string; threadRef: string | null; channel: Address },
  contribution: Contribution,
  said: string,
): Promise<void> {
  if (!inquiry.channels.includes(channel) || REMOVED.has(contribution.status)) return;
  const { language } = inquiry;
  const words = asMarkdown(contribution.text).replaceAll('\n', '\n> ');
  await planDelivery(flow, {
    id: shownId(contribution.id),
    inquiryId: inquiry.id,
    roundId: null,
    target: { to: 'channel', channel, thread: threadRef ?? ref },
    message: markdownMessage(language, `${said}\n\n> ${words}`),
    forget: true,
  });
}

/** What its author took back is not shown any more, as far as the platform lets us. */
export async function hideShown(flow: Flow, inquiry: Inquiry | null, contribution: Contribution): Promise<void> {
  if (!inquiry || !isShown(contribution)) return;
  const id = shownId(contribution.id);
  const taken = markdownMessage(inquiry.language, flow.content.say(inquiry.language, 'build.taken-back'));
  await flow.store.deliveries.update(
    { id, status: 'planned' },
    { status: 'skipped', error: 'taken back', message: { text: '', markdown: '', lang: inquiry.language } },
  );
  // It may be on its way. A process after one that died sends it without the words; what is there then can be removed.
  await flow.store.deliveries.update({ id, status: 'sending' }, { message: taken });
  const delivery = await flow.store.deliveries.get(id);
  if (delivery?.status === 'sending' || delivery?.status === 'planned')
    throw new PorrasError('too-early', 'what is taken back is still on its way to its thread', { retryable: true });
  if (!delivery?.ref) return;
  const platform = platformOf(flow, delivery.recipient);
  try {
    if (can(flow, delivery.recipient, 'delete')) await platform.delete(delivery.ref);
    else if (can(flow, delivery.recipient, 'edit'))
      await platform.edit(delivery.ref, { message: taken, picture: null, key: id });
  } catch (thrown) {
    if (!(thrown instanceof PorrasError) || thrown.retryable) throw thrown;
    flow.warn('what was taken back could not be removed from its thread', { deliveryId: id, code: thrown.code });
  }
}
