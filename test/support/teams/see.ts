import type { AdaptiveCard, Element, Execute } from '../../../adapters/teams/card.ts';
import { CARD_TYPE } from '../../../adapters/teams/card.ts';
import { nodesIn } from './card-shape.ts';
import { found, type TeamsMessage, type TeamsWorld } from './world.ts';

/** A message as somebody sees it. */
export interface SeenMessage {
  id: string;
  conversation: string;
  root: string | null;
  /** Key of a person; null for the bot. */
  from: string | null;
  /** What a person wrote, or the plain text of the bot's. */
  text: string;
  card: AdaptiveCard | null;
  /** All words of the card, as they are read. */
  words: string;
  actions: Execute[];
  picture: Uint8Array | null;
  reactions: { emoji: string; by: string }[];
  edits: number;
}

export interface Eyes {
  /** Everything in the conversations that a person is in, oldest first. */
  everything(person: string): SeenMessage[];
  /** A conversation as a person sees it, or without one as everybody does. */
  messages(conversation: string, person?: string): SeenMessage[];
}

export function createEyes(world: TeamsWorld): Eyes {
  const messages = (conversation: string, person?: string): SeenMessage[] =>
    found(world.conversations, conversation, 'conversation')
      .messages.filter((each) => !each.deleted)
      .map((each) => seen(each, person));
  return {
    messages,
    everything: (person) =>
      [...world.conversations.values()]
        .filter((each) => each.members.has(person))
        .flatMap((each) => messages(each.id, person))
        .toSorted((a, b) => Number(a.id) - Number(b.id)),
  };
}

function seen(message: TeamsMessage, person?: string): SeenMessage {
  const { activity, id, conversation, root, from, text, reactions, edits } = message;
  const own = person === undefined ? undefined : message.views.get(person);
  const card = own ? (own as unknown as AdaptiveCard) : cardOf(activity);
  return {
    id,
    conversation,
    root,
    from,
    text: from !== null ? text : stringIn(own?.fallbackText ?? (activity?.summary || activity?.text)),
    card,
    words: card ? wordsIn(card.body) : '',
    actions: card ? actionsIn(card) : [],
    picture: card ? pictureIn(card) : null,
    reactions: reactions.map((each) => ({ ...each })),
    edits,
  };
}

const stringIn = (value: unknown): string => (typeof value === 'string' ? value : '');

export function cardOf(activity: Record<string, unknown> | null): AdaptiveCard | null {
  const attachments = (activity?.attachments ?? []) as { contentType: string; content: AdaptiveCard }[];
  return attachments.find((each) => each.contentType === CARD_TYPE)?.content ?? null;
}

export const actionsIn = (card: AdaptiveCard): Execute[] =>
  nodesIn(card.body).filter((node) => node.type === 'Action.Execute') as unknown as Execute[];

/** Texts in the order in which they are read; a line each but for what stands beside each other. */
const wordsIn = (body: readonly Element[]): string =>
  body
    .map((element) =>
      nodesIn(element)
        .filter((node) => node.type === 'TextBlock' || node.type === 'TextRun')
        .map((node) => String(node.text))
        .join(''),
    )
    .filter(Boolean)
    .join('\n');

function pictureIn(card: AdaptiveCard): Uint8Array | null {
  const image = nodesIn(card.body).find((node) => node.type === 'Image');
  const base64 = /^data:image\/png;base64,(.*)$/.exec(stringIn(image?.url))?.[1];
  return base64 === undefined ? null : Uint8Array.from(Buffer.from(base64, 'base64'));
}
