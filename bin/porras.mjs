#!/usr/bin/env node
// Starts src/cli.ts with the Node that package.json pins, whatever Node runs this file: keep it to what Node 18 knows.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);

/** @returns the path of a file in a package that is installed for this project; null when it is not there. */
function installed(name, file) {
  try {
    const found = path.join(path.dirname(require.resolve(`${name}/package.json`)), file);
    return existsSync(found) ? found : null;
  } catch {
    return null;
  }
}

function fail(message) {
  console.error(`porras: ${message}`);
  process.exit(1);
}

const pinned = installed('node', path.join('bin', process.platform === 'win32' ? 'node.exe' : 'node'));
const isRecent = Number(process.versions.node.split('.')[0]) >= 24;
const node =
  pinned ?? (isRecent ? process.execPath : fail(`run "npm ci" in ${root} first: it brings the Node that Porras needs`));

// The database client is made from the schema; a fresh checkout, or one with a newer schema, has to make it.
const schema = path.join(root, 'prisma', 'schema.prisma');
const client = path.join(root, 'src', 'store', 'generated', 'client.ts');
if (!existsSync(client) || statSync(client).mtimeMs < statSync(schema).mtimeMs) {
  const prisma = installed('prisma', path.join('build', 'index.js')) ?? fail(`run "npm ci" in ${root} first`);
  const made = spawnSync(node, [prisma, 'generate'], { cwd: root, encoding: 'utf8' });
  if (made.status !== 0) fail(`the database client could not be made: ${made.stderr || made.stdout}`);
}

// npm runs scripts in the project's folder; paths are relative to where npm was called.
const byNpm = process.env.npm_lifecycle_event === 'porras' && process.cwd() === root;
const cwd = (byNpm && process.env.INIT_CWD) || process.cwd();

const child = spawn(node, [path.join(root, 'src', 'cli.ts'), ...process.argv.slice(2)], { cwd, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    // A terminal's Ctrl-C has reached the child already.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  });
}
child.on('error', (error) => fail(error.message));
child.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 143);
});
