import { describe, expect, it } from 'vitest';
import { loadContent } from '../../src/content/load-content.ts';
import { PorrasError } from '../../src/errors.ts';
import { folderOf, inThree, SOUND } from './support.ts';

const sayOf = async (messages: Record<string, Record<string, string>>) => {
  const files = inThree((lang) => [`messages/${lang}.json`, JSON.stringify(messages[lang] ?? messages['en'])]);
  return (await loadContent(await folderOf({ ...SOUND, ...files }))).say;
};

describe('say', () => {
  it('counts in the language it speaks', async () => {
    const say = await sayOf({
      fi: { ideas: '{count, plural, one {# idea} other {# ideaa}}' },
      sv: { ideas: '{count, plural, one {# idé} other {# idéer}}' },
      en: { ideas: '{count, plural, one {# idea} other {# ideas}}' },
    });
    expect([say('fi', 'ideas', { count: 1 }), say('fi', 'ideas', { count: 3 })]).toEqual(['1 idea', '3 ideaa']);
    expect([say('sv', 'ideas', { count: 1 }), say('sv', 'ideas', { count: 3 })]).toEqual(['1 idé', '3 idéer']);
    expect([say('en', 'ideas', { count: 0 }), say('en', 'ideas', { count: 1 })]).toEqual(['0 ideas', '1 idea']);
  });

  it('puts values in as they are, and leaves apostrophes and angle brackets alone', async () => {
    const say = await sayOf({ en: { hello: "Don't worry, <@U1> wrote: {text}" } });
    const text = "{not a placeholder} '' <b>&</b>";
    expect(say('en', 'hello', { text })).toBe(`Don't worry, <@U1> wrote: ${text}`);
  });

  it('needs the values of the words that it says, and of no others', async () => {
    const say = await sayOf({ en: { help: '{has, select, topic {About {topic}.} other {Hello.}}' } });
    expect(say('en', 'help', { has: 'nothing' })).toBe('Hello.');
    expect(say('en', 'help', { has: 'topic', topic: 'mornings' })).toBe('About mornings.');
    expect(() => say('en', 'help', { has: 'topic' })).toThrow(PorrasError);
    expect(() => say('en', 'help', { has: 'topic' })).toThrow('"help" cannot be said in en');
  });

  it('knows placeholders inside plurals and selects when it compares languages', async () => {
    const one = { a: '{n, plural, one {{name}} other {{name} and #}}' };
    await expect(sayOf({ fi: one, sv: one, en: { a: '{n} {name}' } })).resolves.toBeTypeOf('function');
    await expect(sayOf({ fi: one, sv: one, en: { a: '{n}' } })).rejects.toThrow('lacks {name}');
  });

  it('throws for a key that is not there', async () => {
    const say = await sayOf({ en: { a: 'A' } });
    expect(() => say('sv', 'b')).toThrow(PorrasError);
    expect(() => say('sv', 'b')).toThrow('prompts/messages/sv.json has no "b"');
  });
});
