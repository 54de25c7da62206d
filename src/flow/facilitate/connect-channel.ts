import { codeFrom, hashCode } from '../../domain/join-code.ts';
import { asMarkdown, markdownMessage } from '../../domain/plain-text.ts';
import type { EventOf } from '../../domain/platform-event.ts';
import { may } from '../../domain/rights.ts';
import type { Flow } from '../context.ts';
import { inquiryMeant, participantOf } from '../who/find-inquiry.ts';
import { joinByCode } from './join-by-code.ts';
import type { Handled } from '../receive-event.ts';
import { languageOf, refuse, sendPrivately, tellPrivately } from '../say/tell-privately.ts';

type Invoked = Handled<EventOf<'command-invoked'>>;

/**
 * One more channel joins an inquiry, of this platform or another: a facilitator gets a code where the inquiry is, and it is
 * used where the other channel is.
 */
export const connectChannel = (flow: Flow, event: Invoked, code: string): Promise<void> =>
  code === '' ? giveCode(flow, event) : joinByCode(flow, event, code);

/** The code is made from what is forgotten with the event, so that a run that is done again gives the same one. */
async function giveCode(flow: Flow, event: Invoked): Promise<void> {
  const { place, by } = event;
  const inquiry = await inquiryMeant(flow, place, by.address);
  if (!inquiry || inquiry.status === 'draft')
    return tellPrivately(flow, event, place.private ? 'no-inquiry-for-you' : 'connect.no-code', {});
  const participant = await participantOf(flow, inquiry, by.address);
  if (!may('connect-channel', { person: by.address, inquiry, participant }))
    return refuse(flow, event, 'facilitators-only');
  if (inquiry.status === 'paused') return tellPrivately(flow, event, 'connect.paused', {});
  const code = codeFrom(event.nonce);
  await flow.store.joinCodes.insert({
    id: hashCode(code),
    inquiryId: inquiry.id,
    madeAt: flow.clock.now(),
    usedBy: null,
  });
  const lang = await languageOf(flow, by.address);
  const words = flow.content.say(lang, 'connect.code', { topic: asMarkdown(inquiry.topic), code });
  await sendPrivately(flow, event, markdownMessage(lang, words), 'answer', true);
}
