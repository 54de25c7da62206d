import { afterEach, beforeEach, describe } from 'vitest';
import type { Capability } from '../../src/ports/chat-platform.ts';
import { inboundContract } from './chat-platform-inbound.ts';
import { createRecorder, type Harness, type Recorder } from './chat-platform-harness.ts';
import { outboundContract } from './chat-platform-outbound.ts';

export interface ContractOptions {
  name: string;
  make: () => Promise<Harness>;
  /** What this platform is expected to declare; what it does not declare must throw. */
  capabilities: readonly Capability[];
  /** Whether posting the same key twice leaves one message without looking with `findSent` first. */
  dedupesByKey: boolean;
  /** Teams does not say who is away, for one. */
  hidesAbsence?: boolean;
  /** Which events it has of those that not every platform has; the harness can make each of them happen. */
  happens?: readonly ('message-picked' | 'person-left' | 'channel-renamed' | 'channel-gone')[];
}

/** What each test gets: fresh, started before it and closed after it. */
export interface Bench {
  harness: Harness;
  recorder: Recorder;
}

/** The suite that every implementation of the `ChatPlatform` port passes. */
export function chatPlatformContract(options: ContractOptions): void {
  describe(`chat platform contract: ${options.name}`, () => {
    let bench: Bench;
    beforeEach(async () => {
      bench = { harness: await options.make(), recorder: createRecorder() };
      await bench.harness.platform.start(bench.recorder.sink, bench.recorder.viewOf);
    });
    afterEach(async () => {
      await bench.harness.platform.stop();
      await bench.harness.close();
    });
    outboundContract(options, () => bench);
    inboundContract(options, () => bench);
  });
}
