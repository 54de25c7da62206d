import { createTeamsPlatform } from '../../../adapters/teams/index.ts';
import type { Flow } from '../../../src/flow/context.ts';
import { startServer } from '../../../src/http/server.ts';
import { run } from '../../../src/main.ts';
import { fitPicture } from '../../../src/picture/fit-picture.ts';
import type { Clock } from '../../../src/ports/clock.ts';
import { freshConfig } from '../running-demo.ts';

export interface RunningTeams {
  /** Where Teams is to send what happens. */
  endpoint: string;
  flow: Flow;
  /** What an operator would read in the log. */
  logged: string[];
  stop(): Promise<void>;
}

/** The whole of Porras for Teams, as `PORRAS_TEAMS_OPEN=1 porras start` runs it, on a database that goes with it. */
export async function startTeamsPorras(clock: Clock): Promise<RunningTeams> {
  const { config, remove } = await freshConfig({ PORRAS_TEAMS_OPEN: '1' });
  const logged: string[] = [];
  let platform: ReturnType<typeof createTeamsPlatform> | null = null;
  const running = await run({
    config,
    role: 'all',
    clock,
    platforms({ store }) {
      const log = (what: string, ids: Record<string, string>) => logged.push(`${what} ${JSON.stringify(ids)}`);
      platform = createTeamsPlatform({ config: config.teams!, store, clock, log, fit: fitPicture });
      return [platform];
    },
  });
  const server = await startServer({ port: config.port, routes: [platform!.routes], ready: running.ready });
  return {
    endpoint: `http://127.0.0.1:${server.port}/teams/messages`,
    flow: running.flow,
    logged,
    async stop() {
      await server.stop();
      await running.stop();
      remove();
    },
  };
}
