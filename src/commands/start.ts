import { readConfig } from '../config.ts';
import { InputError } from '../errors.ts';
import { startServer } from '../http/server.ts';
import { type Role, run } from '../main.ts';
import type { ChatPlatform } from '../ports/chat-platform.ts';
import { untilStopped } from './until-stopped.ts';

/** Chat platforms by what configures them. Slack and Teams are added here as their adapters arrive. */
const PLATFORMS: readonly { name: string; connect: () => ChatPlatform | null }[] = [];

/** `porras start`: serves the platforms that are configured. The demo's chat page is not one: on it anyone can be anyone. */
export async function start({ role }: { role: string }): Promise<string> {
  if (role !== 'web' && role !== 'worker' && role !== 'all')
    throw new InputError('--role', `"${role}" is not a role; it is web, worker or all`);
  const config = readConfig();
  const platforms = PLATFORMS.flatMap((each) => each.connect() ?? []);
  if (platforms.length === 0) {
    throw new InputError(
      'start',
      'no chat platform is configured, so there would be nobody to talk to. This version connects none yet (Slack and Microsoft Teams are to come); to see Porras at work, run `npm run demo`',
    );
  }
  const running = await run({ config, role: role as Role, platforms: () => platforms });
  const server = await startServer({ port: config.port, host: config.host, routes: [], ready: running.ready });
  await untilStopped();
  await server.stop();
  await running.stop();
  return 'Stopped.';
}
