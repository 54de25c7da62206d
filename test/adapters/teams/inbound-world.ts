import { createTeamsPlatform, type TeamsConfig, type TeamsPlatform } from '../../../adapters/teams/index.ts';
import { type RunningServer, startServer } from '../../../src/http/server.ts';
import type { ViewOf } from '../../../src/ports/chat-platform.ts';
import type { Store } from '../../../src/ports/store.ts';
import { createMemoryStore } from '../../../src/store/memory-store.ts';
import { createRecorder, type Recorder } from '../../contract/chat-platform-harness.ts';
import { startTeams, type Teams, type TeamsOptions } from '../../support/teams/start-teams.ts';

export interface World {
  teams: Teams;
  platform: TeamsPlatform;
  server: RunningServer;
  store: Store;
  recorder: Recorder;
  /** What an operator was told. */
  logged: string[];
  close(): Promise<void>;
}

const SECRET = 'the-secret-of-the-bot';

/** Porras's Teams adapter on its own server, before a Teams of ours. */
export async function startWorld(
  options: TeamsOptions & { config?: Partial<TeamsConfig>; viewOf?: ViewOf } = {},
): Promise<World> {
  const teams = await startTeams({ secret: SECRET, ...options });
  const store = createMemoryStore();
  const recorder = createRecorder();
  const logged: string[] = [];
  const platform = createTeamsPlatform({
    store,
    log: (what, ids) => logged.push(`${what} ${JSON.stringify(ids)}`),
    token: () => tokenFrom(teams),
    config: {
      appId: teams.world.appId,
      appPassword: SECRET,
      appType: 'SingleTenant',
      tenantId: teams.world.tenantId,
      openForDevelopment: false,
      publicUrl: null,
      openIdMetadataUrl: teams.openIdMetadataUrl,
      ...options.config,
    },
  });
  const server = await startServer({ port: 0, routes: [platform.routes] });
  await platform.start(recorder.sink, options.viewOf ?? recorder.viewOf);
  teams.deliverer.endpoint = `http://127.0.0.1:${server.port}/teams/messages`;
  return {
    teams,
    platform,
    server,
    store,
    recorder,
    logged,
    async close() {
      await platform.stop();
      await server.stop();
      await teams.close();
    },
  };
}

async function tokenFrom({ loginUrl, world }: Teams): Promise<string> {
  const body = new URLSearchParams({ client_id: world.appId, client_secret: SECRET });
  const answer = await fetch(`${loginUrl}/${world.tenantId}/oauth2/v2.0/token`, { method: 'POST', body });
  return ((await answer.json()) as { access_token: string }).access_token;
}
