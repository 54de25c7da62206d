import { LRUCache } from 'lru-cache';
import type { Address } from '../../src/domain/inquiry.ts';
import type { Capability, ChatPlatform } from '../../src/ports/chat-platform.ts';
import type { Clock } from '../../src/ports/clock.ts';
import { realTimer, type Timer } from '../../src/ports/timer.ts';
import { decodeChannel, decodePerson, decodeRef, isPerson, messageRef, workspaceAt, workspaceOf } from './address.ts';
import { nameOfEmoji } from './emoji.ts';
import { isSlackError, unknownEmoji, unsupported } from './errors.ts';
import { renderForm } from './form.ts';
import { renderHome } from './home.ts';
import { linked, opened, read } from './outbound-answers.ts';
import { channelInfoOf } from './outbound-channel.ts';
import { deleteMessage, editMessage } from './outbound-edit.ts';
import { createFinder } from './outbound-find.ts';
import { createSentMemory, isWhole } from './outbound-memory.ts';
import { createPeople, type People } from './outbound-people.ts';
import { createPictures } from './outbound-pictures.ts';
import { createProfiles } from './outbound-profile.ts';
import { sendMessage, type SendParts, type To, whisperMessage } from './outbound-send.ts';
import { pacedApi } from './pace.ts';
import type { SlackApi } from './slack-api.ts';
import { decodeTrigger } from './trigger.ts';

export interface OutboundOptions {
  api: SlackApi;
  capabilities: ChatPlatform['capabilities'];
  clock: Clock;
  /** What Slack's limits run on. */
  timer?: Timer;
  /** Shared with whoever else asks who people are. */
  people?: People;
}

export type Outbound = Omit<ChatPlatform, 'name' | 'capabilities' | 'start' | 'stop'>;

/** What Porras does in Slack. */
export function createOutbound({ capabilities, clock, timer = realTimer, ...options }: OutboundOptions): Outbound {
  const api = pacedApi(options.api, timer);
  const people = options.people ?? createPeople(api, clock);
  const profileOf = createProfiles(api, people, clock);
  const memory = createSentMemory(clock);
  const finder = createFinder(api, clock);
  const tools: SendParts = { api, memory, finder, pictures: createPictures(api), timer };
  const conversations = new LRUCache<Address, string>({ max: 20_000 });
  const links = new LRUCache<string, string>({ max: 20_000 });

  const need = (team: string, capability: Capability): void => {
    if (!capabilities(workspaceOf(team)).has(capability)) throw unsupported(capability);
  };

  /** The private conversation with a person; Slack makes it where there is none yet. */
  async function conversationWith(person: Address): Promise<string> {
    const { team, id } = decodePerson(person);
    const known = conversations.get(person);
    if (known) return known;
    const { channel } = read('conversations.open', opened, await api.call(team, 'conversations.open', { users: id }));
    conversations.set(person, channel.id);
    return channel.id;
  }

  async function placeOf(to: Address): Promise<Omit<To, 'thread'>> {
    if (isPerson(to)) return { team: decodePerson(to).team, channel: await conversationWith(to) };
    const { team, id } = decodeChannel(to);
    return { team, channel: id };
  }

  return {
    workspaceOf: workspaceAt,
    async channelInfo(channel) {
      const { team, id } = decodeChannel(channel);
      return channelInfoOf(api, team, id);
    },
    async post(channel, outgoing, thread) {
      const root = thread === undefined ? null : decodeRef(thread).ts;
      return sendMessage(tools, { ...(await placeOf(channel)), thread: root }, outgoing);
    },
    async directMessage(person, outgoing) {
      need(decodePerson(person).team, 'direct-message');
      return sendMessage(tools, { ...(await placeOf(person)), thread: null }, outgoing);
    },
    async whisper(channel, person, outgoing) {
      const { team, id } = decodeChannel(channel);
      need(team, 'whisper');
      await whisperMessage(tools, { team, channel: id, user: decodePerson(person).id }, outgoing);
    },
    async edit(ref, outgoing) {
      const place = decodeRef(ref);
      need(place.team, 'edit');
      await editMessage(tools, place, outgoing);
    },
    async delete(ref) {
      const place = decodeRef(ref);
      need(place.team, 'delete');
      await deleteMessage(tools, place);
    },
    async react(ref, emoji) {
      const { team, channel, ts } = decodeRef(ref);
      need(team, 'react');
      const name = nameOfEmoji(emoji);
      if (name === null) throw unknownEmoji(emoji);
      try {
        await api.call(team, 'reactions.add', { channel, timestamp: ts, name });
      } catch (thrown) {
        if (!isSlackError(thrown, 'already_reacted', 'message_not_found')) throw thrown;
      }
    },
    async openForm(person, trigger, form) {
      const { team } = decodePerson(person);
      need(team, 'form');
      const { triggerId, place } = decodeTrigger(trigger);
      await api.call(team, 'views.open', { trigger_id: triggerId, view: renderForm(form, place) });
    },
    async members(channel) {
      const { team, id } = decodeChannel(channel);
      need(team, 'list-members');
      return people.members(team, id);
    },
    async permalink(ref) {
      const { team, channel, ts } = decodeRef(ref);
      need(team, 'permalink');
      const known = links.get(ref);
      if (known) return known;
      try {
        const answer = await api.call(team, 'chat.getPermalink', { channel, message_ts: ts });
        const { permalink } = read('chat.getPermalink', linked, answer);
        links.set(ref, permalink);
        return permalink;
      } catch (thrown) {
        if (isSlackError(thrown, 'message_not_found', 'channel_not_found')) return null;
        throw thrown;
      }
    },
    async findSent(to, key) {
      const { team, channel } = await placeOf(to);
      need(team, 'find-sent');
      const known = memory.find(channel, key);
      if (known && isWhole(known)) return messageRef(team, channel, known.parts[0] ?? '');
      if (memory.isSettled(channel, key)) return null;
      const found = await finder.byKey(team, channel, key);
      if (found) memory.put(found);
      return found && isWhole(found) ? messageRef(team, channel, found.parts[0] ?? '') : null;
    },
    async showHome(person, home) {
      const { team, id } = decodePerson(person);
      need(team, 'home');
      await api.call(team, 'views.publish', { user_id: id, view: renderHome(home) });
    },
    async profile(person) {
      const { team, id } = decodePerson(person);
      need(team, 'profile');
      return profileOf(team, id);
    },
  };
}
