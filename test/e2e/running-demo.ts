import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type RunningDemo, runDemo } from '../../src/commands/run-demo.ts';
import { createWebPlatform, type WebPlatform } from '../../adapters/web/index.ts';
import { type Config, readConfig } from '../../src/config.ts';
import { readBoard } from '../../src/flow/give-back/read-board.ts';
import { startServer } from '../../src/http/server.ts';
import { run } from '../../src/main.ts';
import { createStoredChatLog, createStoredPictureShelf } from '../../src/store/chat-log.ts';
import { PEOPLE } from './sample-chat.ts';
import type { Clock } from '../../src/ports/clock.ts';
import { freePort } from '../support/demo-process.ts';

export interface RunningChat {
  url: string;
  stop: () => Promise<void>;
}

/** The whole of Porras behind the chat page of a workspace in which nothing has been asked yet. */
export async function startEmptyChat(clock: Clock): Promise<RunningChat> {
  const { config, remove } = await freshConfig();
  let web: WebPlatform | null = null;
  const running = await run({
    config,
    role: 'all',
    clock,
    platforms: ({ store }) => {
      web = createWebPlatform({
        clock,
        log: createStoredChatLog(store),
        pictures: createStoredPictureShelf(store),
        people: PEOPLE,
        channels: [{ id: 'office', name: 'half-empty-office' }],
        board: async () => {
          const [inquiry] = await store.inquiries.find({ status: 'running' });
          return inquiry ? readBoard(running.flow, inquiry.id) : null;
        },
      });
      return [web];
    },
    changed: () => web?.notifyBoardChanged(),
  });
  const server = await startServer({ port: config.port, routes: [web!.routes] });
  return {
    url: server.url,
    async stop() {
      await server.stop();
      await running.stop();
      remove();
    },
  };
}

/** The demo in this process, on a database that goes with it. */
export async function startRunningDemo(clock: Clock): Promise<RunningDemo> {
  const { config, remove } = await freshConfig();
  const demo = await runDemo(config, clock);
  return {
    ...demo,
    async stop() {
      await demo.stop();
      remove();
    },
  };
}

/** A free port, and a folder for a database. */
export async function freshConfig(more: Record<string, string> = {}): Promise<{ config: Config; remove: () => void }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'porras-demo-'));
  // Where the test is root, the server runs as somebody else, who has to come to its folder.
  chmodSync(folder, 0o755);
  const env = { PORRAS_DATA_DIR: path.join(folder, 'pg'), PORT: String(await freePort()), LOG_LEVEL: 'warn', ...more };
  return { config: readConfig(env), remove: () => rmSync(folder, { recursive: true, force: true }) };
}
