import { messageOf } from '../../src/errors.ts';
import { benchCore } from './bench-core.ts';
import { benchLlm } from './bench-llm.ts';
import { benchSlack } from './bench-slack.ts';
import { benchTeams } from './bench-teams.ts';

const BENCHES: Record<string, (args: string[]) => Promise<object>> = {
  core: benchCore,
  llm: benchLlm,
  slack: benchSlack,
  teams: benchTeams,
};

/** `npm run -s bench -- NAME`: one line of JSON, figures beside a baseline of the same run. */
const [name = '', ...args] = process.argv.slice(2);
const bench = BENCHES[name];
if (!bench) {
  console.error(`bench: "${name}" is none of ${Object.keys(BENCHES).join(', ')}`);
  process.exitCode = 2;
} else {
  try {
    console.log(JSON.stringify(await bench(args)));
  } catch (thrown) {
    console.error(`bench ${name}: ${messageOf(thrown)}`);
    process.exitCode = 1;
  }
}
