import type { EventOf } from '../../domain/platform-event.ts';
import type { Address, Inquiry } from '../../domain/inquiry.ts';
import type { Flow } from '../context.ts';
import { channelsWith, ensureParticipant, inquiryIn, participantId } from '../who/find-inquiry.ts';
import type { Handled } from '../receive-event.ts';
import { stopPlanned } from '../contribute/record-contribution.ts';
import { unscheduleInquiry } from './start-inquiry.ts';
import { tellPrivately } from '../say/tell-privately.ts';
import { isRemoved, workspaceAt } from '../who/workspaces.ts';

/** Whoever joins the channel of an inquiry is welcomed in private and can take part from then on. */
export async function memberJoined(
  flow: Flow,
  event: Handled<EventOf<'member-joined' | 'member-left'>>,
): Promise<void> {
  if (event.by.isBot) return;
  const inquiry = await inquiryIn(flow, event.place.channel);
  if (inquiry?.status !== 'running' && inquiry?.status !== 'paused') return;
  await ensureParticipant(flow, inquiry, event.by);
  await tellPrivately(flow, event, 'joined', { topic: inquiry.topic });
}

/** Whoever leaves is asked nothing more; what they said stays until they take it back. */
export async function memberLeft(flow: Flow, event: EventOf<'member-joined' | 'member-left'>): Promise<void> {
  const inquiry = await inquiryIn(flow, event.place.channel);
  if (!inquiry || (await isInAnother(flow, inquiry, event))) return;
  await flow.store.participants.update(
    { id: participantId(inquiry.id, event.by.address), leftAt: null },
    { leftAt: event.at },
  );
  await stopPlanned(flow, { recipient: event.by.address, inquiryId: inquiry.id }, 'left the inquiry');
}

/** An inquiry may live in several channels: leaving one of them is not leaving it. */
async function isInAnother(flow: Flow, inquiry: Inquiry, { place, by }: EventOf<'member-joined' | 'member-left'>) {
  return (await channelsWith(flow, inquiry, by.address)).some((channel) => channel !== place.channel);
}

/** A closed account leaves every inquiry; nothing more is sent to it. */
export async function personLeft(flow: Flow, { by, at }: EventOf<'person-left'>): Promise<void> {
  await flow.store.participants.update({ person: by.address, leftAt: null }, { leftAt: at });
  await flow.store.deliveries.update(
    { recipient: by.address, status: ['planned', 'sending'] },
    { status: 'skipped', error: 'the person has left' },
  );
  await flow.store.picks.delete({ author: by.address });
  await flow.store.people.delete({ id: by.address });
}

export async function workspaceInstalled(flow: Flow, event: EventOf<'installed'>): Promise<void> {
  const platform = event.id.slice(0, event.id.indexOf(':'));
  await flow.store.workspaces.insert({
    id: event.workspaceId,
    platform,
    name: event.name,
    installedAt: event.at,
    removedAt: null,
  });
  await flow.store.workspaces.update({ id: event.workspaceId }, { removedAt: null });
}

/**
 * Nothing more is sent to a workspace that removed Porras; what people said is kept or erased by its owner's word. An
 * inquiry that lives in another workspace too goes on there, and here again once Porras is back.
 */
export async function workspaceRemoved(flow: Flow, event: EventOf<'removed'>): Promise<void> {
  const { workspaceId } = event;
  await flow.store.workspaces.update({ id: workspaceId }, { removedAt: event.at });
  const ids = (await flow.store.channels.find({ workspaceId })).flatMap((each) => each.inquiryId ?? []);
  for (const { id, channels } of await flow.store.inquiries.find({ id: ids, status: 'running' })) {
    if (await isElsewhere(flow, channels, workspaceId)) continue;
    await unscheduleInquiry(flow, id);
    await flow.store.inquiries.update({ id, status: 'running' }, { status: 'paused' });
  }
  await flow.store.deliveries.update(
    { workspaceId, status: ['planned', 'sending'] },
    { status: 'skipped', error: 'removed from the workspace' },
  );
}

async function isElsewhere(flow: Flow, channels: readonly Address[], workspaceId: string): Promise<boolean> {
  for (const channel of channels)
    if (workspaceAt(flow, channel) !== workspaceId && !(await isRemoved(flow, channel))) return true;
  return false;
}
