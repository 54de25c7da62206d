import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sent } from '../../../adapters/web/page/state/api.ts';
import { threadsOf, unreadCount, upsert } from '../../../adapters/web/page/state/conversations.ts';
import { createOutbox, type OutboxItem } from '../../../adapters/web/page/state/outbox.ts';
import { withPending } from '../../../adapters/web/page/state/with-pending.ts';
import { pickLang } from '../../../adapters/web/page/words/index.ts';
import type { Act } from '../../../adapters/web/parse-event.ts';
import type { MessageView } from '../../../adapters/web/view-for.ts';

const view = (ref: string, more: Partial<MessageView> = {}): MessageView => ({
  ref,
  conversation: 'web:channel/a',
  kind: 'message',
  thread: null,
  author: 'web:person/maija',
  text: ref,
  markdown: null,
  choices: [],
  picture: null,
  whisper: false,
  reactions: [],
  sentAt: '2026-03-02T08:00:00.000Z',
  editedAt: null,
  deleted: false,
  ...more,
});

const post = (id: string): Act => ({
  type: 'post',
  id,
  as: 'web:person/maija',
  conversation: 'web:channel/a',
  thread: null,
  text: id,
});

describe('conversations of the page', () => {
  it('have every message once and in order, in whatever order and however often they come', () => {
    const minutes = fc.array(fc.integer({ min: 0, max: 59 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(minutes, (order) => {
        const messages = order.map((minute) =>
          view(`m${minute}`, { sentAt: `2026-03-02T08:${String(minute).padStart(2, '0')}:00.000Z` }),
        );
        const { 'web:channel/a': list = [] } = messages.reduce(upsert, {});
        const expected = [...new Set(order)].sort((a, b) => a - b).map((minute) => `m${minute}`);
        expect(list.map((it) => it.ref)).toEqual(expected);
      }),
    );
  });

  it('gather replies, and replies to replies, under the root', () => {
    const messages = [
      view('a'),
      view('b', { thread: 'a' }),
      view('c', { thread: 'b' }),
      view('d'),
      view('e', { thread: 'gone' }),
    ];
    const threads = threadsOf(messages).map(({ root, replies }) => [root.ref, replies.map((it) => it.ref)]);
    expect(threads).toEqual([
      ['a', ['b', 'c']],
      ['d', []],
      ['e', []],
    ]);
  });

  it('keep a deleted message only for its replies', () => {
    const messages = [view('a', { deleted: true }), view('b', { thread: 'a' }), view('c', { deleted: true })];
    expect(threadsOf(messages).map(({ root }) => root.ref)).toEqual(['a']);
  });

  it('survive messages that are in a circle', () => {
    expect(threadsOf([view('a', { thread: 'b' }), view('b', { thread: 'a' })]).length).toBeLessThanOrEqual(2);
  });

  it('count as unread what others wrote since', () => {
    const later = '2026-03-02T09:00:00.000Z';
    const messages = [
      view('old', { author: null }),
      view('new', { author: null, sentAt: later }),
      view('mine', { sentAt: later }),
    ];
    expect(unreadCount(messages, 'web:person/maija', '2026-03-02T08:00:00.000Z')).toBe(1);
  });

  it('show what is on its way until it has arrived, and how it fares', () => {
    const waiting: OutboxItem[] = [{ act: post('p1'), late: true, refused: null }];
    const before = withPending('web:channel/a', [view('a')], waiting, new Date());
    expect(before.map((it) => [it.message.text, it.pending?.late])).toEqual([
      ['a', undefined],
      ['p1', true],
    ]);
    const arrived = withPending('web:channel/a', [view('web:message/p1')], [], new Date());
    expect(arrived.map((it) => it.pending)).toEqual([null]);
    expect(withPending('web:channel/b', [], waiting, new Date())).toEqual([]);
  });
});

describe('the outbox of the page', () => {
  const start = (answers: Sent[], left: OutboxItem[] = []) => {
    const sent: string[] = [];
    const kept = new Map<string, OutboxItem>();
    const outbox = createOutbox({
      left,
      wait: async () => undefined,
      keep: (id, item) => void (item ? kept.set(id, item) : kept.delete(id)),
      onChange: () => undefined,
      async send(act) {
        sent.push(act.id);
        return answers.shift() ?? { outcome: 'stored' };
      },
    });
    return { outbox, sent, kept };
  };

  it('tries again under the same id, and keeps the order', async () => {
    const { outbox, sent } = start([{ outcome: 'again' }, { outcome: 'again' }]);
    const results = await Promise.all([outbox.add(post('one')), outbox.add(post('two'))]);
    expect(results).toEqual([true, true]);
    expect(sent).toEqual(['one', 'one', 'one', 'two']);
    expect(outbox.items()).toEqual([]);
  });

  it('keeps what was refused, with the reason, until it is discarded, and goes on with the rest', async () => {
    const { outbox, sent, kept } = start([{ outcome: 'refused', message: 'too long' }]);
    expect(await Promise.all([outbox.add(post('one')), outbox.add(post('two'))])).toEqual([false, true]);
    expect(outbox.items().map((it) => [it.act.id, it.refused])).toEqual([['one', 'too long']]);
    expect([...kept.keys()]).toEqual(['one']);
    outbox.discard('one');
    expect(kept.size).toBe(0);
    expect(outbox.items()).toEqual([]);
    expect(sent).toEqual(['one', 'two']);
  });

  it('sends what was left when the page was closed, but not what had been refused', async () => {
    const left = [
      { act: post('left'), late: true, refused: null },
      { act: post('bad'), late: true, refused: 'no' },
    ];
    const { outbox, sent } = start([], left);
    await outbox.add(post('new'));
    expect(sent).toEqual(['left', 'new']);
    expect(outbox.items().map((it) => it.act.id)).toEqual(['bad']);
  });
});

it.each([
  [['fi-FI', 'en'], 'fi'],
  [['sv'], 'sv'],
  [['de-DE', 'sv-SE'], 'sv'],
  [['nb-NO'], 'sv'],
  [['de'], 'en'],
  [[], 'en'],
])('the page speaks %j as %s', (preferred, lang) => {
  expect(pickLang(preferred)).toBe(lang);
});
