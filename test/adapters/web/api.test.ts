import { afterEach, describe, expect, it } from 'vitest';
import { createMemoryChatLog, createMemoryPictureShelf, createWebPlatform } from '../../../adapters/web/index.ts';
import type { MessageView } from '../../../adapters/web/view-for.ts';
import { createRecorder, say } from '../../contract/chat-platform-harness.ts';
import { makeWebHarness, PEOPLE, type WebHarness } from './harness.ts';

let open: WebHarness[] = [];
afterEach(async () => {
  for (const harness of open) await harness.platform.stop().then(() => harness.close());
  open = [];
});

async function start(options: Parameters<typeof makeWebHarness>[0] = {}) {
  const harness = await makeWebHarness(options);
  const recorder = createRecorder();
  await harness.platform.start(recorder.sink);
  open.push(harness);
  return { harness, recorder, maija: harness.people[0].address, pekka: harness.people[1].address };
}

const told = async (response: Response) =>
  ((await response.json()) as { error: { code: string; message: string } }).error;

describe('acts', () => {
  it('that come twice under one id are one message and one event', async () => {
    const { harness, recorder, maija, pekka } = await start();
    const draft = { type: 'post' as const, conversation: harness.channel, thread: null, text: 'once' };
    const answers = await Promise.all([1, 2, 3].map(() => harness.act(maija, draft, 'same-id-0001')));
    expect(answers.map((it) => it.status)).toEqual([200, 200, 200]);
    expect(new Set(recorder.events.map((it) => it.id)).size).toBe(1);
    expect((await harness.visibleTo(pekka)).map((it) => it.text)).toEqual(['once']);
  });

  it('under an id that somebody else has used are refused', async () => {
    const { harness, maija, pekka } = await start();
    const draft = { type: 'post' as const, conversation: harness.channel, thread: null, text: 'mine' };
    await harness.act(maija, draft, 'same-id-0001');
    expect((await harness.act(pekka, draft, 'same-id-0001')).status).toBe(400);
  });

  it('that Porras has not stored are seen by their author only', async () => {
    const { harness, recorder, maija, pekka } = await start();
    recorder.refuse(1);
    const answer = await harness.act(maija, {
      type: 'post',
      conversation: harness.channel,
      thread: null,
      text: 'wait',
    });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '1']);
    expect((await harness.visibleTo(maija)).map((it) => it.text)).toEqual(['wait']);
    expect(await harness.visibleTo(pekka)).toEqual([]);
  });

  it('that were written down and not heard when the process died are heard when it starts again', async () => {
    const log = createMemoryChatLog();
    const first = await start({ log });
    first.recorder.refuse(1);
    await first.harness.act(
      first.maija,
      { type: 'post', conversation: first.harness.channel, thread: null, text: 'still here' },
      'id-of-first-try',
    );
    const second = await start({ log });
    expect(second.recorder.only('message-posted').map((it) => it.text)).toEqual(['still here']);
    expect(second.recorder.events.map((it) => it.id)).toEqual(first.recorder.refused);
    expect((await second.harness.visibleTo(second.pekka)).map((it) => it.text)).toEqual(['still here']);
  });

  it('on what others wrote are refused: edit, delete', async () => {
    const { harness, recorder, maija, pekka } = await start();
    await harness.asPerson(maija).post('mine');
    const { ref } = recorder.last('message-posted');
    for (const draft of [
      { type: 'edit' as const, ref, text: 'yours' },
      { type: 'delete' as const, ref },
    ]) {
      const answer = await harness.act(pekka, draft);
      expect([answer.status, (await told(answer)).code]).toEqual([403, 'not-yours']);
    }
    expect(recorder.events.map((it) => it.type)).toEqual(['message-posted']);
    expect((await harness.visibleTo(maija)).map((it) => it.text)).toEqual(['mine']);
  });

  it('by nobody, on nothing, or with a button that is not there are refused', async () => {
    const { harness, recorder, maija } = await start();
    const ref = await harness.platform.post(harness.channel, say('no buttons', 'k-1'));
    expect((await harness.act('web:person/nobody', { type: 'home' })).status).toBe(404);
    expect((await harness.act(maija, { type: 'react', ref: 'web:message/none', emoji: '👍', on: true })).status).toBe(
      404,
    );
    expect((await harness.act(maija, { type: 'press', ref, action: 'stop', value: 'x' })).status).toBe(400);
    expect(recorder.events).toEqual([]);
  });

  it('that are too large say so', async () => {
    const { harness, maija } = await start();
    const long = await harness.act(maija, {
      type: 'post',
      conversation: harness.channel,
      thread: null,
      text: 'x'.repeat(100_000),
    });
    expect([long.status, (await told(long)).message]).toEqual([413, expect.stringContaining('at most 40000 fit')]);
    const huge = await harness.act(maija, {
      type: 'post',
      conversation: harness.channel,
      thread: null,
      text: 'x'.repeat(600_000),
    });
    expect([huge.status, (await told(huge)).code]).toEqual([413, 'too-long']);
  });

  it('leave nothing of a deleted message behind', async () => {
    const log = createMemoryChatLog();
    const { harness, recorder, maija } = await start({ log });
    await harness.asPerson(maija).post('a secret');
    await harness.asPerson(maija).delete(recorder.last('message-posted').ref);
    expect(JSON.stringify(await log.list(harness.channel))).not.toContain('a secret');
  });
});

describe('private conversations', () => {
  it('are given to their person only, pictures, whispers and reactions included', async () => {
    const { harness, maija, pekka } = await start();
    const ref = await harness.platform.directMessage(maija, say('between us', 'k-1'));
    await harness.platform.whisper(harness.channel, maija, say('psst', 'k-2'));
    const query = new URLSearchParams({ as: pekka, conversation: 'web:private/maija' });
    const response = await fetch(`${harness.server.url}/api/messages?${query}`);
    expect([response.status, await response.text()]).toEqual([403, expect.not.stringContaining('between us')]);
    expect((await harness.act(pekka, { type: 'react', ref, emoji: '👀', on: true })).status).toBe(404);
    expect(
      (await harness.act(pekka, { type: 'post', conversation: 'web:private/maija', thread: null, text: 'hi' })).status,
    ).toBe(403);
    expect(await harness.visibleTo(pekka)).toEqual([]);
    expect((await harness.visibleTo(maija)).map((it) => it.text)).toEqual(['psst', 'between us']);
  });
});

describe('who may reach it', () => {
  const platform = createWebPlatform({
    log: createMemoryChatLog(),
    people: PEOPLE,
    channels: [],
    pictures: createMemoryPictureShelf(),
  });
  const status = async (headers: Record<string, string>, init: RequestInit = {}) =>
    (await platform.routes.request('http://localhost:3000/api/workspace', { ...init, headers })).status;

  it.each(['localhost:3000', '127.0.0.1:3000', '[::1]:3000', 'LOCALHOST'])('this machine, as %s', async (host) => {
    expect(await status({ host })).toBe(200);
  });

  it.each(['evil.example', 'localhost.evil.example:3000', '10.0.0.7:3000', '127.0.0.1.nip.example', ''])(
    'nobody who calls it "%s"',
    async (host) => {
      expect(await status({ host })).toBe(403);
    },
  );

  const act = (headers: Record<string, string>) =>
    platform.routes.request('http://localhost:3000/api/acts', {
      method: 'POST',
      body: '{}',
      headers: { host: 'localhost:3000', 'content-type': 'application/json', ...headers },
    });

  it.each([
    ['another site', { origin: 'https://evil.example' }],
    ['another port of this machine', { origin: 'http://localhost:8080' }],
    ['a page without an origin', { origin: 'null' }],
    ['a browser that says so', { 'sec-fetch-site': 'cross-site' }],
    ['a form', { 'content-type': 'text/plain' }],
  ])('no writes from %s', async (_, headers) => {
    const answer = await act(headers);
    expect([answer.status, (await told(answer)).code]).toEqual([403, 'refused-origin']);
  });

  it('writes from its own page reach the parser', async () => {
    const answer = await act({ origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' });
    expect([answer.status, (await told(answer)).code]).toEqual([400, 'bad-request']);
  });

  it('loads nothing from elsewhere', async () => {
    const answer = await platform.routes.request('http://localhost:3000/api/workspace', {
      headers: { host: 'localhost:3000' },
    });
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });
});

describe('live updates', () => {
  async function* events(url: string, signal: AbortSignal) {
    const response = await fetch(url, { signal });
    let text = '';
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += chunk;
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const lines = text.slice(0, end).split('\n');
        text = text.slice(end + 2);
        const field = (name: string) => lines.find((it) => it.startsWith(`${name}: `))?.slice(name.length + 2) ?? '';
        yield { event: field('event'), data: field('data') };
      }
    }
  }

  it('tell each open page what its person may see, after a first word that it is connected', async () => {
    const { harness, maija, pekka } = await start();
    const abort = new AbortController();
    const stream = events(`${harness.server.url}/api/events?as=${encodeURIComponent(pekka)}`, abort.signal);
    expect((await stream.next()).value).toMatchObject({ event: 'ready' });
    await harness.platform.directMessage(maija, say('not for Pekka', 'k-1'));
    await harness.asPerson(maija).post('for all');
    harness.platform.notifyBoardChanged();
    const seen: string[] = [];
    for await (const { event, data } of stream) {
      if (event === 'board-changed') break;
      const view = JSON.parse(data) as MessageView;
      seen.push(`${event}: ${view.text}`);
    }
    abort.abort();
    expect(seen).toEqual(['message: for all']);
  });

  it('end when the platform stops, so that the server can', async () => {
    const { harness, pekka } = await start();
    const stream = events(
      `${harness.server.url}/api/events?as=${encodeURIComponent(pekka)}`,
      AbortSignal.timeout(5000),
    );
    await stream.next();
    await harness.platform.stop();
    expect((await stream.next()).done).toBe(true);
  });
});
