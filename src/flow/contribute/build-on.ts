import { REMOVED } from '../../domain/contribution-status.ts';
import type { Inquiry } from '../../domain/inquiry.ts';
import { asMarkdown } from '../../domain/plain-text.ts';
import type { EventOf } from '../../domain/platform-event.ts';
import type { Flow } from '../context.ts';
import { contributionAt, mayTakePart, nameIn } from '../who/find-inquiry.ts';
import { openForm } from '../form/open-form.ts';
import type { Handled } from '../receive-event.ts';
import { recordContribution } from './record-contribution.ts';
import { contributionIn, showInThread } from './show-in-thread.ts';
import { tellAdded } from './tell-added.ts';
import { pausedOr, refuse, tellPrivately } from '../say/tell-privately.ts';

/** Where the words go: the message that they build on, by its reference, and its place. */
interface About {
  inquiryId: string;
  ref: string;
  threadRef: string | null;
  channel: string;
}

/** "This builds on…": asks for the person's own words; the other's are theirs and are not taken along. */
export async function openBuildForm(
  flow: Flow,
  event: Handled<EventOf<'message-picked'>>,
  inquiry: Inquiry,
): Promise<void> {
  const { ref, threadRef } = event.message;
  const about: About = { inquiryId: inquiry.id, ref, threadRef, channel: event.place.channel };
  const shown = inquiry.channels.includes(about.channel) ? 'yes' : 'no';
  await openForm(flow, event, (say) => ({
    id: 'build-on',
    title: say('build.title'),
    intro: say('build.intro', { shown }),
    fields: [{ name: 'text', label: say('build.field'), type: 'long-text', required: true }],
    submit: say('build.submit'),
    context: JSON.stringify(about),
  }));
}

/** Records what somebody adds to what another said, with their name, and shows it in the thread of that. */
export async function buildOn(flow: Flow, event: Handled<EventOf<'form-submitted'>>): Promise<void> {
  const about = aboutIn(event.context);
  const inquiry = about && (await flow.store.inquiries.get(about.inquiryId));
  if (!about || !inquiry) return refuse(flow, event, 'form.expired');
  if (!(await mayTakePart(flow, inquiry, event.by.address, event.place))) return refuse(flow, event, 'not-allowed');
  if (inquiry.status !== 'running') return refuse(flow, event, pausedOr(inquiry, 'form.expired'));
  const text = event.answers['text']?.trim() ?? '';
  if (text === '') return tellPrivately(flow, event, 'form.not-understood', {});
  const contribution = await recordContribution(flow, inquiry, event, {
    text,
    threadRef: await answeredBy(flow, inquiry, about),
    via: 'channel',
    visibility: 'named',
  });
  const name = await nameIn(flow, inquiry, event.by, inquiry.language);
  const said = flow.content.say(inquiry.language, 'build.said', { name: asMarkdown(name) });
  await showInThread(flow, inquiry, about, contribution, said);
  await tellAdded(flow, event, inquiry, contribution, 'build.done');
}

/** A form of an older version, or a forged one, may carry anything. */
function aboutIn(context: string): About | null {
  try {
    const { inquiryId, ref, threadRef = null, channel } = JSON.parse(context) as Partial<About>;
    return typeof inquiryId === 'string' && typeof ref === 'string' && typeof channel === 'string'
      ? { inquiryId, ref, threadRef: typeof threadRef === 'string' ? threadRef : null, channel }
      : null;
  } catch {
    return null;
  }
}

/**
 * The reference of what the new words answer: the picked message, where it is a contribution or Porras's question; else
 * the question in whose thread it stands.
 */
async function answeredBy(flow: Flow, inquiry: Inquiry, { ref, threadRef }: About): Promise<string | null> {
  const picked = await contributionIn(flow, ref);
  if (picked) return picked.inquiryId === inquiry.id && !REMOVED.has(picked.status) ? ref : null;
  return threadRef && !(await contributionAt(flow, threadRef)) ? threadRef : ref;
}
