import { type Call, channelOf, type Method } from '../call.ts';
import { reactionEvent } from '../message-events.ts';
import { messageJson } from '../messages.ts';
import { SlackError } from '../slack-error.ts';
import type { SlackChannel, SlackMessage } from '../world.ts';

/** @returns false if it was there already */
export function addReaction(message: SlackMessage, name: string, user: string): boolean {
  const reaction = message.reactions.find((it) => it.name === name);
  if (reaction?.users.includes(user)) return false;
  if (reaction) reaction.users.push(user);
  else message.reactions.push({ name, users: [user] });
  return true;
}

/** @returns false if it was not there */
export function removeReaction(message: SlackMessage, name: string, user: string): boolean {
  const reaction = message.reactions.find((it) => it.name === name);
  if (!reaction?.users.includes(user)) return false;
  reaction.users = reaction.users.filter((it) => it !== user);
  message.reactions = message.reactions.filter((it) => it.users.length > 0);
  return true;
}

function target(call: Call): { channel: SlackChannel; message: SlackMessage } {
  const channel = channelOf(call);
  const message = channel.messages.get(call.args.text('timestamp'));
  if (!message) throw new SlackError('message_not_found');
  return { channel, message };
}

function nameOf(call: Call): string {
  const name = call.args.text('name').replace(/^:|:$/g, '');
  if (!/^[\p{L}\d_+'’.-]+(::skin-tone-\d)?$/u.test(name) || /\p{Extended_Pictographic}/u.test(name)) {
    throw new SlackError('invalid_name');
  }
  return name;
}

const add: Method = (call) => {
  const { channel, message } = target(call);
  if (!channel.members.has(call.team.bot.userId)) throw new SlackError('not_in_channel');
  if (channel.archived) throw new SlackError('is_archived');
  const name = nameOf(call);
  if (!addReaction(message, name, call.team.bot.userId)) throw new SlackError('already_reacted');
  call.announce(call.team, reactionEvent(call.world, 'reaction_added', call.team.bot.userId, name, message), channel);
  return {};
};

const remove: Method = (call) => {
  const { channel, message } = target(call);
  const name = nameOf(call);
  if (!removeReaction(message, name, call.team.bot.userId)) throw new SlackError('no_reaction');
  call.announce(call.team, reactionEvent(call.world, 'reaction_removed', call.team.bot.userId, name, message), channel);
  return {};
};

const get: Method = (call) => {
  const { channel, message } = target(call);
  return { type: 'message', channel: channel.id, message: messageJson(call.world, call.team, message) };
};

export const reactionMethods: Record<string, Method> = {
  'reactions.add': add,
  'reactions.remove': remove,
  'reactions.get': get,
};
