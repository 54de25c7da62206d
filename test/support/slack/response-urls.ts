import { isObject, type Json } from './blocks/problem.ts';
import { validateBlocks } from './blocks/validate-blocks.ts';
import { addMessage, messageOf, withIds } from './messages.ts';
import type { SlackChannel, SlackMessage, SlackTeam, SlackWorld } from './world.ts';

/** @source docs.slack.dev/interactivity/handling-user-interaction (message responses) */
const MOST_USES = 5;
const LIFETIME_MS = 30 * 60_000;

interface Place {
  team: SlackTeam;
  channel: SlackChannel;
  user: string;
  /** The message with the button, which the answer may replace. */
  message: SlackMessage | null;
}

export interface ResponseUrls {
  issue(kind: 'actions' | 'commands' | 'app', place: Place): string;
  use(path: string, answer: unknown): { status: number; body: Json };
}

/** What an app answers to a command or in an acknowledgement: only its user sees it, unless it says `in_channel`. */
export function respond(world: SlackWorld, place: Place, answer: Json): SlackMessage {
  const fields = {
    user: place.team.bot.userId,
    botId: place.team.bot.botId,
    appId: world.app.id,
    text: typeof answer.text === 'string' ? answer.text : '',
    blocks: Array.isArray(answer.blocks) ? withIds(world, answer.blocks.filter(isObject)) : null,
    threadTs: typeof answer.thread_ts === 'string' ? answer.thread_ts : null,
  };
  if (answer.response_type === 'in_channel') return addMessage(world, place.channel, fields);
  const message = messageOf(world, place.channel, { ...fields, onlyFor: place.user });
  place.team.ephemerals.push(message);
  return message;
}

function replace(world: SlackWorld, place: Place, message: SlackMessage, answer: Json): void {
  if (answer.delete_original === true) {
    if (message.onlyFor === null) place.channel.messages.delete(message.ts);
    else place.team.ephemerals = place.team.ephemerals.filter((it) => it !== message);
    return;
  }
  message.text = typeof answer.text === 'string' ? answer.text : '';
  message.blocks = Array.isArray(answer.blocks) ? withIds(world, answer.blocks.filter(isObject)) : null;
}

export function createResponseUrls(world: SlackWorld): ResponseUrls {
  const issued = new Map<string, Place & { uses: number; at: number }>();
  return {
    issue(kind, place) {
      const path = `/${kind}/${place.team.id}/${world.ids.next('')}/${world.ids.next('')}`;
      issued.set(path, { ...place, uses: 0, at: world.clock.now().getTime() });
      return `${world.url}/response${path}`;
    },
    use(path, answer) {
      const place = issued.get(path);
      if (!place) return { status: 404, body: { ok: false, error: 'invalid_url' } };
      if (world.clock.now().getTime() - place.at > LIFETIME_MS) {
        return { status: 404, body: { ok: false, error: 'expired_url' } };
      }
      if (place.uses >= MOST_USES) return { status: 404, body: { ok: false, error: 'used_url' } };
      if (!isObject(answer)) return { status: 400, body: { ok: false, error: 'invalid_payload' } };
      if (answer.blocks !== undefined && validateBlocks(answer.blocks).length > 0) {
        return { status: 400, body: { ok: false, error: 'invalid_blocks' } };
      }
      const changing = answer.replace_original === true || answer.delete_original === true;
      if (!changing && typeof answer.text !== 'string' && !Array.isArray(answer.blocks)) {
        return { status: 400, body: { ok: false, error: 'no_text' } };
      }
      place.uses += 1;
      if (changing && place.message) replace(world, place, place.message, answer);
      else respond(world, place, answer);
      return { status: 200, body: { ok: true } };
    },
  };
}
