import type { Inquiry } from '../../domain/inquiry.ts';
import type { EventOf } from '../../domain/platform-event.ts';
import { may } from '../../domain/rights.ts';
import type { Flow } from '../context.ts';
import { askIfSure } from '../form/ask-if-sure.ts';
import type { FormCause } from '../form/open-form.ts';
import type { Handled } from '../receive-event.ts';
import type { Pressed } from '../say/choice.ts';
import { refuse, tellPrivately } from '../say/tell-privately.ts';
import { inquiryMeant, participantOf } from '../who/find-inquiry.ts';
import { steer } from './steering.ts';

export async function closeByButton(flow: Flow, event: Pressed): Promise<void> {
  const inquiry = await flow.store.inquiries.get(event.value);
  if (inquiry?.status !== 'running' && inquiry?.status !== 'paused') return refuse(flow, event, 'choice.expired');
  await openCloseForm(flow, event, inquiry);
}

export async function closeByCommand(flow: Flow, event: Handled<EventOf<'command-invoked'>>): Promise<void> {
  const inquiry = await inquiryMeant(flow, event.place, event.by.address);
  if (!inquiry || inquiry.status === 'draft') return tellPrivately(flow, event, 'no-inquiry-here', {});
  await openCloseForm(flow, event, inquiry);
}

/** What cannot be undone is asked twice. */
async function openCloseForm(flow: Flow, event: FormCause, inquiry: Inquiry): Promise<void> {
  const participant = await participantOf(flow, inquiry, event.by.address);
  if (!may('close', { person: event.by.address, inquiry, participant }))
    return refuse(flow, event, 'facilitators-only');
  await askIfSure(flow, event, {
    id: 'close-inquiry',
    context: inquiry.id,
    worded: (say) => ({
      title: say('close.title'),
      intro: say('close.intro', { topic: inquiry.topic }),
      sure: say('close.sure'),
      no: say('close.sure-no'),
      yes: say('close.sure-yes'),
    }),
  });
}

export async function closeByForm(flow: Flow, event: Handled<EventOf<'form-submitted'>>): Promise<void> {
  const inquiry = await flow.store.inquiries.get(event.context);
  if (inquiry?.status !== 'running' && inquiry?.status !== 'paused') return refuse(flow, event, 'form.expired');
  const participant = await participantOf(flow, inquiry, event.by.address);
  if (!may('close', { person: event.by.address, inquiry, participant }))
    return refuse(flow, event, 'facilitators-only');
  if (event.answers['sure'] !== 'yes') return tellPrivately(flow, event, 'close.not-closed', {});
  await steer(flow, event, inquiry, 'close');
}
