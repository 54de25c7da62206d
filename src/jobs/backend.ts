import type { EventEmitter } from 'node:events';
import {
  type ConnectionOptions,
  createPostgresBackend,
  type Processor,
  Queue,
  type QueueOptions,
  runMigrations,
  Worker,
  type WorkerOptions,
} from 'bullmq';
import pg from 'pg';
import { messageOf, PorrasError } from '../errors.ts';
import type { QueueName } from './definitions.ts';

export interface BackendOptions {
  /** PostgreSQL, in which the queue lives in a schema of its own, unless there is a Redis. */
  databaseUrl: string;
  /** Redis 6.2 or later, with `appendonly yes` and `maxmemory-policy noeviction`. */
  redisUrl?: string | undefined;
  /** What keys in Redis begin with, where several share one. */
  redisPrefix?: string;
  /** Told when a connection is lost; it is made again by itself. */
  onError: (error: Error) => void;
}

/** Where jobs are kept. */
export interface Backend {
  kind: 'postgres' | 'redis';
  queue(name: QueueName): Queue;
  worker(name: QueueName, processor: Processor, options: Partial<WorkerOptions>): Worker;
  /** Close what was made from it first. */
  close(): Promise<void>;
}

/** The schema that is BullMQ's own. */
const SCHEMA = 'bullmq';

/** @throws PorrasError `queue-away` when it cannot be reached */
export async function openBackend(options: BackendOptions): Promise<Backend> {
  try {
    return options.redisUrl ? openRedis(options.redisUrl, options) : await openPostgres(options);
  } catch (cause) {
    throw new PorrasError('queue-away', `cannot open the queue (${messageOf(cause)}): check DATABASE_URL`, {
      retryable: true,
      cause,
    });
  }
}

async function openPostgres({ databaseUrl, onError }: BackendOptions): Promise<Backend> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await runMigrations(client, SCHEMA);
  } finally {
    await client.end();
  }
  // Each worker keeps one connection to be woken by.
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 16,
    keepAlive: true,
    options: `-c search_path=${SCHEMA}`,
  });
  pool.setMaxListeners(0);
  pool.on('error', onError);
  const base = { connection: pool } as unknown as QueueOptions;
  const factory = createPostgresBackend as never;
  return {
    kind: 'postgres',
    queue: (name) => withErrors(new Queue(name, base, factory), onError),
    worker: (name, processor, options) =>
      withErrors(new Worker(name, processor, { ...base, ...options } as WorkerOptions, factory), onError),
    close: () => pool.end(),
  };
}

function openRedis(url: string, { redisPrefix: prefix = 'porras', onError }: BackendOptions): Backend {
  // Whoever adds a job waits for the answer and hears at once that there is none; workers wait until Redis is back.
  const adding: ConnectionOptions = { url, maxRetriesPerRequest: 1, enableOfflineQueue: false };
  const working: ConnectionOptions = { url, maxRetriesPerRequest: null };
  return {
    kind: 'redis',
    queue: (name) => withErrors(new Queue(name, { connection: adding, prefix }), onError),
    worker: (name, processor, options) =>
      withErrors(new Worker(name, processor, { ...options, connection: working, prefix }), onError),
    close: async () => {},
  };
}

/** Without a listener, the loss of a connection would end the process. */
function withErrors<E extends EventEmitter>(emitter: E, onError: (error: Error) => void): E {
  emitter.on('error', onError);
  return emitter;
}
