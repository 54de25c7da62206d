import type { Args } from './args.ts';
import { type Announce, type Call, type Method, needScope } from './call.ts';
import { chatMethods } from './methods/chat.ts';
import { conversationMethods } from './methods/conversations.ts';
import { fileMethods } from './methods/files.ts';
import { reactionMethods } from './methods/reactions.ts';
import { teamMethods } from './methods/team.ts';
import { userMethods } from './methods/users.ts';
import { viewMethods } from './methods/views.ts';
import { METHOD_SCOPES } from './scopes.ts';
import { SlackError } from './slack-error.ts';
import type { Triggers } from './triggers.ts';
import type { Json, SlackTeam, SlackToken, SlackWorld } from './world.ts';

const METHODS: Record<string, Method> = {
  ...teamMethods,
  ...chatMethods,
  ...reactionMethods,
  ...conversationMethods,
  ...userMethods,
  ...viewMethods,
  ...fileMethods,
};

export interface WebApi {
  knows(method: string): boolean;
  /** Whose token it is; throws as Slack refuses. */
  authenticate(header: string | undefined, args: Args): { token: SlackToken; team: SlackTeam };
  run(method: string, args: Args, token: SlackToken, team: SlackTeam): Json;
}

/** The team that a call of an org-wide token is about: named, or the one that has what it names. */
function teamOfCall(world: SlackWorld, token: SlackToken, args: Args): SlackTeam {
  const only = world.teams.get(token.owner);
  if (only) return only;
  const own = [...world.teams.values()].filter((it) => it.enterprise?.id === token.owner);
  const named = own.find((it) => it.id === args.text('team_id'));
  if (named) return named;
  const things = ['channel', 'channel_id', 'user', 'user_id', 'users', 'trigger_id', 'view_id', 'file'].map((it) =>
    args.text(it),
  );
  const holding = own.find((team) =>
    things.some(
      (id) =>
        team.channels.has(id) ||
        team.users.has(id) ||
        team.files.has(id) ||
        [...team.modals.values()].flat().some((it) => it.id === id),
    ),
  );
  const team = holding ?? own[0];
  if (!team) throw new SlackError('team_not_found');
  return team;
}

export function createWebApi(world: SlackWorld, triggers: Triggers, announce: Announce): WebApi {
  return {
    knows: (method) => method in METHODS,
    authenticate(header, args) {
      const value = header?.replace(/^Bearer\s+/i, '') ?? args.text('token');
      if (value === '') throw new SlackError('not_authed');
      const token = world.tokens.get(value);
      if (!token) throw new SlackError('invalid_auth');
      if (token.state === 'revoked') throw new SlackError('token_revoked');
      if (token.state === 'inactive') throw new SlackError('account_inactive');
      if (token.expiresAt !== null && token.expiresAt * 1000 <= world.clock.now().getTime()) {
        throw new SlackError('token_expired');
      }
      return { token, team: teamOfCall(world, token, args) };
    },
    run(method, args, token, team) {
      const handler = METHODS[method];
      if (!handler) throw new SlackError('unknown_method', { req_method: method });
      const call: Call = { world, args, team, token, triggers, announce };
      const needed = METHOD_SCOPES[method];
      if (needed !== undefined) needScope(call, needed);
      return handler(call);
    },
  };
}
