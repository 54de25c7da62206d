import { PATHS } from './config.ts';
import { EVENTS, SCOPE_NAMES } from './scopes.ts';

export interface ManifestOptions {
  /** Where the world finds Porras, without a slash at the end; null for Socket Mode, which needs no such place. */
  publicUrl: string | null;
  /** Installed in many workspaces by its own page, or in one from the app's settings. */
  workspaces: 'one' | 'many';
}

/** The app as Slack is told of it. Source: https://docs.slack.dev/reference/app-manifest */
export function createManifest({ publicUrl, workspaces }: ManifestOptions) {
  const many = workspaces === 'many';
  const events = publicUrl === null ? {} : { request_url: `${publicUrl}${PATHS.events}` };
  const commands = publicUrl === null ? {} : { url: `${publicUrl}${PATHS.events}` };
  return {
    display_information: {
      name: 'Porras',
      description: 'Asks a group what works and what could be, and helps make something of it',
      long_description:
        'Porras is a facilitator that lives in a channel. Over days and weeks it asks appreciative questions, listens, gives everyone a chance to be heard, also in private, gathers what people say into themes, and gives the group a digest each week in which every sentence leads back to the words it came from. Then it helps to turn ideas into deeds. It hears only the channels that it was invited to, and what people write to it in private.',
      background_color: '#1f4d3a',
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'Porras', always_online: true },
      shortcuts: [
        {
          name: 'Add to the inquiry',
          type: 'message',
          callback_id: 'porras:add',
          description: 'Has this message count as a contribution to the inquiry',
        },
        {
          name: 'This builds on…',
          type: 'message',
          callback_id: 'porras:builds-on',
          description: 'Says which contribution this message builds on',
        },
      ],
      slash_commands: [
        {
          command: '/porras',
          ...commands,
          description: 'What Porras can do for you here; only you see the answer',
          usage_hint: 'help, new, connect CODE',
          should_escape: false,
        },
      ],
    },
    oauth_config: {
      ...(many && publicUrl !== null && { redirect_urls: [`${publicUrl}${PATHS.redirect}`] }),
      scopes: { bot: [...SCOPE_NAMES] },
    },
    settings: {
      event_subscriptions: { ...events, bot_events: [...EVENTS] },
      interactivity: { is_enabled: true, ...events },
      org_deploy_enabled: many,
      socket_mode_enabled: publicUrl === null,
      // A token that is copied into the settings cannot be renewed by anybody.
      token_rotation_enabled: many,
    },
  };
}
