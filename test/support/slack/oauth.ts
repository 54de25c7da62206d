import { Args } from './args.ts';
import { grantToken } from './seeds.ts';
import { SlackError } from './slack-error.ts';
import { type Json, type SlackTeam, type SlackToken, type SlackWorld, seconds } from './world.ts';

export interface Consent {
  team: string;
  /** Who agrees; the first administrator, else the first user. */
  user?: string;
  /** For the whole organization of the team. */
  orgWide?: boolean;
  deny?: boolean;
}

interface Code {
  team: SlackTeam;
  user: string;
  orgWide: boolean;
  scopes: string[];
  redirectUri: string;
  at: number;
  used: boolean;
}

export interface OAuth {
  /** The person who reads Slack's consent page at `url` presses a button. @returns where Slack sends them next */
  consent(url: string, choice: Consent): string;
  access(header: string | undefined, args: Args): Json;
}

/** @source docs.slack.dev/authentication/installing-with-oauth: a code is good for ten minutes */
const CODE_LIFETIME_S = 600;

export function installerOf(team: SlackTeam): string {
  const users = [...team.users.values()].filter((it) => !it.isBot && !it.deleted);
  return (users.find((it) => it.isAdmin) ?? users[0])?.id ?? team.bot.userId;
}

export function createOAuth(world: SlackWorld): OAuth {
  const codes = new Map<string, Code>();

  function checkClient(header: string | undefined, args: Args): void {
    const [id, secret] = header?.startsWith('Basic ')
      ? Buffer.from(header.slice(6), 'base64').toString().split(':')
      : [args.text('client_id'), args.text('client_secret')];
    if (id !== world.app.clientId) throw new SlackError('invalid_client_id');
    if (secret !== world.app.clientSecret) throw new SlackError('bad_client_secret');
  }

  function answer(team: SlackTeam, token: SlackToken, user: string): Json {
    return {
      app_id: world.app.id,
      authed_user: { id: user },
      scope: token.scopes.join(','),
      token_type: 'bot',
      access_token: token.value,
      bot_user_id: team.bot.userId,
      ...(token.refreshToken === null
        ? {}
        : { refresh_token: token.refreshToken, expires_in: (token.expiresAt ?? 0) - seconds(world) }),
      team: token.orgWide ? null : { id: team.id, name: team.name },
      enterprise: team.enterprise,
      is_enterprise_install: token.orgWide,
    };
  }

  function exchange(args: Args): Json {
    const code = codes.get(args.text('code'));
    if (!code || seconds(world) - code.at > CODE_LIFETIME_S) throw new SlackError('invalid_code');
    if (code.used) throw new SlackError('code_already_used');
    if (args.has('redirect_uri') && args.text('redirect_uri') !== code.redirectUri) {
      throw new SlackError('bad_redirect_uri');
    }
    code.used = true;
    const owner = code.orgWide ? (code.team.enterprise?.id ?? code.team.id) : code.team.id;
    const bot = code.team.users.get(code.team.bot.userId);
    if (bot) bot.deleted = false;
    return answer(code.team, grantToken(world, owner, { scopes: code.scopes, orgWide: code.orgWide }), code.user);
  }

  /** A refresh token is good once; the access token that went with it stays good until it expires. */
  function refresh(args: Args): Json {
    const old = [...world.tokens.values()].find((it) => it.refreshToken === args.text('refresh_token'));
    if (!old || old.state !== 'good') throw new SlackError('invalid_refresh_token');
    old.refreshToken = null;
    const next = grantToken(world, old.owner, { scopes: old.scopes, orgWide: old.orgWide });
    const team = [...world.teams.values()].find((it) => it.id === old.owner || it.enterprise?.id === old.owner);
    if (!team) throw new SlackError('invalid_refresh_token');
    return answer(team, next, installerOf(team));
  }

  return {
    consent(url, choice) {
      const asked = new URL(url, world.url).searchParams;
      const team = world.teams.get(choice.team);
      if (!team) throw new Error(`no team ${choice.team} in this Slack`);
      if (asked.get('client_id') !== world.app.clientId) throw new SlackError('invalid_client_id');
      const redirectUri = asked.get('redirect_uri') ?? world.app.redirectUris?.[0] ?? '';
      const allowed = world.app.redirectUris;
      if (!URL.canParse(redirectUri) || (allowed && !allowed.some((it) => redirectUri.startsWith(it)))) {
        throw new SlackError('bad_redirect_uri');
      }
      const back = new URL(redirectUri);
      if (choice.deny) back.searchParams.set('error', 'access_denied');
      else {
        const code = `${world.ids.next('')}.${world.ids.next('')}`;
        codes.set(code, {
          team,
          user: choice.user ?? installerOf(team),
          orgWide: (choice.orgWide ?? false) && team.enterprise !== null,
          scopes: (asked.get('scope') ?? '').split(/[ ,]+/).filter((it) => it !== ''),
          redirectUri,
          at: seconds(world),
          used: false,
        });
        back.searchParams.set('code', code);
      }
      const state = asked.get('state');
      if (state !== null) back.searchParams.set('state', state);
      return back.href;
    },
    access(header, args) {
      checkClient(header, args);
      return args.text('grant_type') === 'refresh_token' ? refresh(args) : exchange(args);
    },
  };
}

/** The page that a browser gets: one link a team, or straight back when `team` says which. */
export function consentPage(world: SlackWorld, oauth: OAuth, url: URL): { redirect: string } | { html: string } {
  const wanted = url.searchParams.get('team') || (world.teams.size === 1 ? [...world.teams.keys()][0] : undefined);
  if (wanted !== undefined && world.teams.has(wanted)) return { redirect: oauth.consent(url.href, { team: wanted }) };
  const links = [...world.teams.values()].map((team) => {
    const link = new URL(url);
    link.searchParams.set('team', team.id);
    return `<li><a href="${link.pathname}${link.search.replaceAll('&', '&amp;')}">Allow in ${team.name}</a></li>`;
  });
  return { html: `<!doctype html><title>${world.app.name} asks for access</title><ul>${links.join('')}</ul>` };
}
