import type { Config } from '../../src/config.ts';
import type { Address } from '../../src/domain/inquiry.ts';
import type { ChatPlatform } from '../../src/ports/chat-platform.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Store } from '../../src/ports/store.ts';
import type { Prepared } from './chat-load.ts';
import type { ServerProcess } from './server-process.ts';

/** Opens one with these people and channels, by their names. */
export type OpenChat = (people: readonly string[], channels: readonly string[]) => Promise<BenchedChat>;

/** A chat platform of ours, as `bench-chat.ts` needs it: one workspace, Porras in it, and a bare bot to hold it beside. */
export interface BenchedChat {
  workspaceId: Address;
  /** The inquiry is in the first. */
  channels: readonly Address[];
  /** The settings by which Porras knows it and its own database. */
  settings(databaseUrl: string): Record<string, string>;
  /** `porras start`, in a process of its own. */
  startPorras(role: 'web' | 'worker', settings: Record<string, string>): Promise<ServerProcess>;
  startBareBot(): Promise<ServerProcess>;
  /** Porras's adapter, in this process, once it has heard of every channel. */
  connect(around: { config: Config; store: Store; clock: Clock }): ChatPlatform | Promise<ChatPlatform>;
  /** New messages in the first channel, from everyone in turn, as the platform tells bots of them. */
  prepare(texts: readonly string[]): Prepared[];
  /** When each message was posted that the platform took. */
  posted(): Date[];
  /** Whether it refuses what is beyond its limits. */
  setLimited(on: boolean): void;
  /** How long its limits put off the last of messages to so many channels, one in each. */
  forcedSeconds(channels: number): number;
  close(): Promise<void>;
}
