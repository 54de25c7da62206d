import { createWebPlatform, type WebPlatform } from '../../adapters/web/index.ts';
import type { Config } from '../config.ts';
import { addRound } from '../flow/ask/ask-extra.ts';
import { readBoard } from '../flow/give-back/read-board.ts';
import type { Flow } from '../flow/context.ts';
import { startServer } from '../http/server.ts';
import { run } from '../main.ts';
import { type Clock, systemClock } from '../ports/clock.ts';
import { createStoredChatLog, createStoredPictureShelf } from '../store/chat-log.ts';
import { CHANNEL, DEMO_INQUIRY, readSample, seedDemo } from '../replay/seed-demo.ts';
import { ensurePage } from './ensure-page.ts';

export interface RunningDemo {
  url: string;
  flow: Flow;
  stop(): Promise<void>;
}

/**
 * The sample inquiry already run, and the built-in chat to go on with.
 * @param clock what time it is in the demo; the sample's weeks end with the last Sunday before it
 */
export async function runDemo(config: Config, clock: Clock = systemClock): Promise<RunningDemo> {
  await ensurePage();
  const sample = await readSample();
  const baseUrl = `http://localhost:${config.port}`;
  let web: WebPlatform | null = null;
  const running = await run({
    config,
    role: 'all',
    clock,
    prepare: (store, parts) => seedDemo(store, parts, sample, { baseUrl, now: clock.now() }),
    platforms: ({ store }) => {
      web = createWebPlatform({
        clock,
        log: createStoredChatLog(store),
        pictures: createStoredPictureShelf(store),
        people: sample.people.map(({ id, name, role, unit, lang }) => ({ id, name: name ?? id, role, unit, lang })),
        channels: [CHANNEL],
        baseUrl,
        board: () => readBoard(running.flow, DEMO_INQUIRY),
        onError: () => running.log.warn('a request failed'),
      });
      return [web];
    },
    changed: () => web?.notifyBoardChanged(),
  });
  await askSomething(running.flow);
  // Anyone can be anyone on this page, so it is served on loopback whatever HOST says.
  const server = await startServer({
    port: config.port,
    host: '127.0.0.1',
    routes: [web!.routes],
    ready: running.ready,
  });
  return {
    url: server.url,
    flow: running.flow,
    async stop() {
      await server.stop();
      await running.stop();
    },
  };
}

/** The sample's own rounds are over: one more question is open, so that the talk can go on. */
async function askSomething(flow: Flow): Promise<void> {
  const inquiry = await flow.store.inquiries.get(DEMO_INQUIRY);
  // One that is planned was being asked when a process died: it goes on by itself.
  const open = await flow.store.rounds.count({ inquiryId: DEMO_INQUIRY, status: ['planned', 'open'] });
  if (!inquiry || inquiry.status !== 'running' || open > 0) return;
  const asked = await flow.store.rounds.find({ inquiryId: DEMO_INQUIRY });
  const used = new Set(asked.flatMap((round) => round.questionIds));
  const reflection =
    flow.content.programmes.get('weekly-reflection')?.rounds.flatMap((round) => round.questions[0] ?? []) ?? [];
  const question = reflection.find((id) => !used.has(id)) ?? reflection[0];
  if (question)
    await addRound(flow, inquiry, { ownText: null, questionIds: [question], days: 5, cause: `demo-${asked.length}` });
}
