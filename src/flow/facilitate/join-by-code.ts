import type { Address, Inquiry } from '../../domain/inquiry.ts';
import { CODE_LIVES_MS, hashCode } from '../../domain/join-code.ts';
import { asMarkdown, markdownMessage } from '../../domain/plain-text.ts';
import type { EventOf } from '../../domain/platform-event.ts';
import { may } from '../../domain/rights.ts';
import type { Lang } from '../../domain/words.ts';
import type { Tables } from '../../ports/store.ts';
import { choice } from '../say/choice.ts';
import { platformOf, type Flow } from '../context.ts';
import { ensureParticipant, inquiryIn, nameIn } from '../who/find-inquiry.ts';
import { holdInquiry } from './hold-inquiry.ts';
import { askWhatIsOpen } from '../ask/open-round.ts';
import { sayInChannels, sayInPrivate } from '../say/plan-delivery.ts';
import type { Handled } from '../receive-event.ts';
import { languageOf, refuse, tellPrivately } from '../say/tell-privately.ts';
import { inviteMembers, welcomeTo } from './welcome-channel.ts';
import { workspaceAt } from '../who/workspaces.ts';

type Invoked = Handled<EventOf<'command-invoked'>>;
type Outcome = 'joined' | 'already' | 'paused' | 'no-such-code';

/**
 * The channel in which a code is used joins the inquiry that it was given for. What is wrong with the channel is told
 * before the code is looked at, and of a code that does not work only that: guesses teach nothing.
 */
export async function joinByCode(flow: Flow, event: Invoked, typed: string): Promise<void> {
  const { channel, private: isPrivate } = event.place;
  if (isPrivate) return tellPrivately(flow, event, 'connect.in-channel', {});
  const id = hashCode(typed);
  // A run that died after the code was used is completed, and one at the same time does the same.
  const isDone = async () => (await flow.store.joinCodes.get(id))?.usedBy === event.id;
  if (!(await isDone())) {
    if (!may('join-inquiry', { person: event.by.address })) return refuse(flow, event, 'not-allowed');
    if ((await inquiryIn(flow, channel)) && !(await isDone())) return tellPrivately(flow, event, 'connect.already', {});
    const { isMember, name } = await platformOf(flow, channel).channelInfo(channel);
    if (!isMember) return refuse(flow, event, 'connect.not-there');
    const outcome = await takeIn(flow, event, id, name ?? channel);
    if (outcome === 'no-such-code') return refuse(flow, event, 'connect.no-such-code');
    if (outcome !== 'joined') return tellPrivately(flow, event, `connect.${outcome}`, {});
  }
  const code = await flow.store.joinCodes.get(id);
  const inquiry = code && (await flow.store.inquiries.get(code.inquiryId));
  if (inquiry && inquiry.status !== 'closed') await welcome(flow, event, inquiry);
}

/** Uses the code up and takes the channel in, or changes nothing: of several at once, one does it. */
function takeIn(flow: Flow, event: Invoked, id: string, name: string): Promise<Outcome> {
  const { channel } = event.place;
  return flow.store.transaction(async (tables) => {
    const inquiryId = (await tables.joinCodes.get(id))?.inquiryId;
    const inquiry = inquiryId ? await holdInquiry(tables, inquiryId) : null;
    if (!inquiry) return 'no-such-code';
    const since = new Date(flow.clock.now().getTime() - CODE_LIVES_MS);
    const used = await tables.joinCodes.update({ id, usedBy: null, madeAt: { gt: since } }, { usedBy: event.id });
    if (used === 0) return (await tables.joinCodes.get(id))?.usedBy === event.id ? 'joined' : 'no-such-code';
    const workspaceId = workspaceAt(flow, channel);
    const isRunning = inquiry.status === 'running';
    if (!isRunning || !(await claim(tables, { id: channel, workspaceId, name, inquiryId: inquiry.id }))) {
      await tables.joinCodes.update({ id }, { usedBy: null });
      return isRunning ? 'already' : 'paused';
    }
    await tables.inquiries.update(
      { id: inquiry.id },
      {
        channels: [...new Set([...inquiry.channels, channel])],
        facilitators: [...new Set([...inquiry.facilitators, event.by.address])],
      },
    );
    return 'joined';
  });
}

/** @returns whether the channel was free. */
async function claim(
  { channels, inquiries }: Tables,
  row: { id: Address; workspaceId: string; name: string; inquiryId: string },
): Promise<boolean> {
  if (await channels.insert(row)) return true;
  const { id, ...ours } = row;
  const before = (await channels.get(id))?.inquiryId ?? null;
  const other = before === null ? null : await inquiries.get(before);
  if (other && other.status !== 'closed') return false;
  return (await channels.update({ id, inquiryId: before }, ours)) === 1;
}

/** As at the beginning of an inquiry, and all who are concerned learn that the channel is in it. */
async function welcome(flow: Flow, event: Invoked, inquiry: Inquiry): Promise<void> {
  const { place, by } = event;
  await inviteMembers(flow, inquiry, place.channel);
  await ensureParticipant(flow, inquiry, by);
  const here = { ...inquiry, channels: [place.channel] };
  const welcomes = await welcomeTo(flow, inquiry);
  await sayInChannels(flow, here, `welcome:${inquiry.id}:${event.id}`, welcomes);
  await askWhatIsOpen(flow, inquiry, place.channel);
  const others = { ...inquiry, channels: inquiry.channels.filter((each) => each !== place.channel) };
  const say = (lang: Lang, key: string) => flow.content.say(lang, key, { topic: asMarkdown(inquiry.topic) });
  const another = markdownMessage(inquiry.language, say(inquiry.language, 'connect.another'));
  await sayInChannels(flow, others, `another-channel:${event.id}`, another);
  for (const person of inquiry.facilitators)
    if (person !== by.address) await tellFacilitator(flow, event, inquiry, person);
  const lang = await languageOf(flow, by.address);
  const choices = [choice('name-roles', place.channel, say(lang, 'choice.name-roles'))];
  await tellPrivately(flow, event, 'connect.done', { topic: inquiry.topic }, { choices });
  flow.changed(inquiry.id);
}

async function tellFacilitator(flow: Flow, event: Invoked, inquiry: Inquiry, person: Address): Promise<void> {
  const lang = await languageOf(flow, person);
  const row = await flow.store.channels.get(event.place.channel);
  const isNamed = row !== null && row.name !== row.id;
  const words = flow.content.say(lang, 'connect.joined', {
    topic: asMarkdown(inquiry.topic),
    name: asMarkdown(await nameIn(flow, inquiry, event.by, lang)),
    known: isNamed ? 'yes' : 'no',
    channel: isNamed ? asMarkdown(row.name) : '',
  });
  await sayInPrivate(flow, inquiry, { person }, `connected:${event.id}:${person}`, markdownMessage(lang, words));
}
