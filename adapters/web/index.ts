import { fileURLToPath } from 'node:url';
import { CAPABILITIES, type Capability, type ChatPlatform } from '../../src/ports/chat-platform.ts';
import { type Clock, systemClock } from '../../src/ports/clock.ts';
import type { ReadBoard } from '../../src/ports/board-view.ts';
import { PLATFORM } from './address.ts';
import type { ChatLog, PictureShelf } from './chat-log.ts';
import type { Hono } from './client.ts';
import { createDirectory, type WebChannel, type WebPerson } from './directory.ts';
import { createInbound } from './inbound.ts';
import { createLive } from './live.ts';
import { createMemoryPictureShelf } from './memory-chat-log.ts';
import { createOutbound } from './outbound.ts';
import { createRoom } from './room.ts';
import { createRoutes } from './routes.ts';

export { encode as webAddress } from './address.ts';
export type { ChatLog, ChatRow, PictureShelf } from './chat-log.ts';
export type { WebChannel, WebPerson } from './directory.ts';
export { createMemoryChatLog, createMemoryPictureShelf } from './memory-chat-log.ts';

export interface WebPlatformOptions {
  log: ChatLog;
  pictures?: PictureShelf;
  people: readonly WebPerson[];
  channels: readonly WebChannel[];
  workspaceId?: string;
  /** Where the page is opened, without a slash at the end; permalinks begin with it. */
  baseUrl?: string;
  board?: ReadBoard;
  clock?: Clock;
  /** The folder of the built page. */
  pageDir?: string;
  /** Told of what went wrong in a request. */
  onError?: (thrown: unknown) => void;
}

/** The built-in chat page: on this machine only, without a login, for trying Porras. */
export interface WebPlatform extends ChatPlatform {
  readonly workspaceId: string;
  /** To be given to `startServer`. */
  readonly routes: Hono;
  /** Tells the open pages to read the board again. */
  notifyBoardChanged(): void;
}

/** All but a home, what a directory would know of people, and views: a message is the same for everybody. */
export const WEB_CAPABILITIES: readonly Capability[] = CAPABILITIES.filter(
  (each) => each !== 'home' && each !== 'profile' && each !== 'views',
);

const PAGE_DIR = fileURLToPath(new URL('../../dist/web', import.meta.url));

export function createWebPlatform(options: WebPlatformOptions): WebPlatform {
  const { log, clock = systemClock, pictures = createMemoryPictureShelf(), workspaceId = PLATFORM } = options;
  const live = createLive();
  const room = createRoom({ directory: createDirectory(options.people, options.channels), log, live, clock });
  const inbound = createInbound(room, workspaceId);
  const outbound = createOutbound(room, pictures, {
    baseUrl: options.baseUrl ?? 'http://localhost:3000',
    workspaceId,
  });
  const capabilities = new Set(WEB_CAPABILITIES);
  return {
    name: PLATFORM,
    workspaceId,
    capabilities: () => capabilities,
    start: (sink) => inbound.open(sink),
    async stop() {
      inbound.close();
      live.end();
    },
    ...outbound,
    routes: createRoutes({
      room,
      inbound,
      pictures,
      board: options.board ?? (async () => null),
      members: outbound.members,
      pageDir: options.pageDir ?? PAGE_DIR,
      onError: options.onError ?? (() => undefined),
    }),
    notifyBoardChanged: () => live.tell(() => ({ event: 'board-changed', data: null })),
  };
}
