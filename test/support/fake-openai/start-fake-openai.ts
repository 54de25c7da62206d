import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { makeAnswer } from './answer.ts';
import { type Brain, defaultBrain } from './default-brain.ts';
import { type FakeRequest, readRequest } from './fake-request.ts';
import { asFault, type Chances, drawFaults, type Fault, type FaultKind } from './fault.ts';
import { type Abilities, ALL_ABILITIES, headersOf, lack, REFUSALS, type Refusal, refusal } from './refuse.ts';
import { chatChunks, chatCompletion } from './speak-chat.ts';
import { responseEvents, responseOf } from './speak-responses.ts';
import { createTally, type Tally } from './tally.ts';

export interface FakeOptions {
  /** What the model says; any value of the schema by default. */
  brain?: Brain;
  /** The only key that is let in; any if left out. */
  apiKey?: string;
  abilities?: Partial<Abilities>;
  /** How many of the last requests are kept. */
  keep?: number;
}

/** A request and what became of it. */
export interface Exchange {
  request: FakeRequest;
  fault: Fault | null;
  /** `aborted`: the client went away before it had the answer. */
  fate: 'pending' | 'answered' | 'refused' | 'broken' | 'aborted';
}

export interface FakeOpenAi {
  /** `http://127.0.0.1:PORT/v1` */
  baseUrl: string;
  setBrain(brain: Brain): void;
  /** What the next calls get, in order; null is a good answer. Goes before chances and `faultWhen`. */
  script(...faults: (FaultKind | Fault | null)[]): void;
  /** Faults by chance from now on; the same seed and order of calls give the same. */
  chance(chances: Chances, seed: number): void;
  /** A fault for the requests that it picks. */
  faultWhen(pick: (request: FakeRequest) => FaultKind | Fault | null): void;
  setAbilities(abilities: Partial<Abilities>): void;
  tally(): Tally;
  /** The last requests, oldest first. */
  exchanges(): Exchange[];
  /** Forgets counts, requests, script, chances and picks. */
  reset(): void;
  close(): Promise<void>;
}

/** A server on loopback that speaks as OpenAI does: chat completions and responses, whole or streamed. */
export async function startFakeOpenAi(options: FakeOptions = {}): Promise<FakeOpenAi> {
  const { apiKey, keep = 100 } = options;
  const tally = createTally();
  let brain = options.brain ?? defaultBrain;
  let abilities = { ...ALL_ABILITIES, ...options.abilities };
  let scripted: (Fault | null)[] = [];
  let pick: (request: FakeRequest) => FaultKind | Fault | null = () => null;
  let draw: () => Fault | null = () => null;
  let kept: Exchange[] = [];
  let served = 0;

  function nextFault(request: FakeRequest): Fault | null {
    if (scripted.length > 0) return scripted.shift()!;
    const picked = pick(request);
    return picked ? asFault(picked) : draw();
  }

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const path = new URL(incoming.url ?? '/', 'http://fake').pathname;
    const known = incoming.method === 'POST' && /\/(?:chat\/completions|responses)$/.test(path);
    if (!known) return refuse(outgoing, refusal(404, 'not_found', null, `Unknown request URL: ${path}`));
    const request = readRequest(path, incoming.headers, JSON.parse(await bodyOf(incoming)) as Record<string, unknown>);
    tally.came(request);
    const exchange: Exchange = { request, fault: null, fate: 'pending' };
    kept = [...kept, exchange].slice(-keep);
    outgoing.on('close', () => {
      if (exchange.fate === 'pending') exchange.fate = outgoing.writableFinished ? 'answered' : 'aborted';
    });
    const key = (incoming.headers['authorization'] ?? '').replace('Bearer ', '') || incoming.headers['api-key'];
    const lacking =
      apiKey && key !== apiKey
        ? refusal(401, 'invalid_request_error', 'invalid_api_key', `Incorrect API key provided: ${String(key)}.`)
        : lack(request, abilities);
    if (!lacking) exchange.fault = nextFault(request);
    const { fault } = exchange;
    const refused = lacking ?? (fault && REFUSALS[fault.kind]);
    if (refused) {
      exchange.fate = 'refused';
      return refuse(outgoing, refused, fault ? headersOf(fault) : {});
    }
    await speak(exchange, outgoing);
  }

  async function speak(exchange: Exchange, outgoing: ServerResponse): Promise<void> {
    const { request, fault } = exchange;
    if (fault?.kind === 'hang') return;
    if (fault?.kind === 'reset') {
      exchange.fate = 'broken';
      outgoing.socket?.resetAndDestroy();
      return;
    }
    if (fault?.kind === 'html') {
      exchange.fate = 'broken';
      outgoing.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Sign in</title>');
      return;
    }
    const unheard = abilities.ignoresSchema && !request.instruction.includes('JSON schema');
    const made = await makeAnswer(brain, request, unheard ? { kind: 'not-json' } : fault);
    served += 1;
    const id = String(served).padStart(6, '0');
    tally.went(request, made.text + (made.refusal ?? ''));
    if (request.stream) {
      const chat = request.api === 'chat';
      outgoing.writeHead(200, { 'content-type': 'text/event-stream' });
      for (const event of chat ? chatChunks(made, request, id) : responseEvents(made, request, id))
        outgoing.write(`${chat ? '' : `event: ${String(event['type'])}\n`}data: ${JSON.stringify(event)}\n\n`);
      outgoing.end(chat ? 'data: [DONE]\n\n' : '');
      return;
    }
    const body = JSON.stringify((request.api === 'chat' ? chatCompletion : responseOf)(made, request, id));
    outgoing.writeHead(200, { 'content-type': 'application/json' });
    if (fault?.kind === 'slow-drip') return drip(outgoing, body, fault.everyMs ?? 50);
    if (fault?.kind === 'cut-body') {
      exchange.fate = 'broken';
      outgoing.write(body.slice(0, Math.floor(body.length / 2)), () => outgoing.destroy());
      return;
    }
    outgoing.end(body);
  }

  const server = createServer((incoming, outgoing) => {
    answer(incoming, outgoing).catch((thrown: unknown) => {
      if (!outgoing.headersSent) refuse(outgoing, refusal(500, 'fake_error', null, String(thrown)));
      else outgoing.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    setBrain(next) {
      brain = next;
    },
    script(...faults) {
      scripted.push(...faults.map((fault) => fault && asFault(fault)));
    },
    chance(chances, seed) {
      draw = drawFaults(chances, seed);
    },
    faultWhen(next) {
      pick = next;
    },
    setAbilities(some) {
      abilities = { ...ALL_ABILITIES, ...some };
    },
    tally: tally.read,
    exchanges: () => [...kept],
    reset() {
      tally.reset();
      kept = [];
      scripted = [];
      pick = () => null;
      draw = () => null;
    },
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function bodyOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function refuse(outgoing: ServerResponse, refused: Refusal, headers: Record<string, string> = {}): void {
  const { status, message, type, code } = refused;
  outgoing
    .writeHead(status, { 'content-type': 'application/json', ...headers })
    .end(JSON.stringify({ error: { message, type, param: null, code } }));
}

/** A character at a time, for as long as anyone listens. */
async function drip(outgoing: ServerResponse, body: string, everyMs: number): Promise<void> {
  for (const char of body) {
    if (outgoing.destroyed) return;
    outgoing.write(char);
    await wait(everyMs);
  }
  outgoing.end();
}
