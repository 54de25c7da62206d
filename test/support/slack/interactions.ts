import { isObject, type Json } from './blocks/problem.ts';
import { escapeText } from './escape.ts';
import { installationOf } from './envelope.ts';
import { messageJson } from './messages.ts';
import type { ResponseUrls } from './response-urls.ts';
import type { Triggers } from './triggers.ts';
import { viewJson } from './views.ts';
import type { SlackChannel, SlackMessage, SlackTeam, SlackUser, SlackView, SlackWorld } from './world.ts';

export interface Scene {
  world: SlackWorld;
  team: SlackTeam;
  user: SlackUser;
  triggers: Triggers;
  responseUrls: ResponseUrls;
}

const orgWide = (scene: Scene): boolean => installationOf(scene.world, scene.team)?.orgWide ?? false;

const common = (scene: Scene): Json => {
  const { world, team, user } = scene;
  return {
    user: { id: user.id, username: user.name, name: user.name, team_id: user.teamId },
    api_app_id: world.app.id,
    token: world.app.verificationToken,
    team: {
      id: team.id,
      domain: team.domain,
      ...(team.enterprise ? { enterprise_id: team.enterprise.id, enterprise_name: team.enterprise.name } : {}),
    },
    enterprise: team.enterprise,
    is_enterprise_install: orgWide(scene),
  };
};

const channelName = (channel: SlackChannel): string =>
  ({ public: channel.name, private: 'privategroup', im: 'directmessage', mpim: channel.name })[channel.kind];

/** What a press of an element sends besides its ids. @source docs.slack.dev/reference/interaction-payloads/block_actions-payload */
export function actionOf(element: Json, blockId: unknown, ts: string, choice: string | string[] | undefined): Json {
  const base = { type: element.type, action_id: element.action_id, block_id: blockId, action_ts: ts };
  if (element.type === 'button') {
    const { text, value, style, url } = element;
    return {
      ...base,
      text: { emoji: true, ...(isObject(text) ? text : {}) },
      ...(value === undefined ? {} : { value }),
      ...(style === undefined ? {} : { style }),
      ...(url === undefined ? {} : { url }),
    };
  }
  return { ...base, ...answered(element, choice) };
}

const optionOf = (element: Json, value: string): unknown => {
  const groups = Array.isArray(element.option_groups) ? element.option_groups.filter(isObject) : [];
  const options = [element, ...groups].flatMap((it) => (Array.isArray(it.options) ? it.options : []));
  const option = options.find((it: unknown) => isObject(it) && it.value === value);
  if (option === undefined) throw new Error(`${String(element.action_id)} has no option ${value}`);
  return option;
};

/** An element as it is answered, in `actions` and in `state.values`. */
export function answered(element: Json, choice: string | string[] | undefined): Json {
  const one = Array.isArray(choice) ? choice[0] : choice;
  const many = Array.isArray(choice) ? choice : choice === undefined || choice === '' ? [] : [choice];
  switch (element.type) {
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
      return { value: one === undefined || one === '' ? null : one };
    case 'datepicker':
      return { selected_date: one || null };
    case 'timepicker':
      return { selected_time: one || null };
    case 'static_select':
    case 'radio_buttons':
    case 'overflow':
      return { selected_option: one === undefined || one === '' ? null : optionOf(element, one) };
    case 'multi_static_select':
    case 'checkboxes':
      return { selected_options: many.map((it) => optionOf(element, it)) };
    case 'users_select':
      return { selected_user: one || null };
    case 'multi_users_select':
      return { selected_users: many };
    case 'conversations_select':
      return { selected_conversation: one || null };
    case 'multi_conversations_select':
      return { selected_conversations: many };
    case 'channels_select':
      return { selected_channel: one || null };
    case 'multi_channels_select':
      return { selected_channels: many };
    default:
      throw new Error(`nobody knows how to answer a ${String(element.type)}`);
  }
}

export function messagePress(scene: Scene, channel: SlackChannel, message: SlackMessage, action: Json): Json {
  const { world, team, user } = scene;
  const ephemeral = message.onlyFor !== null;
  return {
    type: 'block_actions',
    ...common(scene),
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: ephemeral,
      ...(message.threadTs === null ? {} : { thread_ts: message.threadTs }),
    },
    trigger_id: scene.triggers.issue(team.id, user.id),
    channel: { id: channel.id, name: channelName(channel) },
    ...(ephemeral ? {} : { message: messageJson(world, team, message) }),
    state: { values: {} },
    response_url: scene.responseUrls.issue('actions', { team, channel, user: user.id, message }),
    actions: [action],
  };
}

export function viewPress(scene: Scene, view: SlackView, action: Json): Json {
  return {
    type: 'block_actions',
    ...common(scene),
    container: { type: 'view', view_id: view.id },
    trigger_id: scene.triggers.issue(scene.team.id, scene.user.id),
    view: viewJson(scene.world, scene.team, view),
    actions: [action],
  };
}

/** @source docs.slack.dev/reference/interaction-payloads/view-interactions-payload */
export const viewSubmission = (scene: Scene, view: SlackView, state: Json): Json => ({
  type: 'view_submission',
  ...common(scene),
  trigger_id: scene.triggers.issue(scene.team.id, scene.user.id),
  view: viewJson(scene.world, scene.team, view, state),
  response_urls: [],
});

export const viewClosed = (scene: Scene, view: SlackView, cleared: boolean): Json => ({
  type: 'view_closed',
  ...common(scene),
  view: viewJson(scene.world, scene.team, view),
  is_cleared: cleared,
});

/** @source docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload */
export const messageShortcut = (
  scene: Scene,
  callbackId: string,
  channel: SlackChannel,
  message: SlackMessage,
): Json => ({
  type: 'message_action',
  ...common(scene),
  action_ts: scene.world.ids.ts(),
  callback_id: callbackId,
  trigger_id: scene.triggers.issue(scene.team.id, scene.user.id),
  response_url: scene.responseUrls.issue('app', { team: scene.team, channel, user: scene.user.id, message: null }),
  message_ts: message.ts,
  channel: { id: channel.id, name: channelName(channel) },
  message: messageJson(scene.world, scene.team, message),
});

export const globalShortcut = (scene: Scene, callbackId: string): Json => ({
  type: 'shortcut',
  ...common(scene),
  action_ts: scene.world.ids.ts(),
  callback_id: callbackId,
  trigger_id: scene.triggers.issue(scene.team.id, scene.user.id),
});

/** @source docs.slack.dev/interactivity/implementing-slash-commands; `<`, `>` and `&` come escaped */
export const slashCommand = (scene: Scene, channel: SlackChannel, command: string, text: string): Json => ({
  token: scene.world.app.verificationToken,
  team_id: scene.team.id,
  team_domain: scene.team.domain,
  ...(scene.team.enterprise
    ? { enterprise_id: scene.team.enterprise.id, enterprise_name: scene.team.enterprise.name }
    : {}),
  channel_id: channel.id,
  channel_name: channelName(channel),
  user_id: scene.user.id,
  user_name: scene.user.name,
  command,
  text: escapeText(text),
  api_app_id: scene.world.app.id,
  is_enterprise_install: String(orgWide(scene)),
  response_url: scene.responseUrls.issue('commands', {
    team: scene.team,
    channel,
    user: scene.user.id,
    message: null,
  }),
  trigger_id: scene.triggers.issue(scene.team.id, scene.user.id),
});
