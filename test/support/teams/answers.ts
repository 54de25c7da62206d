import { CARD_TYPE } from '../../../adapters/teams/card.ts';
import type { Scene } from './activities.ts';
import type { Delivery } from './deliver.ts';
import type { TeamsMessage, TeamsWorld } from './world.ts';

/** What a bot was asked by an invoke. */
export interface Asked {
  person: string;
  scene: Scene;
  message: TeamsMessage | null;
  name: string;
  value: Record<string, unknown>;
}

type Json = Record<string, unknown>;
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** Does what a bot's answer to an invoke says: another card for who pressed, a dialog, or its end. */
export function showAnswer(world: TeamsWorld, asked: Asked, { acknowledged, body }: Delivery): void {
  if (!acknowledged) return;
  const answer = isJson(body) ? body : {};
  if (asked.name === 'adaptiveCard/action') {
    if (answer.type === CARD_TYPE && isJson(answer.value)) asked.message?.views.set(asked.person, answer.value);
    return;
  }
  const task = isJson(answer.task) ? answer.task : null;
  if (task?.type !== 'continue' || !isJson(task.value)) {
    world.dialogs.delete(asked.person);
    return;
  }
  const { card, title } = task.value;
  const content = isJson(card) && isJson(card.content) ? card.content : {};
  const { commandId, messagePayload } = asked.value;
  world.dialogs.set(asked.person, {
    title: typeof title === 'string' ? title : '',
    card: content,
    conversation: asked.scene.conversation.id,
    root: asked.scene.root,
    command: typeof commandId === 'string' ? { commandId, messagePayload } : null,
  });
}
