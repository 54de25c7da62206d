import { messageOf } from '../../src/errors.ts';
import { benchCore } from './bench-core.ts';

const BENCHES: Record<string, () => Promise<object>> = { core: benchCore };

/** `npm run -s bench -- NAME`: one line of JSON, figures beside a baseline of the same run. */
const [name = ''] = process.argv.slice(2);
const bench = BENCHES[name];
if (!bench) {
  console.error(`bench: "${name}" is none of ${Object.keys(BENCHES).join(', ')}`);
  process.exitCode = 2;
} else {
  try {
    console.log(JSON.stringify(await bench()));
  } catch (thrown) {
    console.error(`bench ${name}: ${messageOf(thrown)}`);
    process.exitCode = 1;
  }
}
