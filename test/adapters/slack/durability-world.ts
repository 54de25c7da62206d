import { createSlackPlatform, type SlackPlatform } from '../../../adapters/slack/index.ts';
import { assembleFlow } from '../../../src/assemble-flow.ts';
import { DEFAULT_POLICY } from '../../../src/domain/inquiry.ts';
import type { Flow } from '../../../src/flow/context.ts';
import { handlersOf } from '../../../src/flow/handlers.ts';
import { receiveEvent } from '../../../src/flow/receive-event.ts';
import { beginInquiry } from '../../../src/flow/facilitate/start-inquiry.ts';
import { resumeAll } from '../../../src/flow/sweep.ts';
import { createHolidays } from '../../../src/holidays.ts';
import { startServer } from '../../../src/http/server.ts';
import { createVirtualClock, type VirtualClock } from '../../../src/jobs/virtual-clock.ts';
import { createVirtualQueue } from '../../../src/jobs/virtual-queue.ts';
import type { EventSink } from '../../../src/ports/chat-platform.ts';
import type { Store } from '../../../src/ports/store.ts';
import { createMemoryStore } from '../../../src/store/memory-store.ts';
import { createFaults, type Faults } from '../../flow/support/faults.ts';
import { createScriptedAnalyst } from '../../flow/support/scripted-analyst.ts';
import { content, local, START, ZONE } from '../../flow/world.ts';
import { type Slack, startSlack } from '../../support/slack/start-slack.ts';
import { addressOf, CHANNEL, configFor, createFastTimer, storeInstallation, TEAM } from './contract-harness.ts';

/** Where Porras is too; nobody inquires there. In `T666` it is not. */
export const OTHER_TEAM = 'T2';

/** A process of Porras: its adapter, its queue and its memory. What is stored is not its own. */
export interface Process {
  platform: SlackPlatform;
  flow: Flow;
  /** Of its store, as it sees it, and of its queue. */
  storeFaults: Faults;
  queueFaults: Faults;
  /** Codes of what people asked for and could not have, and ids of what else went wrong. */
  refusals: string[];
  warnings: string[];
  /** What the adapter told an operator. */
  logged: string[];
  /** Runs what is due now, or until a local time. */
  run(until?: string): Promise<void>;
  /** As `run`, once everything has been told, and until all that came of it has been too. */
  settle(until?: string): Promise<void>;
  /** Ends it where it stands: its connections are cut, and nothing that it still does has an effect. */
  kill(): Promise<void>;
}

export interface DurableWorld {
  slack: Slack;
  store: Store;
  clock: VirtualClock;
  /** Starts a process and connects it. `around` stands between the adapter and the flow. */
  start(around?: (receive: EventSink, process: Process) => EventSink): Promise<Process>;
  /** Every row of every table. */
  rows(): Promise<Record<string, object[]>>;
  close(): Promise<void>;
}

/** An inquiry whose first question is open, in a Slack of ours; nobody of Porras runs yet. */
export async function openDurableWorld({ socket = false } = {}): Promise<DurableWorld> {
  const words = await content();
  const clock = createVirtualClock(local(`${START} 06:00`));
  const store = createMemoryStore();
  const slack = await startSlack({
    clock,
    teams: [
      {
        id: TEAM,
        users: ['maija', 'pekka', 'sofia', 'outi'].map((name) => ({ name, real_name: name, locale: 'en-GB' })),
        channels: [{ id: CHANNEL, name: 'kehitys', members: ['maija', 'pekka', 'sofia', 'porras'] }],
      },
      { id: OTHER_TEAM, users: [{ name: 'eve', locale: 'en-GB' }] },
      { id: 'T666' },
    ],
  });
  for (const team of [TEAM, OTHER_TEAM]) await storeInstallation(slack, store, clock, { team });
  if (socket) await slack.connectSocket();
  const running = new Set<Process>();

  async function start(around: (receive: EventSink, process: Process) => EventSink = (receive) => receive) {
    const [storeFaults, queueFaults] = [createFaults(), createFaults()];
    const seen = storeFaults.store(store);
    const [refusals, warnings, logged]: string[][] = [[], [], []];
    const config = { ...configFor(slack), ...(socket && { signingSecret: null, appToken: slack.app.appToken }) };
    const platform = createSlackPlatform({
      store: seen,
      clock,
      timer: createFastTimer(),
      config,
      log: (what, ids) => logged?.push(`${what} ${JSON.stringify(ids)}`),
    });
    const queue = createVirtualQueue(clock);
    const flow = assembleFlow(
      { content: words, lexical: createScriptedAnalyst() },
      { store: seen, queue: queueFaults.queue(queue), clock, platforms: [storeFaults.platform(platform)] },
      {
        painter: { paint: async () => new TextEncoder().encode('stairs') },
        isHoliday: createHolidays(),
        warn: (what, ids) =>
          what === 'refused' ? refusals?.push(ids['code'] ?? '') : warnings?.push(`${what} ${JSON.stringify(ids)}`),
      },
    );
    queue.handlers = handlersOf(flow);
    const server = await startServer({ port: 0, routes: [platform.routes], graceMs: 0 });
    const process: Process = {
      platform,
      flow,
      storeFaults,
      queueFaults,
      refusals: refusals ?? [],
      warnings: warnings ?? [],
      logged: logged ?? [],
      run: (until) => queue.advanceTo(until === undefined ? clock.now() : local(until)),
      async settle(until) {
        await slack.settled();
        await process.run(until);
        await slack.settled();
      },
      async kill() {
        running.delete(process);
        storeFaults.dead = true;
        queueFaults.dead = true;
        await platform.stop();
        await server.stop();
      },
    };
    running.add(process);
    await platform.start(around(receiveEvent(flow), process));
    if (socket) await slack.sockets.connected();
    else await slack.connectHttp({ url: `${server.url}/slack/events` });
    await resumeAll(flow);
    return process;
  }

  await begin(await start());
  return {
    slack,
    store,
    clock,
    start,
    async rows() {
      const all: Record<string, object[]> = {};
      for (const [name, table] of Object.entries(store))
        if (typeof table !== 'function') all[name] = await (table as Store['events']).find({});
      return all;
    },
    async close() {
      for (const process of running) await process.kill();
      await slack.close();
    },
  };

  /** Begins the inquiry, opens its first question, and ends the process that did. */
  async function begin(process: Process): Promise<void> {
    const person = (name: string): string => addressOf(slack.team(TEAM).users[name] ?? '');
    const inquiry = {
      id: 'inquiry',
      workspaceId: `slack:${TEAM}`,
      channels: [addressOf(CHANNEL)],
      topic: 'Our shared work',
      language: 'en' as const,
      timeZone: ZONE,
      modelId: 'value-co-creation',
      programmeId: 'weekly-reflection',
      startsOn: START,
      status: 'draft' as const,
      facilitators: [person('sofia')],
      roles: { leader: [], supervisor: [], stakeholder: [] },
      policy: DEFAULT_POLICY,
      createdAt: clock.now(),
      closedAt: null,
    };
    await process.flow.store.inquiries.insert(inquiry);
    await beginInquiry(process.flow, inquiry);
    await process.settle(`${START} 10:00`);
    await process.kill();
  }
}
