import type { AppLink } from './app-link.ts';
import { isObject, type Json } from './blocks/problem.ts';
import { channelType, openDm } from './conversations.ts';
import type { Deliveries, Delivery, DeliveryKind } from './deliveries.ts';
import { composed } from './escape.ts';
import {
  actionOf,
  globalShortcut,
  messagePress,
  messageShortcut,
  type Scene,
  slashCommand,
  viewClosed,
  viewPress,
  viewSubmission,
} from './interactions.ts';
import { changedEvent, deletedEvent, messageEvent, reactionEvent } from './message-events.ts';
import { addMessage, type MessageFields, messageJson, removeMessage } from './messages.ts';
import { addReaction, removeReaction } from './methods/reactions.ts';
import { answerSubmission, elementIn, stateOf, type Values } from './modals.ts';
import { respond } from './response-urls.ts';
import { viewJson } from './views.ts';
import { found, type SlackChannel, type SlackFile, type SlackMessage, type SlackView, seconds } from './world.ts';

/** Where a message is. */
export interface At {
  channel: string;
  ts: string;
}

/** Something that a person did, and how the app was told. */
export interface Act extends At {
  /** The app was told, and answered in time that it has it. */
  acknowledged: boolean;
  deliveries: Delivery[];
}

export interface PostOptions {
  threadTs?: string;
  /** A reply shown in the channel too. */
  broadcast?: boolean;
  /** `/me`. */
  me?: boolean;
  file?: { name: string; bytes: Buffer };
  /** The text is as Slack stores it: escaped, mentions in angle brackets. */
  stored?: boolean;
}

export interface Hands {
  readonly id: string;
  post(channel: string, text: string, options?: PostOptions): Promise<Act>;
  /** Writes to the bot. */
  dm(text: string, options?: PostOptions): Promise<Act>;
  edit(at: At, text: string): Promise<Act>;
  delete(at: At): Promise<Act>;
  /** `name` is Slack's, without colons. */
  react(at: At, name: string): Promise<Act>;
  unreact(at: At, name: string): Promise<Act>;
  /** Presses a button of a message, or chooses `choice` (values) from a menu. */
  press(at: At, actionId: string, choice?: string | string[]): Promise<Act>;
  pressHome(actionId: string, choice?: string | string[]): Promise<Act>;
  pressModal(actionId: string, choice?: string | string[]): Promise<Act>;
  /** Sends the modal on top; answers by block id. */
  submit(values: Values): Promise<Act>;
  /** Closes the modal on top. */
  dismiss(): Promise<Act>;
  command(channel: string, text: string, command?: string): Promise<Act>;
  /** A shortcut of a message. */
  shortcut(callbackId: string, at: At): Promise<Act>;
  globalShortcut(callbackId: string): Promise<Act>;
  join(channel: string): Promise<Act>;
  leave(channel: string): Promise<Act>;
  openHome(): Promise<Act>;
  /** Opens the messages tab. */
  openMessages(): Promise<Act>;
}

export function createHands(scene: Scene, link: AppLink, deliveries: Deliveries): Hands {
  const { world, team, user } = scene;
  const channelOf = (id: string): SlackChannel => found(team.channels, id, 'channel');

  const toldAt = (at: At, told: (Delivery | null)[]): Act => {
    const real = told.filter((it) => it !== null);
    return {
      ...at,
      acknowledged: real.length > 0 && real.every((it) => it.acknowledged),
      deliveries: real,
    };
  };

  const tell = async (channel: SlackChannel, ts: string, ...events: Json[]): Promise<Act> =>
    toldAt({ channel: channel.id, ts }, await Promise.all(events.map((event) => link.tell(team, event, channel))));

  const interact = async (at: At, kind: DeliveryKind, payload: Json): Promise<Act> =>
    toldAt(at, [await deliveries.deliver(kind, team.id, payload)]);

  function messageAt(at: At): { channel: SlackChannel; message: SlackMessage } {
    const channel = channelOf(at.channel);
    const message =
      channel.messages.get(at.ts) ??
      team.ephemerals.find((it) => it.channel === at.channel && it.ts === at.ts && it.onlyFor === user.id);
    if (!message) throw new Error(`${user.name} sees no message ${at.ts} in ${at.channel}`);
    return { channel, message };
  }

  function fileOf(given: { name: string; bytes: Buffer }): SlackFile {
    const file: SlackFile = {
      id: world.ids.next('F'),
      teamId: team.id,
      by: user.id,
      name: given.name,
      title: given.name,
      alt: '',
      size: given.bytes.length,
      bytes: given.bytes,
      created: seconds(world),
      complete: true,
      sharedIn: [],
    };
    team.files.set(file.id, file);
    return file;
  }

  async function post(id: string, text: string, options: PostOptions = {}): Promise<Act> {
    const channel = channelOf(id);
    if (!channel.members.has(user.id)) throw new Error(`${user.name} is not in ${channel.name}`);
    const file = options.file ? fileOf(options.file) : null;
    const written = options.stored ? { text, blocks: null } : composed(team, text, world.ids.next('b'));
    const subtype = file ? 'file_share' : options.me ? 'me_message' : options.broadcast ? 'thread_broadcast' : null;
    const fields: MessageFields = {
      ...written,
      user: user.id,
      threadTs: options.threadTs ?? null,
      subtype,
      clientMsgId: options.me ? null : crypto.randomUUID(),
      files: file ? [file] : [],
    };
    const message = addMessage(world, channel, fields);
    file?.sharedIn.push({ channel: channel.id, ts: message.ts, threadTs: message.threadTs });
    const event = messageEvent(world, team, channel, message);
    const mention = message.text.includes(`<@${team.bot.userId}>`) && channel.kind !== 'im';
    return tell(channel, message.ts, event, ...(mention ? [{ ...event, type: 'app_mention' }] : []));
  }

  async function pressIn(view: SlackView | undefined, actionId: string, choice?: string | string[]): Promise<Act> {
    if (!view) throw new Error(`nothing is open for ${user.name}`);
    const blocks = Array.isArray(view.given.blocks) ? view.given.blocks.filter(isObject) : [];
    const { element, blockId } = elementIn(blocks, actionId);
    const action = actionOf(element, blockId, world.ids.ts(), choice);
    return interact({ channel: '', ts: '' }, 'interactive', viewPress(scene, view, action));
  }

  const top = (): SlackView => {
    const view = team.modals.get(user.id)?.at(-1);
    if (!view) throw new Error(`no form is open for ${user.name}`);
    return view;
  };

  async function open(tab: 'home' | 'messages'): Promise<Act> {
    const channel = openDm(world, team, user.id);
    const home = team.homes.get(user.id);
    return tell(channel, '', {
      type: 'app_home_opened',
      user: user.id,
      channel: channel.id,
      event_ts: world.ids.ts(),
      tab,
      ...(tab === 'home' && home ? { view: viewJson(world, team, home) } : {}),
    });
  }

  const membership = (type: string, channel: SlackChannel): Json => ({
    type,
    user: user.id,
    channel: channel.id,
    channel_type: channelType(channel) === 'channel' ? 'C' : 'G',
    team: team.id,
    event_ts: world.ids.ts(),
  });

  /** What Slack writes into the channel about who came and went. */
  const notice = (channel: SlackChannel, subtype: string, text: string): Json =>
    messageEvent(world, team, channel, addMessage(world, channel, { user: user.id, subtype, text }));

  return {
    id: user.id,
    post,
    dm: (text, options) => post(openDm(world, team, user.id).id, text, options),
    async edit(at, text) {
      const { channel, message } = messageAt(at);
      if (message.user !== user.id) throw new Error(`${user.name} did not write ${at.ts}`);
      const before = messageJson(world, team, message);
      Object.assign(message, composed(team, text, world.ids.next('b')));
      message.edited = { user: user.id, ts: world.ids.ts() };
      return tell(channel, at.ts, changedEvent(world, team, channel, message, before));
    },
    async delete(at) {
      const { channel, message } = messageAt(at);
      if (message.user !== user.id) throw new Error(`${user.name} did not write ${at.ts}`);
      const before = messageJson(world, team, message);
      const tombstone = removeMessage(channel, message);
      const event = tombstone
        ? changedEvent(world, team, channel, tombstone, before)
        : deletedEvent(world, channel, at.ts, before);
      return tell(channel, at.ts, event);
    },
    async react(at, name) {
      const { channel, message } = messageAt(at);
      if (!addReaction(message, name, user.id)) throw new Error(`${user.name} has reacted with ${name} already`);
      return tell(channel, at.ts, reactionEvent(world, 'reaction_added', user.id, name, message));
    },
    async unreact(at, name) {
      const { channel, message } = messageAt(at);
      if (!removeReaction(message, name, user.id)) throw new Error(`${user.name} has not reacted with ${name}`);
      return tell(channel, at.ts, reactionEvent(world, 'reaction_removed', user.id, name, message));
    },
    async press(at, actionId, choice) {
      const { channel, message } = messageAt(at);
      const { element, blockId } = elementIn(message.blocks ?? [], actionId);
      const action = actionOf(element, blockId, world.ids.ts(), choice);
      return interact(at, 'interactive', messagePress(scene, channel, message, action));
    },
    pressHome: (actionId, choice) => pressIn(team.homes.get(user.id), actionId, choice),
    pressModal: (actionId, choice) => pressIn(top(), actionId, choice),
    async submit(values) {
      const view = top();
      const act = await interact(
        { channel: '', ts: '' },
        'interactive',
        viewSubmission(scene, view, stateOf(view, values)),
      );
      if (act.acknowledged) answerSubmission(world, team, view, act.deliveries[0]?.attempts.at(-1)?.body ?? '');
      return act;
    },
    async dismiss() {
      const view = top();
      const left = (team.modals.get(user.id) ?? []).slice(0, -1);
      if (left.length > 0) team.modals.set(user.id, left);
      else team.modals.delete(user.id);
      if (view.given.notify_on_close !== true) return toldAt({ channel: '', ts: '' }, []);
      return interact({ channel: '', ts: '' }, 'interactive', viewClosed(scene, view, false));
    },
    async command(id, text, command = '/porras') {
      const channel = channelOf(id);
      const act = await interact(
        { channel: id, ts: '' },
        'slash_commands',
        slashCommand(scene, channel, command, text),
      );
      const answer = act.acknowledged ? (act.deliveries[0]?.attempts.at(-1)?.body ?? '') : '';
      if (answer.trim() !== '' && answer !== '{}') {
        const said = answer.startsWith('{') ? (JSON.parse(answer) as Json) : { text: answer };
        respond(world, { team, channel, user: user.id, message: null }, said);
      }
      return act;
    },
    async shortcut(callbackId, at) {
      const { channel, message } = messageAt(at);
      return interact(at, 'interactive', messageShortcut(scene, callbackId, channel, message));
    },
    globalShortcut: (callbackId) => interact({ channel: '', ts: '' }, 'interactive', globalShortcut(scene, callbackId)),
    async join(id) {
      const channel = channelOf(id);
      channel.members.add(user.id);
      const notes = notice(channel, 'channel_join', `<@${user.id}> has joined the channel`);
      return tell(channel, '', membership('member_joined_channel', channel), notes);
    },
    async leave(id) {
      const channel = channelOf(id);
      channel.members.delete(user.id);
      const notes = notice(channel, 'channel_leave', `<@${user.id}> has left the channel`);
      return tell(channel, '', membership('member_left_channel', channel), notes);
    },
    openHome: () => open('home'),
    openMessages: () => open('messages'),
  };
}
