import type { EventType } from '../domain/platform-event.ts';
import { PorrasError } from '../errors.ts';
import { pressChoice } from './hear/choices.ts';
import type { Flow } from './context.ts';
import { followDeletion, followEdit, followReaction } from './hear/follow-changes.ts';
import { submitForm } from './hear/forms.ts';
import { greetChannel } from './facilitate/greet-channel.ts';
import { hearMessage } from './hear/hear-message.ts';
import { channelGone, channelRenamed } from './facilitate/follow-channel.ts';
import { memberJoined, memberLeft, personLeft, workspaceInstalled, workspaceRemoved } from './facilitate/membership.ts';
import { pickMessage } from './contribute/pick-message.ts';
import { fromPayload, type Handled } from './receive-event.ts';
import { runCommand } from './hear/run-command.ts';
import { keepHome, openHome } from './home/show-home.ts';

/** What a person does that changes what their home shows. */
const CHANGES_HOME: ReadonlySet<EventType> = new Set([
  'message-posted',
  'message-edited',
  'choice-pressed',
  'form-submitted',
  'command-invoked',
  'message-picked',
  'member-joined',
  'member-left',
]);

/** Step 2. Handles a stored event once, then forgets what it carried. */
export async function handleEvent(flow: Flow, eventId: string): Promise<void> {
  const row = await flow.store.events.get(eventId);
  if (!row || row.handledAt) return;
  const event = fromPayload(row.payload);
  await route(flow, event);
  if ('by' in event && CHANGES_HOME.has(event.type)) await keepHome(flow, event.by.address);
  // The inbox keeps ids only: who wrote what, and where, is in the contribution, or nowhere for an anonymous one.
  await flow.store.events.update({ id: eventId }, { handledAt: flow.clock.now(), payload: null, error: null });
}

/** After the last try: the event stays in the inbox with the reason, and whoever runs Porras is told its id. */
export async function giveUpOnEvent(flow: Flow, eventId: string, thrown: unknown): Promise<void> {
  const code = thrown instanceof PorrasError ? thrown.code : 'unexpected';
  await flow.store.events.update({ id: eventId }, { error: code });
  flow.warn('event could not be handled', { eventId, code });
}

async function route(flow: Flow, event: Handled): Promise<void> {
  switch (event.type) {
    case 'message-posted':
      return hearMessage(flow, event);
    case 'message-edited':
      return followEdit(flow, event);
    case 'message-deleted':
      return followDeletion(flow, event);
    case 'reaction-added':
    case 'reaction-removed':
      return followReaction(flow, event);
    case 'choice-pressed':
      return pressChoice(flow, event);
    case 'form-submitted':
      return submitForm(flow, event);
    case 'command-invoked':
      return runCommand(flow, event);
    case 'member-joined':
      return memberJoined(flow, event);
    case 'member-left':
      return memberLeft(flow, event);
    case 'person-left':
      return personLeft(flow, event);
    case 'added-to-channel':
      return greetChannel(flow, event);
    case 'channel-renamed':
      return channelRenamed(flow, event);
    case 'channel-gone':
      return channelGone(flow, event);
    case 'message-picked':
      return pickMessage(flow, event);
    case 'home-opened':
      return openHome(flow, event);
    case 'installed':
      return workspaceInstalled(flow, event);
    case 'removed':
      return workspaceRemoved(flow, event);
  }
}
