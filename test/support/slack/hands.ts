import type { AppLink } from './app-link.ts';
import { channelType, openDm } from './conversations.ts';
import type { Deliveries } from './deliveries.ts';
import { type Act, type At, createDoing } from './doing.ts';
import { composed } from './escape.ts';
import { createFormHands, type FormHands } from './form-hands.ts';
import type { Scene } from './interactions.ts';
import { changedEvent, deletedEvent, messageEvent, reactionEvent } from './message-events.ts';
import { addMessage, type MessageFields, messageJson, removeMessage } from './messages.ts';
import { addReaction, removeReaction } from './methods/reactions.ts';
import { viewJson } from './views.ts';
import { type Json, type SlackChannel, type SlackFile, type SlackMessage, seconds } from './world.ts';

export type { Act, At } from './doing.ts';

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

export interface Hands extends FormHands {
  readonly id: string;
  post(channel: string, text: string, options?: PostOptions): Promise<Act>;
  /** Writes to the bot. */
  dm(text: string, options?: PostOptions): Promise<Act>;
  edit(at: At, text: string): Promise<Act>;
  delete(at: At): Promise<Act>;
  /** `name` is Slack's, without colons. */
  react(at: At, name: string): Promise<Act>;
  unreact(at: At, name: string): Promise<Act>;
  join(channel: string): Promise<Act>;
  leave(channel: string): Promise<Act>;
  openHome(): Promise<Act>;
  /** Opens the messages tab. */
  openMessages(): Promise<Act>;
}

export function createHands(scene: Scene, link: AppLink, deliveries: Deliveries): Hands {
  const { world, team, user } = scene;
  const doing = createDoing(scene, link, deliveries);
  const { channelOf, messageAt, tell } = doing;

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

  function own(at: At): { channel: SlackChannel; message: SlackMessage; before: Json } {
    const { channel, message } = messageAt(at);
    if (message.user !== user.id) throw new Error(`${user.name} did not write ${at.ts}`);
    return { channel, message, before: messageJson(world, team, message) };
  }

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
    ...createFormHands(doing),
    id: user.id,
    post,
    dm: (text, options) => post(openDm(world, team, user.id).id, text, options),
    async edit(at, text) {
      const { channel, message, before } = own(at);
      Object.assign(message, composed(team, text, world.ids.next('b')));
      message.edited = { user: user.id, ts: world.ids.ts() };
      return tell(channel, at.ts, changedEvent(world, team, channel, message, before));
    },
    async delete(at) {
      const { channel, message, before } = own(at);
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
