import { channelAddress, workspaceOf } from '../../adapters/teams/address.ts';
import { PATHS } from '../../adapters/teams/config.ts';
import { createTeamsPlatform } from '../../adapters/teams/index.ts';
import { createReferences } from '../../adapters/teams/references.ts';
import { startTeams } from '../support/teams/start-teams.ts';
import { benchChat } from './bench-chat.ts';
import type { OpenChat } from './benched-chat.ts';
import { prepared } from './chat-load.ts';
import { startServerProcess } from './server-process.ts';

const SECRET = 'the-secret-of-the-bot';

const openTeams: OpenChat = async (people, channels) => {
  const teams = await startTeams({
    secret: SECRET,
    people: people.map((key) => ({ key, name: key })),
    teams: [{ key: 'bench', channels }],
  });
  const { world, serviceUrl, openIdMetadataUrl } = teams;
  const { tenantId, appId } = world;
  const token = await teams.botToken(SECRET);
  const conversations = [...world.conversations.values()].filter(({ kind }) => kind === 'channel').map(({ id }) => id);
  return {
    workspaceId: workspaceOf(tenantId),
    channels: conversations.map((id) => channelAddress(tenantId, id)),
    settings: (databaseUrl) => ({
      DATABASE_URL: databaseUrl,
      MICROSOFT_APP_ID: appId,
      MICROSOFT_APP_TENANT_ID: tenantId,
      MICROSOFT_APP_PASSWORD: SECRET,
      LOG_LEVEL: 'error',
    }),
    startPorras: (role, settings) =>
      startServerProcess(
        ['test/load/porras-for-teams.ts', role, openIdMetadataUrl, token],
        { ready: '/readyz', events: PATHS[0] },
        settings,
      ),
    startBareBot: () =>
      startServerProcess(['test/load/bare-botbuilder.ts', appId, openIdMetadataUrl, token], {
        ready: '/',
        events: PATHS[0],
      }),
    async connect({ config, store, clock }) {
      const references = createReferences(store.conversations, clock);
      for (const conversationId of conversations) {
        const id = channelAddress(tenantId, conversationId);
        await references.keep({ id, tenantId, serviceUrl, conversationId });
      }
      return createTeamsPlatform({ config: config.teams!, store, clock, token: async () => token });
    },
    prepare(texts) {
      // One for all: to sign takes long, and neither bot remembers which tokens it has checked.
      const authorization = `Bearer ${teams.tokens.make()}`;
      return texts.map((text, index) => {
        const activity = teams.as(people[index % people.length]!).compose(text, { in: conversations[0]! });
        return prepared(JSON.stringify(activity), { authorization });
      });
    },
    posted: () =>
      teams.calls.flatMap(({ method, path, status, at }) =>
        method === 'POST' && path.endsWith('/activities') && status === 201 ? [at] : [],
      ),
    setLimited: (on) => teams.setLimited(on),
    // They are for each conversation, and one message is within all of them.
    forcedSeconds: () => 0,
    close: () => teams.close(),
  };
};

/**
 * Porras in Teams beside the echo bot of Microsoft's samples: see `bench-chat.ts`. Both check the same tokens. Before it
 * answers Teams, Porras has stored what it heard and has said nothing; the bare bot has said what it heard, which the
 * Connector took, and keeps nothing.
 */
export const benchTeams = (): Promise<object> => benchChat(openTeams);
