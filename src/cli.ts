import { Command } from 'commander';
import { runSafely } from './commands/run-safely.ts';

// Each command loads only what it needs: `--help` should not start a database client.
const porras = new Command('porras').description("A facilitator that lives in a team's chat").showHelpAfterError();

porras
  .command('replay')
  .description('run a whole inquiry on a virtual clock over a transcript; sends nothing')
  .requiredOption('--input <path>', 'transcript: JSONL, a Slack export (folder or zip), or a Teams export (JSON)')
  .requiredOption(
    '--people <file>',
    'people: CSV or JSON with id, role, unit, lang, and if wanted timezone, absent, name',
  )
  .requiredOption('--programme <id>', 'a programme of prompts/programmes')
  .requiredOption('--model <id>', 'a model of prompts/models')
  .requiredOption('--start <date>', 'first day of the inquiry, YYYY-MM-DD; a Monday fits best')
  .requiredOption('--out <folder>', 'where to write')
  .option('--analyst <name>', 'lexical, or llm where a language model is configured', 'lexical')
  .option('--lang <lang>', "the inquiry's language: fi, sv or en; by default the one that most people have")
  .option('--topic <text>', 'what the inquiry is about; by default the name of the programme')
  .option('--timezone <zone>', 'time zone of the inquiry; by default the one that most people have')
  .option('--channel <name>', 'which channel of an export that holds several')
  .action((options) => runSafely(async () => (await import('./commands/replay.ts')).replay(options)));

porras
  .command('analyse')
  .description('only label a transcript')
  .requiredOption('--input <path>', 'as for replay')
  .requiredOption('--model <id|file>', 'a model of prompts/models, or a YAML file')
  .requiredOption('--out <file>', 'where to write the labelled contributions (JSONL)')
  .option('--analyst <name>', 'lexical, or llm where a language model is configured', 'lexical')
  .option('--lang <lang>', 'language of names and reasons: fi, sv or en; by default the most common one')
  .option('--channel <name>', 'which channel of an export that holds several')
  .action((options) => runSafely(async () => (await import('./commands/analyse.ts')).analyse(options)));

porras
  .command('demo')
  .description('the embedded default with a sample inquiry and a chat page, on this machine only')
  .action(() => runSafely(async () => (await import('./commands/demo.ts')).demo()));

porras
  .command('doctor')
  .description('check every setting and connection, and say how to mend what is wrong')
  .action(() => runSafely(async () => (await import('./commands/doctor.ts')).doctor()));

porras
  .command('start')
  .description('serve the chat platforms that are configured')
  .option('--role <role>', 'web, worker or all', 'all')
  .action((options) => runSafely(async () => (await import('./commands/start.ts')).start(options)));

porras
  .command('manifest <platform>')
  .description('print the manifest of the app that a platform wants: slack or teams')
  .option(
    '--out <file>',
    'write it there instead: for slack JSON, or YAML where the name ends so; for teams the app package (zip)',
  )
  .option('--url <address>', 'where the world finds Porras; without it and PORRAS_PUBLIC_URL: Socket Mode for slack')
  .option('--workspaces <one|many>', 'installed from the settings of the app, or by many at /slack/install')
  .action((platform, options) =>
    runSafely(async () => (await import('./commands/manifest.ts')).manifest(platform, options)),
  );

const instructions = porras.command('instructions').description('what a language model is told');
instructions
  .command('try <file>')
  .description('show the exact messages that would be sent, without sending them')
  .requiredOption('--input <path>', 'a transcript, as for replay')
  .option('--model <id>', 'a model of prompts/models', 'value-co-creation')
  .option('--step <key>', 'the step, for instructions about one')
  .option('--lang <lang>', "the inquiry's language", 'en')
  .option('--names <list>', 'names of people, to see them masked')
  .action((file, options) =>
    runSafely(async () => (await import('./commands/try-instruction.ts')).tryInstruction(file, options)),
  );

await porras.parseAsync();
