import { readConfig } from '../config.ts';
import { runDemo } from './run-demo.ts';
import { untilStopped } from './until-stopped.ts';

/** `porras demo`, on this machine only, until it is stopped. */
export async function demo(): Promise<string> {
  const config = readConfig();
  const running = await runDemo(config);
  console.log(`Porras is at ${running.url} (Ctrl+C stops it; what you write stays in ${config.dataDir})`);
  await untilStopped();
  await running.stop();
  return 'Stopped.';
}
