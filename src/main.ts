import { assembleFlow, loadParts, type Parts } from './assemble-flow.ts';
import { chooseAnalyst } from './choose-analyst.ts';
import type { Config } from './config.ts';
import type { Flow } from './flow/context.ts';
import { giveUpOnEvent } from './flow/handle-event.ts';
import { handlersOf } from './flow/handlers.ts';
import { receiveEvent } from './flow/receive-event.ts';
import { resumeAll } from './flow/sweep.ts';
import { openBackend } from './jobs/backend.ts';
import { createBullmqQueue } from './jobs/bullmq-queue.ts';
import { startWorkers } from './jobs/workers.ts';
import { createLog, type Log } from './log.ts';
import type { ChatPlatform } from './ports/chat-platform.ts';
import { type Clock, systemClock } from './ports/clock.ts';
import type { Store } from './ports/store.ts';
import { openStore } from './store/open-store.ts';
import { viewsOf } from './views-of.ts';

/** `web` takes events in and serves pages, `worker` runs jobs; `all` does both in one process. */
export type Role = 'web' | 'worker' | 'all';

export interface Setup {
  config: Config;
  role: Role;
  /** Makes the platforms once the store is open; every platform that is configured, whatever the role. */
  platforms: (around: { store: Store; clock: Clock; log: Log }) => ChatPlatform[] | Promise<ChatPlatform[]>;
  /** Runs when the database is open and before anything else does. */
  prepare?: (store: Store, parts: Parts) => Promise<void>;
  changed?: (inquiryId: string) => void;
  /** By default the machine's own. */
  clock?: Clock;
}

export interface Running {
  flow: Flow;
  log: Log;
  /** What answers when asked whether this process is ready for traffic; throws the reason when it is not. */
  ready: () => Promise<void>;
  stop: () => Promise<void>;
}

/** How often what a process that died left behind is looked for. */
const SWEEP = { pattern: '* * * * *', timeZone: 'UTC' };

/** The composition root: opens the store and the queue, wires the flow, and starts what the role asks for. */
export async function run(setup: Setup): Promise<Running> {
  const closers: Closer[] = [];
  const stop = async (): Promise<void> => {
    for (const close of closers.splice(0).toReversed()) await close();
  };
  try {
    return { ...(await begin(setup, closers)), stop };
  } catch (thrown) {
    await stop();
    throw thrown;
  }
}

type Closer = () => Promise<unknown>;

/** @param closers gets what ends each thing that was begun, in the order of their beginnings */
async function begin(setup: Setup, closers: Closer[]): Promise<Omit<Running, 'stop'>> {
  const { config, role, clock = systemClock } = setup;
  const log = createLog(config.logLevel);
  const parts = await loadParts();
  const opened = await openStore({ databaseUrl: config.databaseUrl, dataDir: config.dataDir });
  closers.push(() => opened.close());
  await setup.prepare?.(opened.store, parts);
  const onError = (error: Error) => log.warn({ code: error.name }, 'queue connection');
  const backend = await openBackend({ databaseUrl: opened.url, redisUrl: config.redisUrl, onError });
  closers.push(() => backend.close());
  const queue = await createBullmqQueue(backend, clock);
  closers.push(() => queue.close());
  // What a killed process was at is gone on with at once, rather than when its locks run out.
  if (opened.own) await queue.takeOver();
  const platforms = await setup.platforms({ store: opened.store, clock, log });
  const analyst = await chooseAnalyst({
    config: config.languageModel,
    lexical: parts.lexical,
    store: opened.store,
    clock: systemClock,
    onAway: (code) => log.warn({ code }, 'the language model could not be had; rules stand in'),
  });
  const flow = assembleFlow(
    parts,
    { store: opened.store, queue, clock, platforms },
    {
      analyst,
      changed: setup.changed ?? (() => undefined),
      warn: (what, ids) => log.warn(ids, what),
    },
  );
  const workers =
    role === 'web'
      ? null
      : await startWorkers(backend, handlersOf(flow), {
          onFailure: (failure) => log.warn(failure, 'job failed'),
          onGivenUp: async (job, error) => {
            if (job.name === 'handle-event') await giveUpOnEvent(flow, job.eventId, error);
          },
        });
  if (workers) closers.push(() => workers.close());
  if (role !== 'web') {
    await queue.schedule('sweep', SWEEP, { name: 'sweep' });
    await resumeAll(flow);
  }
  for (const platform of role === 'worker' ? [] : platforms) {
    await platform.start(receiveEvent(flow), viewsOf(flow));
    closers.push(() => platform.stop());
  }
  return {
    flow,
    log,
    ready: async () => void (await Promise.all([flow.store.workspaces.count({}), queue.counts()])),
  };
}
