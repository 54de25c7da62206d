import type { Activity } from '../../../adapters/teams/transport.ts';
import { escaped, htmlMention, toHtml } from './html.ts';
import { reactionType } from './reaction-types.ts';
import type { TeamsConversation, TeamsMessage, TeamsPerson, TeamsWorld } from './world.ts';

/**
 * Activities as Teams sends them to a bot, after its published examples.
 * @source learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations, resources/bot-v3
 */

export interface Scene {
  world: TeamsWorld;
  serviceUrl: string;
  conversation: TeamsConversation;
  person: TeamsPerson;
  /** The thread in a channel. */
  root: string | null;
}

/** What all activities have. */
export function envelope(scene: Scene, type: string, id: string): Activity {
  const { world, serviceUrl, person } = scene;
  const timestamp = world.now().toISOString();
  return {
    type,
    id,
    timestamp,
    localTimestamp: timestamp,
    localTimezone: person.timeZone,
    serviceUrl,
    channelId: 'msteams',
    from: { id: person.id, name: person.name, aadObjectId: person.aadObjectId },
    conversation: conversationOf(scene),
    recipient: world.bot,
    channelData: channelDataOf(scene),
    locale: person.locale,
    entities: [clientInfo(person)],
  };
}

function conversationOf({ world, conversation, root }: Scene): Record<string, unknown> {
  const { id, kind, name } = conversation;
  return {
    ...(kind !== 'personal' && { isGroup: true }),
    conversationType: kind,
    tenantId: world.tenantId,
    id: kind === 'channel' && root !== null ? `${id};messageid=${root}` : id,
    ...(kind === 'groupChat' && { name }),
  };
}

function channelDataOf({ world, conversation: { id, kind, team, name } }: Scene): Record<string, unknown> {
  const tenant = { id: world.tenantId };
  if (kind !== 'channel' || !team) return { tenant };
  return {
    teamsChannelId: id,
    teamsTeamId: team.id,
    channel: { id, ...(id !== team.id && { name }) },
    team: { id: team.id, name: team.name, aadGroupId: team.aadGroupId },
    tenant,
  };
}

const clientInfo = ({ locale, timeZone }: TeamsPerson) => ({
  type: 'clientInfo',
  locale,
  country: locale.split('-')[1] ?? 'US',
  platform: 'Web',
  timezone: timeZone,
});

/** `text` is what stands after the mention, if there is one. */
export function messageActivity(
  scene: Scene,
  id: string,
  text: string,
  { mention = false, replyTo = null }: { mention?: boolean; replyTo?: string | null } = {},
): Activity {
  const { name, id: botId } = scene.world.bot;
  const at = `<at>${name}</at>`;
  const activity = envelope(scene, 'message', id);
  const html = mention ? `${htmlMention(name)}&nbsp;${toHtml(text)}` : toHtml(text);
  return {
    ...activity,
    textFormat: 'plain',
    text: mention ? `${at} ${escaped(text)}` : escaped(text),
    attachments: [{ contentType: 'text/html', content: `<div>${html}</div>` }],
    entities: [
      ...(mention ? [{ type: 'mention', mentioned: { id: botId, name }, text: at }] : []),
      clientInfo(scene.person),
    ],
    ...(replyTo !== null && { replyToId: replyTo }),
  };
}

export function editActivity(scene: Scene, id: string, text: string, mention: boolean): Activity {
  const activity = messageActivity(scene, id, text, { mention });
  return withEvent({ ...activity, type: 'messageUpdate' }, 'editMessage');
}

export const deleteActivity = (scene: Scene, id: string): Activity =>
  withEvent(envelope(scene, 'messageDelete', id), 'softDeleteMessage');

export const reactionActivity = (scene: Scene, id: string, to: string, emoji: string, added: boolean): Activity => ({
  ...envelope(scene, 'messageReaction', id),
  [added ? 'reactionsAdded' : 'reactionsRemoved']: [{ type: reactionType(emoji) }],
  replyToId: to,
});

export function updateActivity(
  scene: Scene,
  id: string,
  eventType: string | null,
  more: Record<string, unknown> = {},
): Activity {
  const activity = { ...envelope(scene, 'conversationUpdate', id), ...more };
  return eventType === null ? activity : withEvent(activity, eventType);
}

export const installActivity = (scene: Scene, id: string, action: 'add' | 'remove'): Activity => ({
  ...envelope(scene, 'installationUpdate', id),
  action,
  channelData: {
    ...channelDataOf(scene),
    settings: { selectedChannel: { id: scene.conversation.id } },
  },
});

export const invokeActivity = (
  scene: Scene,
  id: string,
  name: string,
  value: Record<string, unknown>,
  replyTo: string | null = null,
): Activity => ({
  ...envelope(scene, 'invoke', id),
  name,
  value,
  ...(replyTo !== null && { replyToId: replyTo }),
});

/** Action.Submit outside a dialog is a message without text. */
export const submitActivity = (scene: Scene, id: string, data: unknown, replyTo: string): Activity => ({
  ...envelope(scene, 'message', id),
  value: data,
  replyToId: replyTo,
  channelData: { ...channelDataOf(scene), source: { name: 'message' }, legacy: { replyToId: replyTo } },
});

/** The message that a message extension was called on. */
export function messagePayload({ world }: Scene, message: TeamsMessage): Record<string, unknown> {
  const author = message.from === null ? null : world.people.get(message.from);
  const content = message.from === null ? '<attachment id="card"></attachment>' : `<div>${toHtml(message.text)}</div>`;
  return {
    id: message.id,
    replyToId: message.root,
    createdDateTime: new Date(Number(message.id)).toISOString(),
    lastModifiedDateTime: null,
    deleted: false,
    subject: null,
    importance: 'normal',
    locale: author?.locale ?? 'en-us',
    linkToMessage: `https://teams.microsoft.com/l/message/${encodeURIComponent(message.conversation)}/${message.id}`,
    from: author
      ? {
          device: null,
          user: { userIdentityType: 'aadUser', id: author.aadObjectId, displayName: author.name },
          conversation: null,
          application: null,
        }
      : {
          device: null,
          user: null,
          conversation: null,
          application: { applicationIdentityType: 'bot', id: world.appId, displayName: world.bot.name },
        },
    body: { contentType: 'html', content },
    attachments: [],
    mentions: [],
    reactions: [],
  };
}

function withEvent(activity: Activity, eventType: string): Activity {
  return { ...activity, channelData: { ...(activity.channelData as Record<string, unknown>), eventType } };
}
