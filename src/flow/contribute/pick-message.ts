import { REMOVED } from '../../domain/contribution-status.ts';
import { excerpt } from '../../domain/excerpt.ts';
import type { Inquiry } from '../../domain/inquiry.ts';
import { asMarkdown, markdownMessage } from '../../domain/plain-text.ts';
import type { EventOf } from '../../domain/platform-event.ts';
import { acknowledgeInChannel, acknowledgeInPrivate } from './acknowledge.ts';
import { openBuildForm } from './build-on.ts';
import { choice, type Pressed } from '../say/choice.ts';
import type { Flow } from '../context.ts';
import { contributionAt, inquiryIn, inquiryMeant, mayTakePart, nameIn } from '../who/find-inquiry.ts';
import { planDelivery } from '../say/plan-delivery.ts';
import type { Handled } from '../receive-event.ts';
import { recordContribution } from './record-contribution.ts';
import { tellAdded } from './tell-added.ts';
import { languageOf, pausedOr, refuse, tellPrivately } from '../say/tell-privately.ts';

type PickedEvent = Handled<EventOf<'message-picked'>>;

/** How much of a message is shown to its author when they are asked. */
const SHOWN = 300;

/** Somebody picked a message: to have it in the inquiry, or to say what builds on it. */
export async function pickMessage(flow: Flow, event: PickedEvent): Promise<void> {
  if (event.by.isBot) return;
  const inquiry = await inquiryPickedFor(flow, event);
  if (inquiry?.status !== 'running') {
    const none = event.place.private ? 'no-inquiry-for-you' : 'no-inquiry-here';
    return refuse(flow, event, pausedOr(inquiry, none));
  }
  if (!(await mayTakePart(flow, inquiry, event.by.address, event.place)))
    return refuse(flow, event, 'no-inquiry-for-you');
  return event.purpose === 'add' ? addMessage(flow, event, inquiry) : openBuildForm(flow, event, inquiry);
}

/** The inquiry of the channel; where none is, the one that the person takes part in. */
async function inquiryPickedFor(flow: Flow, { place, by }: PickedEvent): Promise<Inquiry | null> {
  const here = place.private ? null : await inquiryIn(flow, place.channel);
  return here && here.status !== 'draft' ? here : inquiryMeant(flow, null, by.address);
}

async function addMessage(flow: Flow, event: PickedEvent, inquiry: Inquiry): Promise<void> {
  const { ref, author, text, threadRef } = event.message;
  if (author.isBot || text.trim() === '') return refuse(flow, event, 'pick.no-words');
  const known = await contributionAt(flow, ref);
  // What a run that died has recorded is told as what it was.
  if (known && known.id !== flow.contributionId(event.id))
    return tellPrivately(flow, event, REMOVED.has(known.status) ? 'pick.taken-back' : 'pick.already', {});
  if (author.address !== event.by.address) return askAuthor(flow, event, inquiry);
  const contribution = await recordContribution(flow, inquiry, event, {
    text,
    ref,
    threadRef,
    via: event.place.private ? 'private' : 'channel',
    visibility: event.place.private ? 'pseudonymous' : 'named',
  });
  await acknowledgeInChannel(flow, event.place.channel, contribution);
  if (event.place.private) await acknowledgeInPrivate(flow, inquiry, contribution);
  else await tellAdded(flow, event, inquiry, contribution);
}

/** Nobody is brought into a talk by another: the author is asked, once a message, and nothing is recorded until then. */
async function askAuthor(flow: Flow, event: PickedEvent, inquiry: Inquiry): Promise<void> {
  const { by, place } = event;
  const { ref, author, text, threadRef } = event.message;
  const name = await nameIn(flow, inquiry, author, await languageOf(flow, by.address));
  if (!(await mayTakePart(flow, inquiry, author.address, place)))
    return refuse(flow, event, 'pick.not-in-it', { name });
  const id = `pick:${ref}`;
  if ((await flow.store.deliveries.count({ id })) === 0) {
    const lang = await languageOf(flow, author.address);
    const say = (key: string, params = {}) => flow.content.say(lang, key, params);
    const picker = asMarkdown(await nameIn(flow, inquiry, by, lang));
    const asked = say('pick.ask', { name: picker, topic: asMarkdown(inquiry.topic) });
    const quoted = asMarkdown(excerpt(text, SHOWN));
    await flow.store.picks.insert({
      id: ref,
      inquiryId: inquiry.id,
      author: author.address,
      channel: place.channel,
      threadRef,
      text,
      askedAt: flow.clock.now(),
    });
    await planDelivery(flow, {
      id,
      inquiryId: inquiry.id,
      roundId: null,
      target: { to: 'person', person: author.address },
      message: {
        ...markdownMessage(lang, `${asked}\n\n> ${quoted}\n\n${say('pick.ask-how')}`),
        choices: [
          choice('pick-add', ref, say('choice.pick-add'), 'primary'),
          choice('pick-leave', ref, say('choice.pick-leave')),
        ],
      },
      forget: true,
    });
  }
  await tellPrivately(flow, event, 'pick.asked', { name });
}

/** The author's yes. */
export async function addPicked(flow: Flow, event: Pressed): Promise<void> {
  const picked = await flow.store.picks.get(event.value);
  const inquiry = picked && (await flow.store.inquiries.get(picked.inquiryId));
  if (!inquiry || picked.author !== event.by.address) return refuse(flow, event, 'choice.expired');
  if (inquiry.status !== 'running') return refuse(flow, event, pausedOr(inquiry, 'choice.expired'));
  const { id: ref, channel, text, threadRef } = picked;
  if (!(await mayTakePart(flow, inquiry, event.by.address, { channel, private: false })))
    return refuse(flow, event, 'choice.expired');
  const contribution = await recordContribution(flow, inquiry, event, {
    text,
    ref,
    threadRef,
    via: 'channel',
    visibility: 'named',
  });
  await acknowledgeInChannel(flow, channel, contribution);
  await tellAdded(flow, event, inquiry, contribution);
  await flow.store.picks.delete({ id: ref });
}

/** The author's no: the words are forgotten, and nobody is told. */
export async function leavePicked(flow: Flow, event: Pressed): Promise<void> {
  const picked = await flow.store.picks.get(event.value);
  if (picked?.author !== event.by.address) return refuse(flow, event, 'choice.expired');
  await tellPrivately(flow, event, 'pick.left', {});
  await flow.store.picks.delete({ id: picked.id });
}
