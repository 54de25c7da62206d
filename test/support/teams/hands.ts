import type { Refresh } from '../../../adapters/teams/card.ts';
import type { Activity } from '../../../adapters/teams/transport.ts';
import {
  deleteActivity,
  editActivity,
  invokeActivity,
  messageActivity,
  messagePayload,
  reactionActivity,
  type Scene,
  submitActivity,
} from './activities.ts';
import { showAnswer } from './answers.ts';
import type { Deliverer, Delivery } from './deliver.ts';
import { nodesIn } from './card-shape.ts';
import { actionsIn, cardOf } from './see.ts';
import { found, messageIn, personalOf, type TeamsMessage, type TeamsWorld } from './world.ts';

/** @source learn.microsoft.com, "User Specific Views" */
const MOST_VIEWS = 60;

export interface At {
  conversation: string;
  id: string;
}

/** Where a message is posted: in private with the bot, unless a conversation is named. */
export interface Where {
  in?: string;
  root?: string;
  mention?: boolean;
}

/** What people do in Teams; each answers what the bot said to it, or null where Teams told the bot nothing. */
export interface TeamsHands {
  /** In a channel or chat without a mention Teams tells the bot only where RSC lets it. */
  post(text: string, where?: Where): Promise<Delivery | null>;
  /** Posts, and delivers to nobody what Teams would tell the bot of it. */
  compose(text: string, where?: Where): Activity;
  edit(at: At, text: string): Promise<Delivery | null>;
  delete(at: At): Promise<Delivery | null>;
  react(at: At, emoji: string): Promise<Delivery | null>;
  unreact(at: At, emoji: string): Promise<Delivery | null>;
  /** Presses the button with this verb, or this place among the buttons, with what was filled into the card. */
  press(
    at: At,
    which: string | number,
    how?: { inputs?: Record<string, string>; by?: 'Action.Execute' | 'Action.Submit' },
  ): Promise<Delivery>;
  /**
   * Has a card before them that refreshes itself, or tells it to by hand. Clients ask by themselves only where at most 60
   * people are; null where nothing was asked.
   */
  look(at: At, trigger?: 'automatic' | 'manual'): Promise<Delivery | null>;
  /** A message extension on a message: asks the bot for its dialog. */
  extend(at: At, commandId: string): Promise<Delivery>;
  /** A button that opens a dialog. */
  fetchTask(at: At, data: Record<string, unknown>): Promise<Delivery>;
  /** Sends the dialog that is open. */
  submitDialog(inputs: Record<string, string>): Promise<Delivery>;
}

export interface HandsOptions {
  world: TeamsWorld;
  deliverer: Deliverer;
  serviceUrl: () => string;
  /** `ChannelMessage.Read.Group` and `ChatMessage.Read.Chat` are granted. */
  rsc: boolean;
  /** Real Teams tells bots only of reactions to their own messages. */
  reactionsToPeople: boolean;
}

export function createHands(options: HandsOptions, key: string): TeamsHands {
  const { world, deliverer } = options;
  const person = found(world.people, key, 'person');

  const sceneIn = (id: string, root: string | null): Scene => ({
    world,
    serviceUrl: options.serviceUrl(),
    conversation: found(world.conversations, id, 'conversation'),
    person,
    root,
  });
  /** The place of a message: its thread, or the one that it begins. */
  const sceneAt = ({ conversation, id, root }: Pick<TeamsMessage, 'conversation' | 'id' | 'root'>): Scene =>
    sceneIn(conversation, root ?? id);
  const messageAt = ({ conversation, id }: At): TeamsMessage =>
    messageIn(found(world.conversations, conversation, 'conversation'), id);

  const hears = ({ conversation: { kind, installed } }: Scene, mention: boolean): boolean =>
    installed && (kind === 'personal' || mention || options.rsc);
  const tell = async (scene: Scene, mention: boolean, activity: Activity): Promise<Delivery | null> =>
    hears(scene, mention) ? deliverer.deliver(activity) : null;

  async function invoke(scene: Scene, name: string, value: Record<string, unknown>, message: TeamsMessage | null) {
    const activity = invokeActivity(scene, `f:${world.nextId()}`, name, value, message?.id ?? null);
    const delivery = await deliverer.deliver(activity);
    showAnswer(world, { person: key, scene, message, name, value }, delivery);
    return delivery;
  }

  const setReaction = async (at: At, emoji: string, added: boolean): Promise<Delivery | null> => {
    const message = messageAt(at);
    message.reactions = message.reactions.filter((each) => each.emoji !== emoji || each.by !== key);
    if (added) message.reactions.push({ emoji, by: key });
    if (message.from !== null && !options.reactionsToPeople) return null;
    return deliverer.deliver(reactionActivity(sceneAt(message), `f:${world.nextId()}`, message.id, emoji, added));
  };

  /** Whether a message begins with a mention of the bot, as it was written. */
  const mentions = new Set<string>();

  function write(text: string, where: Where): { scene: Scene; activity: Activity } {
    const conversation = where.in ?? personalOf(world, key).id;
    const id = world.nextId();
    const { mention = false, root = null } = where;
    const scene = sceneIn(conversation, root ?? id);
    if (!scene.conversation.members.has(key)) throw new Error(`${key} is not in ${conversation}`);
    const isChannel = scene.conversation.kind === 'channel';
    scene.conversation.messages.push({
      id,
      conversation,
      root: isChannel ? root : null,
      from: key,
      activity: null,
      text,
      reactions: [],
      edits: 0,
      deleted: false,
      views: new Map(),
    });
    if (mention) mentions.add(id);
    return { scene, activity: messageActivity(scene, id, text, { mention, replyTo: isChannel ? root : null }) };
  }

  return {
    async post(text, where = {}) {
      const { scene, activity } = write(text, where);
      return tell(scene, where.mention ?? false, activity);
    },
    compose: (text, where = {}) => write(text, where).activity,
    async edit(at, text) {
      const message = messageAt(at);
      Object.assign(message, { text, edits: message.edits + 1 });
      const mention = mentions.has(message.id);
      return tell(sceneAt(message), mention, editActivity(sceneAt(message), message.id, text, mention));
    },
    async delete(at) {
      const message = messageAt(at);
      message.deleted = true;
      return tell(sceneAt(message), mentions.has(message.id), deleteActivity(sceneAt(message), message.id));
    },
    react: (at, emoji) => setReaction(at, emoji, true),
    unreact: (at, emoji) => setReaction(at, emoji, false),
    async press(at, which, { inputs = {}, by = 'Action.Execute' } = {}) {
      const message = messageAt(at);
      const shown = message.views.get(key) ?? cardOf(message.activity);
      const actions = shown ? actionsIn(shown as Parameters<typeof actionsIn>[0]) : [];
      const action = typeof which === 'number' ? actions[which] : actions.find((each) => each.verb === which);
      if (!action) throw new Error(`no button "${which}" among: ${actions.map((each) => each.verb).join(', ')}`);
      const data = { ...action.data, ...inputs };
      const scene = sceneAt(message);
      if (by === 'Action.Submit') return deliverer.deliver(submitActivity(scene, world.nextId(), data, message.id));
      const value = { action: { type: by, title: action.title, verb: action.verb, data }, trigger: 'manual' };
      return invoke(scene, 'adaptiveCard/action', value, message);
    },
    async look(at, trigger = 'automatic') {
      const message = messageAt(at);
      const scene = sceneAt(message);
      const refresh = (message.views.get(key)?.refresh ?? cardOf(message.activity)?.refresh) as Refresh | undefined;
      if (!refresh || (trigger === 'automatic' && scene.conversation.members.size > MOST_VIEWS)) return null;
      return invoke(scene, 'adaptiveCard/action', { action: { id: '', ...refresh.action }, trigger }, message);
    },
    async extend(at, commandId) {
      const message = messageAt(at);
      const scene = sceneAt(message);
      const value = {
        commandId,
        commandContext: 'message',
        context: { theme: 'default' },
        messagePayload: messagePayload(scene, message),
      };
      return invoke(scene, 'composeExtension/fetchTask', value, message);
    },
    async fetchTask(at, data) {
      const message = messageAt(at);
      const value = { data, context: { theme: 'default' } };
      return invoke(sceneAt(message), 'task/fetch', value, message);
    },
    async submitDialog(inputs) {
      const dialog = found(world.dialogs, key, 'dialog');
      const action = nodesIn(dialog.card).find((node) => /^Action\.(?:Submit|Execute)$/.test(String(node.type)));
      const data = { ...(action?.data as Record<string, unknown>), ...inputs };
      const scene = sceneIn(dialog.conversation, dialog.root);
      const name = dialog.command ? 'composeExtension/submitAction' : 'task/submit';
      const extension = dialog.command ? { ...dialog.command, commandContext: 'message' } : {};
      return invoke(scene, name, { ...extension, data, context: { theme: 'default' } }, null);
    },
  };
}
