import { createTeamsPlatform, type TeamsPlatform } from '../../adapters/teams/index.ts';
import { untilStopped } from '../../src/commands/until-stopped.ts';
import { readConfig } from '../../src/config.ts';
import { startServer } from '../../src/http/server.ts';
import { run } from '../../src/main.ts';

/** `porras start` for a Teams of ours, whose keys and tokens are not Microsoft's: Porras has no settings for those. */
const [role, openIdMetadataUrl = '', token = ''] = process.argv.slice(2);
const config = readConfig();
const platforms: TeamsPlatform[] = [];
const running = await run({
  config,
  role: role === 'worker' ? role : 'web',
  platforms({ store, clock }) {
    platforms.push(
      createTeamsPlatform({ config: { ...config.teams!, openIdMetadataUrl }, store, clock, token: async () => token }),
    );
    return platforms;
  },
});
const server = await startServer({
  port: config.port,
  host: config.host,
  routes: role === 'worker' ? [] : platforms.map(({ routes }) => routes),
  ready: running.ready,
});
await untilStopped();
await server.stop();
await running.stop();
