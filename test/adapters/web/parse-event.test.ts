import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, encode, privateConversationOf } from '../../../adapters/web/address.ts';
import { MAX_TEXT, parseAct, toEvent } from '../../../adapters/web/parse-event.ts';
import samples from '../../../adapters/web/samples/acts.json' with { type: 'json' };

const by = { address: 'web:person/maija', name: 'Maija', isBot: false };
const circumstances = {
  by,
  at: new Date('2026-03-02T08:00:00Z'),
  workspaceId: 'web',
  place: { channel: 'web:channel/kitchen', private: false },
};

describe('acts of the page', () => {
  it('become one event each, under an id that a second try keeps', () => {
    const types = samples.map((sample) => {
      const [one, two] = [toEvent(parseAct(sample), circumstances), toEvent(parseAct(sample), circumstances)];
      expect(one.id).toBe(two.id);
      return one.type;
    });
    expect(types).toEqual([
      'message-posted',
      'message-edited',
      'message-deleted',
      'reaction-added',
      'choice-pressed',
      'form-submitted',
      'command-invoked',
      'member-left',
      'home-opened',
    ]);
    expect(new Set(samples.map((sample) => toEvent(parseAct(sample), circumstances).id)).size).toBe(samples.length);
  });

  const [post] = samples;
  it.each([
    ['no type', { ...post, type: undefined }, /"type"/],
    ['an unknown type', { ...post, type: 'shout' }, /"type"/],
    ['no person', { ...post, as: '' }, /"as"/],
    ['an id that could be anything', { ...post, id: '../../x' }, /"id"/],
    ['a text that is no text', { ...post, text: 7 }, /"text"/],
    ['an empty text', { ...post, text: ' \n ' }, /empty/],
    ['nothing', null, /its top/],
  ])('with %s are refused, and told why', (_, payload, message) => {
    expect(() => parseAct(payload)).toThrow(message);
  });

  it('that are too long say how long they may be', () => {
    expect(() => parseAct({ ...post, text: 'x'.repeat(MAX_TEXT + 1) })).toThrow(/40001 characters, and at most 40000/);
    expect(() => parseAct({ ...samples[5], answers: { topic: 'x'.repeat(MAX_TEXT + 1) } })).toThrow(/at most 40000/);
    expect(parseAct({ ...post, text: 'x'.repeat(MAX_TEXT) })).toMatchObject({ type: 'post' });
  });
});

describe('addresses of the web chat', () => {
  const ids = fc.string({ minLength: 1, unit: 'grapheme' });
  const kinds = fc.constantFrom('channel' as const, 'person' as const, 'private' as const, 'message' as const);

  it('are read as they were written', () => {
    fc.assert(
      fc.property(kinds, ids, (kind, id) => {
        expect(decode(encode(kind, id), kind)).toEqual({ kind, id });
        expect(encode(kind, id)).toMatch(/^web:[a-z]+\/[^\s,:/]+$/);
      }),
    );
  });

  it('of other platforms and kinds are refused', () => {
    for (const address of [
      'slack:T1/C1',
      'memory:person/maija',
      'web:',
      'web:room/x',
      'web:person/',
      'web:person/%E0%A4%A',
      '',
    ]) {
      expect(() => decode(address)).toThrow(/is not an address/);
    }
    expect(() => decode('web:channel/kitchen', 'person')).toThrow(/of person/);
    expect(privateConversationOf('web:person/maija')).toBe('web:private/maija');
  });
});
