import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { decodeHTML } from 'entities';
import { beforeAll, describe, expect, it } from 'vitest';
import { renderForm } from '../../../adapters/slack/form.ts';
import { renderHome } from '../../../adapters/slack/home.ts';
import type { Block } from '../../../adapters/slack/render-blocks.ts';
import { type Part, renderMessage } from '../../../adapters/slack/render-message.ts';
import { carefully, generously, MESSAGE_SIZE } from '../../../adapters/slack/render-size.ts';
import { type Phrase, loadMessages } from '../../../src/content/load-messages.ts';
import { makeSay } from '../../../src/content/make-say.ts';
import { asMarkdown, markdownMessage } from '../../../src/domain/plain-text.ts';
import type { Choice, Field, Form, Home, Message } from '../../../src/domain/message.ts';
import { LANGUAGES } from '../../../src/domain/words.ts';
import { samplesOf } from '../../content/phrase-samples.ts';
import { SHIPPED } from '../../content/support.ts';
import { hostileText } from '../../flow/support/hostile-text.ts';
import { validateBlocks } from '../../support/slack/blocks/validate-blocks.ts';
import { validateView } from '../../support/slack/blocks/validate-view.ts';

const SLACK = [
  '<!channel>',
  '<!here|here>',
  '<@U0123>',
  '<#C1|x>',
  '<https://evil.example|https://bank.example>',
  '&lt;!here&gt;',
  ':tada:',
  '*x*',
  '_x_',
  '~x~',
  '\u202E',
  '\uD83D',
  '\uDE00',
  '\0',
];
const anything = fc.oneof(
  hostileText,
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...SLACK), { minLength: 1, maxLength: 6 }).map((all) => all.join(' ')),
);
/** One text many times over, which is how long ones come about; with or without places to cut it. */
const long = fc
  .tuple(
    anything,
    fc.integer({ min: 1, max: 4_000 }),
    fc.constantFrom('', ' ', '\n', '\n\n', '. ', '\n- ', '\n> ', '\n# ', '**'),
  )
  .map(([text, times, glue]) =>
    Array(Math.min(times, Math.ceil(30_000 / (text.length + 1))))
      .fill(text)
      .join(glue),
  );
const text = fc.oneof({ weight: 4, arbitrary: anything }, { weight: 1, arbitrary: long });

const choice: fc.Arbitrary<Choice> = fc.record(
  {
    action: fc.constantFrom('correct', 'commit'),
    value: fc.string({ maxLength: 2_000 }),
    label: anything,
    style: fc.constantFrom('primary' as const, 'danger' as const),
  },
  { requiredKeys: ['action', 'value', 'label'] },
);
const message = fc.record({
  text,
  markdown: fc.oneof(text, text.map(asMarkdown)),
  lang: fc.constantFrom(...LANGUAGES),
  choices: fc.array(choice, { maxLength: 60 }),
});
const options = fc.record({
  buttonsWith: fc.constantFrom('first' as const, 'last' as const),
  careful: fc.boolean(),
  picture: fc.option(fc.record({ fileId: fc.constant('F0123456789'), alt: text })),
});

const markdownIt = new MarkdownIt({ html: false, breaks: true }).disable('image');
const bare = (words: string): string => words.replace(/[\s\u0085]+/gu, '');

/** What a Markdown reader shows of a text. */
function shownOf(markdown: string): { words: string; plain: boolean } {
  const html = markdownIt.render(markdown.toWellFormed());
  return { words: bare(decodeHTML(html.replace(/<[^>]*>/g, ' '))), plain: !/<(?:a|t[dh])[ >]/.test(html) };
}

/** Every string that is shown in what Slack is given, in order, numbers and marks of Slack's own left out. */
const shownIn = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(shownIn);
  if (typeof value !== 'object' || value === null) return [];
  const { type, text: own, ...rest } = value as Record<string, unknown>;
  if (type === 'context' || type === 'actions' || type === 'image') return [];
  return [...(typeof own === 'string' ? [own] : shownIn(own)), ...shownIn(Object.values(rest))];
};

/** Every element in what Slack is given. */
const elementsIn = (value: unknown): Record<string, unknown>[] => {
  if (Array.isArray(value)) return value.flatMap(elementsIn);
  if (typeof value !== 'object' || value === null) return [];
  const own = value as Record<string, unknown>;
  return [...(typeof own['type'] === 'string' ? [own] : []), ...Object.values(own).flatMap(elementsIn)];
};

const HARMLESS = new Set([
  'text',
  'link',
  'plain_text',
  'button',
  'rich_text_section',
  'rich_text_list',
  'rich_text_quote',
  'rich_text_preformatted',
]);

const PLAIN = new Set(['rich_text', 'rich_text_section', 'text', 'context', 'plain_text']);

/** Nobody is pinged and nothing but text and links is shown: no element of Slack's that stands for a person, and no mrkdwn. */
function expectHarmless(blocks: readonly Block[]): void {
  const inner = blocks.flatMap((block) => elementsIn(Object.values(block)));
  expect(inner.map((each) => each['type']).filter((type) => !HARMLESS.has(String(type)))).toEqual([]);
  for (const link of inner.filter((each) => each['type'] === 'link'))
    expect(String(link['url'])).toMatch(/^(?:https?|mailto):/i);
  const texts = inner.filter((each) => 'text' in each && typeof each['text'] === 'string');
  expect(texts.filter((each) => each['text'] === '')).toEqual([]);
  expect(JSON.stringify(blocks)).not.toMatch(/\\ud[89a-f]/);
}

function expectSendable(parts: readonly Part[], { careful = false } = {}): void {
  for (const { text: fallback, blocks } of parts) {
    expect(validateBlocks(blocks)).toEqual([]);
    expect((careful ? carefully : generously)(blocks)).toBeLessThanOrEqual(MESSAGE_SIZE);
    expectHarmless(blocks);
    expect(fallback.trim()).not.toBe('');
    expect(fallback).not.toMatch(/[<>]|&(?!(?:amp|lt|gt);)/);
    expect(fallback.length).toBeLessThan(40_000);
    const lengths = blocks.map((block) => shownIn(block).join('').length);
    expect(Math.max(0, ...lengths)).toBeLessThanOrEqual(3_000);
  }
}

/** All that a Markdown reader shows, in its order; links may say beside it where they lead, and cells are parted. */
function expectSaid(parts: readonly Part[], markdown: string): void {
  const { words, plain } = shownOf(markdown);
  const said = bare(shownIn(parts.map((part) => part.blocks)).join(''));
  expect(plain ? said : kept(words, said)).toBe(words);
}

/** The letters of `words` that are found in this order in `said`. */
function kept(words: string, said: string): string {
  let at = 0;
  let found = 0;
  for (const letter of words) {
    at = said.indexOf(letter, at) + 1;
    if (at === 0) break;
    found += letter.length;
  }
  return words.slice(0, found);
}

describe('a message', () => {
  it('of many paragraphs leaves room for the number of each part, however full it is', () => {
    for (let length = 60; length < 460; length += 1) {
      const markdown = Array(120).fill('a'.repeat(length)).join('\n\n');
      const parts = renderMessage({ text: 't', markdown, lang: 'en' }, { buttonsWith: 'last' });
      expectSendable(parts);
      expect(parts.length).toBeGreaterThan(1);
    }
  });

  it('keeps to the limits, loses no word and keeps all buttons, whatever is in it', () => {
    fc.assert(
      fc.property(message, options, (said, how) => {
        const parts = renderMessage(said, how);
        expectSendable(parts, how);
        expectSaid(parts, said.markdown);
        const buttons = parts.flatMap((part) =>
          part.blocks.flatMap((block) => (block.type === 'actions' ? block.elements : [])),
        );
        expect(buttons.map((each) => each.value ?? '')).toEqual(said.choices.map((each) => each.value));
        expect(new Set(buttons.map((each) => each.action_id)).size).toBe(said.choices.length);
        expect(parts.flatMap((part) => part.blocks).filter((block) => block.type === 'image')).toHaveLength(
          how.picture ? 1 : 0,
        );
      }),
      { numRuns: 400 },
    );
  }, 60_000);

  it('made of the words of people has no link and no formatting', () => {
    fc.assert(
      fc.property(text, (words) => {
        const parts = renderMessage(markdownMessage('en', asMarkdown(words)), { buttonsWith: 'first' });
        const elements = parts.flatMap((part) => elementsIn(part.blocks));
        const types = new Set(elements.map((each) => String(each['type'])));
        expect([...types].filter((type) => !PLAIN.has(type))).toEqual([]);
        expect(elements.filter((each) => 'style' in each)).toEqual([]);
        const said = words.toWellFormed().replaceAll('\0', '\uFFFD');
        expect(bare(shownIn(parts.map((part) => part.blocks)).join(''))).toBe(bare(said));
      }),
      { numRuns: 400 },
    );
  }, 60_000);
});

describe('every message in prompts/messages', () => {
  let phrases: Phrase[];
  beforeAll(async () => {
    phrases = [...(await loadMessages(SHIPPED)).values()].map((each) => each.value);
  });

  it('can be said with hostile words in its places, in three languages', async () => {
    const say = makeSay(await loadMessages(SHIPPED));
    for (const { lang, key, format } of phrases) {
      const [sample = {}, ...more] = samplesOf(format);
      fc.assert(
        fc.property(fc.constantFrom(sample, ...more), text, options, (params, words, how) => {
          const filled = Object.entries(params).map(([name, value]) => [
            name,
            typeof value === 'string' && value.startsWith('<') ? asMarkdown(words) : value,
          ]);
          const said = markdownMessage(lang, say(lang, key, Object.fromEntries(filled)));
          const parts = renderMessage(said, how);
          expectSendable(parts, how);
          expectSaid(parts, said.markdown);
          expect(elementsIn(parts.map((part) => part.blocks)).filter((each) => each['type'] === 'link')).toEqual([]);
        }),
        { numRuns: 3 },
      );
    }
    expect(phrases.length).toBeGreaterThan(600);
  }, 120_000);
});

const initial = fc.option(fc.oneof(text, fc.constantFrom('2026-03-02', '2026-02-30', '25:00', '17:00')), {
  nil: undefined,
});
const fieldBase = { label: text, hint: fc.option(text, { nil: undefined }), required: fc.boolean() };
const name = fc.string({ minLength: 1, maxLength: 255 });
const field: fc.Arbitrary<Field> = fc.oneof(
  fc.record({
    ...fieldBase,
    name,
    initial,
    type: fc.constantFrom('text' as const, 'long-text' as const, 'date' as const, 'time' as const),
  }),
  fc.record({
    ...fieldBase,
    name,
    initial,
    type: fc.constant('select' as const),
    options: fc.array(fc.record({ value: fc.string({ minLength: 1, maxLength: 150 }), label: text }), {
      maxLength: 250,
    }),
  }),
  fc.record({
    ...fieldBase,
    name,
    type: fc.constant('people' as const),
    many: fc.boolean(),
    initial: fc.constantFrom('', 'slack:T1:U1', 'slack:T1:U1,slack:T1:W2'),
  }),
) as fc.Arbitrary<Field>;
const form: fc.Arbitrary<Form> = fc.record({
  id: fc.constantFrom('create-inquiry', 'commit'),
  title: text,
  intro: text,
  submit: text,
  context: fc.string({ maxLength: 400 }),
  fields: fc.uniqueArray(field, { maxLength: 30, selector: (each) => each.name }),
});

describe('a form', () => {
  it('keeps to the limits, and brings back its place and context', () => {
    const place = { channel: 'slack:T1:C1', private: false };
    fc.assert(
      fc.property(form, (asked) => {
        const view = renderForm(asked, place);
        expect(validateView(view)).toEqual([]);
        expect(JSON.parse(view.private_metadata)).toEqual({ context: asked.context, place });
        expect(JSON.stringify(view.blocks)).not.toMatch(/\\ud[89a-f]/);
        const shown = asked.fields.filter((each) => each.type !== 'select' || each.options.length > 0);
        const names = view.blocks.flatMap((block) => (block.type === 'input' ? [block.block_id] : []));
        expect(names).toEqual(shown.map((each) => each.name));
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});

const home: fc.Arbitrary<Home> = fc.record({
  lang: fc.constantFrom(...LANGUAGES),
  sections: fc.array(message as fc.Arbitrary<Message>, { maxLength: 40 }),
});

describe('a home', () => {
  it('keeps to the limits, and says from the top as much as fits', () => {
    fc.assert(
      fc.property(home, (given) => {
        const view = renderHome(given);
        expect(validateView(view)).toEqual([]);
        expectHarmless(view.blocks);
        const all = bare(
          given.sections
            .map((each) => shownIn(renderMessage(each, { buttonsWith: 'last' }).map((part) => part.blocks)).join(''))
            .join(''),
        );
        const said = bare(shownIn(view.blocks).join(''));
        expect(all.startsWith(said.replace(/…$/, '')) || all === said).toBe(true);
        expect(said === all || said.endsWith('…')).toBe(true);
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});
