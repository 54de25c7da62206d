import type { Method } from '../call.ts';

const authTest: Method = ({ world, team, token }) => ({
  url: `https://${team.domain}.slack.com/`,
  team: token.orgWide ? team.enterprise?.name : team.name,
  user: team.users.get(team.bot.userId)?.name,
  team_id: token.orgWide ? team.enterprise?.id : team.id,
  user_id: team.bot.userId,
  bot_id: team.bot.botId,
  ...(team.enterprise ? { enterprise_id: team.enterprise.id } : {}),
  is_enterprise_install: token.orgWide,
  ...(token.expiresAt === null ? {} : { expires_in: token.expiresAt - Math.floor(world.clock.now().getTime() / 1000) }),
});

const teamInfo: Method = ({ team }) => ({
  team: {
    id: team.id,
    name: team.name,
    domain: team.domain,
    email_domain: '',
    icon: { image_default: true },
    ...(team.enterprise ? { enterprise_id: team.enterprise.id, enterprise_name: team.enterprise.name } : {}),
  },
});

const authRevoke: Method = ({ args, token }) => {
  if (!args.flag('test')) token.state = 'revoked';
  return { revoked: !args.flag('test') };
};

export const teamMethods: Record<string, Method> = {
  'auth.test': authTest,
  'auth.revoke': authRevoke,
  'team.info': teamInfo,
};
