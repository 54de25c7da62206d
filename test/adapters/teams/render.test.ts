import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainOf } from '../../../adapters/teams/render-plain.ts';
import { renderMessage } from '../../../adapters/teams/render-message.ts';
import type { Choice, Message } from '../../../src/domain/message.ts';
import { asMarkdown } from '../../../src/domain/plain-text.ts';
import { bytesOf, cardIn, cardShape, depthOf, nodesIn } from '../../support/teams/card-shape.ts';

const message = (markdown: string, more: Partial<Message> = {}): Message => ({
  text: markdown,
  markdown,
  lang: 'en',
  ...more,
});
const bodyOf = (markdown: string, more: Partial<Message> = {}) => {
  const [activity, ...others] = renderMessage(message(markdown, more), { buttonsWith: 'last' });
  expect(others).toEqual([]);
  return cardIn(activity!).body;
};

describe('Markdown as an Adaptive Card', () => {
  it('headings are bolder and larger, and headings for screen readers', () => {
    expect(bodyOf('# Portaat\n\n## Askel\n\nsana')).toMatchObject([
      { type: 'TextBlock', text: 'Portaat', style: 'heading', size: 'Large', weight: 'Bolder' },
      { type: 'TextBlock', text: 'Askel', style: 'heading', size: 'Medium', weight: 'Bolder' },
      { type: 'TextBlock', text: 'sana' },
    ]);
  });

  it('emphasis and links are runs of text', () => {
    expect(bodyOf('It is **bold**, _slanted_ and [linked](https://example.org/a).')).toMatchObject([
      {
        type: 'RichTextBlock',
        inlines: [
          { text: 'It is ' },
          { text: 'bold', weight: 'Bolder' },
          { text: ', ' },
          { text: 'slanted', italic: true },
          { text: ' and ' },
          { text: 'linked', selectAction: { type: 'Action.OpenUrl', url: 'https://example.org/a' } },
          { text: '.' },
        ],
      },
    ]);
  });

  it('a link says where it leads when its words claim another place', () => {
    expect(plainOf(bodyOf('[bank.example](https://evil.example/)'))).toBe('bank.example (https://evil.example/)');
    expect(plainOf(bodyOf('[words](javascript:alert(1))'))).not.toBe('');
    expect(nodesIn(bodyOf('[words](javascript:alert(1))')).some((node) => 'selectAction' in node)).toBe(false);
  });

  it('lists keep their numbers and depth', () => {
    expect(plainOf(bodyOf('3. kolme\n4. neljä\n   - alla\n\n- uusi')).split('\n')).toEqual([
      '3. kolme',
      '4. neljä',
      '\u2003• alla'.trimStart(),
      '• uusi',
    ]);
  });

  it('what goes on below a bullet stands in line with its words', () => {
    const markers = bodyOf('- one  \n  more').map((element) =>
      plainOf('columns' in element ? element.columns.slice(0, 1).flatMap(({ items }) => items) : []),
    );
    // Three of this space are as wide as an m, and so is a bullet.
    expect(markers).toEqual(['•', '\u2004']);
  });

  it('lines of a quote stand in one box', () => {
    expect(bodyOf('> one\n> two\n\nafter')).toMatchObject([
      { type: 'Container', style: 'emphasis', items: [{ text: 'one' }, { text: 'two' }] },
      { type: 'TextBlock', text: 'after' },
    ]);
  });

  it('what people wrote is shown letter for letter', () => {
    const words = '<at>Maija</at> **b** [x](https://e.example) {{DATE(2017-02-14T06:08:39Z,SHORT)}} `c` 1. &amp;';
    const body = bodyOf(asMarkdown(words));
    expect(plainOf(body).replaceAll('\u200B', '')).toBe(words);
    expect(JSON.stringify(body)).not.toContain('{{');
    expect(body).toMatchObject([{ type: 'RichTextBlock', inlines: [{ type: 'TextRun' }] }]);
  });

  it('a picture stands below the heading, with words for who does not see it', () => {
    const png = Uint8Array.from([137, 80, 78, 71]);
    const [activity] = renderMessage(message('# Portaat\n\nsana', { picture: { id: 'p', alt: 'Portaikko' } }), {
      picture: { png, alt: 'Portaikko' },
      buttonsWith: 'last',
    });
    expect(cardIn(activity!).body).toMatchObject([
      { type: 'TextBlock' },
      { type: 'Image', url: `data:image/png;base64,${Buffer.from(png).toString('base64')}`, altText: 'Portaikko' },
      { type: 'TextBlock' },
    ]);
  });

  it('a picture that is not at hand or too large is told', () => {
    const asked = message('sana', { picture: { id: 'p', alt: 'Portaikko' } });
    for (const picture of [null, { png: new Uint8Array(1_000_001), alt: 'Portaikko' }]) {
      const [activity] = renderMessage(asked, { picture, buttonsWith: 'last' });
      expect(plainOf(cardIn(activity!).body)).toBe('sana\nPortaikko');
    }
  });

  it('the plain text is the summary, and what is spoken', () => {
    const [activity] = renderMessage(message('**a** b', { text: 'a b' }), { buttonsWith: 'last' });
    expect(activity).toMatchObject({ summary: 'a b', locale: 'en' });
    expect(activity).not.toHaveProperty('text');
    expect(cardIn(activity!)).toMatchObject({ speak: 'a b', fallbackText: 'a b', version: '1.5' });
  });

  it('a heading stays with what it heads', () => {
    const paragraph = `${'sana '.repeat(400).trim()}.`;
    const markdown = Array.from({ length: 40 }, (_, at) => `## Otsikko ${at}\n\n${paragraph}`).join('\n\n');
    const parts = renderMessage(message(markdown, { text: 'lyhyt' }), { buttonsWith: 'last' });
    expect(parts.length).toBeGreaterThan(1);
    for (const part of parts) {
      const { body } = cardIn(part);
      expect(body[0]).toMatchObject({ style: 'heading' });
      expect(body.at(-2)).not.toMatchObject({ style: 'heading' });
    }
  });
});

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.constantFrom(
    '<at>everyone</at>',
    '{{DATE(2017-02-14T06:08:39Z,COMPACT)}}',
    '[a](https://evil.example)',
    '![a](https://evil.example/a.png)',
    '<img src=x>',
    '# x\n\n> y\n\n1. z',
    '****',
    '```\ncode\n```',
    '\u202E',
    '\uD800',
    '\0\0\0',
    '> > > > deep\n- a\n  - b\n    - c',
    '| a | b |\n|---|---|\n| c | d |',
  ),
);
const long = fc
  .tuple(hostile, fc.integer({ min: 1, max: 4_000 }))
  .map(([piece, times]) => piece.repeat(times).slice(0, 60_000));
const choices: fc.Arbitrary<Choice[]> = fc.array(
  fc.record({
    action: fc.stringMatching(/^[a-z-]{1,20}$/),
    value: fc.string({ unit: 'binary', maxLength: 200 }),
    label: fc.string({ unit: 'binary', maxLength: 300 }),
    style: fc.constantFrom('primary', 'danger'),
  }),
  { maxLength: 20 },
);

/** Letters and digits only: white space, marks of Markdown and what a client shows in their place are not words. */
const wordsIn = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

describe('any message at all', () => {
  const anything = fc.record({
    text: fc.oneof(hostile, long),
    choices,
    early: fc.boolean(),
  });

  it('is cards that Teams takes, from which no word is lost and in which nothing mentions or links', () => {
    fc.assert(
      fc.property(anything, ({ text, choices: buttons, early }) => {
        const markdown = asMarkdown(text);
        const parts = renderMessage(message(markdown, { text, choices: buttons }), {
          buttonsWith: early ? 'first' : 'last',
        });
        const bodies = parts.map((part) => cardIn(part).body);
        for (const part of parts) {
          expect(cardShape.safeParse(cardIn(part)).error).toBeUndefined();
          expect(bytesOf(part)).toBeLessThanOrEqual(80_000);
          expect(depthOf(cardIn(part))).toBeLessThanOrEqual(14);
        }
        const words = bodies.map((body) => plainOf(parts.length > 1 ? body.slice(0, -1) : body)).join('');
        expect(wordsIn(words) || '').toBe(wordsIn(text.toWellFormed()));
        const nodes = nodesIn(bodies);
        expect(nodes.filter((node) => 'selectAction' in node || 'entities' in node)).toEqual([]);
        const formatted = nodes.filter(
          (node) => node.type === 'TextBlock' && /[\\`*_[\]<>]|\{\{/.test(String(node.text)),
        );
        expect(formatted).toEqual([]);
        const pressed = nodes.filter((node) => node.type === 'Action.Execute');
        expect(pressed.map((node) => node.data)).toEqual(
          buttons.map(({ action, value }) => ({ action, value, lang: 'en' })),
        );
      }),
      { numRuns: 150 },
    );
  });

  it('also when it is Markdown that formats', () => {
    fc.assert(
      fc.property(fc.array(hostile, { maxLength: 30 }), (pieces) => {
        for (const part of renderMessage(message(pieces.join('\n\n')), { buttonsWith: 'last' })) {
          expect(cardShape.safeParse(cardIn(part)).error).toBeUndefined();
          expect(bytesOf(part)).toBeLessThanOrEqual(80_000);
        }
      }),
      { numRuns: 150 },
    );
  });
});
