import { runSafely } from '../src/commands/run-safely.ts';
import { runEval } from './run-eval.ts';

// npm runs scripts in the project's folder; paths are relative to where npm was called.
const from = process.env['INIT_CWD'] ?? process.cwd();
await runSafely(() => runEval(process.argv.slice(2), { from, tell: (line) => console.error(`eval: ${line}`) }));
