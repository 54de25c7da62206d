import { describe, expect, it } from 'vitest';
import type { Block } from '../../../adapters/slack/render-blocks.ts';
import { type Part, renderMessage, type RenderOptions } from '../../../adapters/slack/render-message.ts';
import type { Choice, Message } from '../../../src/domain/message.ts';
import { asMarkdown } from '../../../src/domain/plain-text.ts';

const message = (markdown: string, more: Partial<Message> = {}): Message => ({
  text: 'fallback',
  markdown,
  lang: 'en',
  ...more,
});
const render = (markdown: string, more: Partial<Message> = {}, options: Partial<RenderOptions> = {}) =>
  renderMessage(message(markdown, more), { buttonsWith: 'first', ...options });
const blocks = (markdown: string, more: Partial<Message> = {}, options: Partial<RenderOptions> = {}): Block[] => {
  const [part, ...others] = render(markdown, more, options);
  expect(others).toEqual([]);
  return part?.blocks ?? [];
};
const rich = (...elements: unknown[]) => ({ type: 'rich_text', elements });
const section = (...elements: unknown[]) => ({ type: 'rich_text_section', elements });
const text = (words: string, style?: object) => ({ type: 'text', text: words, ...(style && { style }) });
const kinds = (all: readonly Block[]): string[] => all.map((block) => block.type);
const choices = (count: number, more: Partial<Choice> = {}): Choice[] =>
  Array.from({ length: count }, (_, index) => ({
    action: 'snooze',
    value: `r${index}`,
    label: `No ${index}`,
    ...more,
  }));

describe('Markdown for Slack', () => {
  it('keeps formatting', () => {
    expect(blocks('a **b** _c **d**_ ~~e~~ `f *g*`\nh')).toEqual([
      rich(
        section(
          text('a '),
          text('b', { bold: true }),
          text(' '),
          text('c ', { italic: true }),
          text('d', { italic: true, bold: true }),
          text(' '),
          text('e', { strike: true }),
          text(' '),
          text('f *g*', { code: true }),
          text('\nh'),
        ),
      ),
    ]);
  });

  it('makes headers of short headings without formatting, and bold lines of others', () => {
    const long = 'Työn ilo '.repeat(20).trim();
    expect(blocks(`# One\n\n## Two\n\n### Three\n\n# ${long}\n\n# with \`code\``)).toEqual([
      { type: 'header', text: { type: 'plain_text', text: 'One', emoji: false } },
      { type: 'header', text: { type: 'plain_text', text: 'Two', emoji: false } },
      rich(section(text('Three', { bold: true }))),
      rich(section(text(long, { bold: true }))),
      rich(section(text('with ', { bold: true }), text('code', { code: true, bold: true }))),
    ]);
  });

  it('nests lists, and counts on in numbered ones', () => {
    const list = (style: string, indent: number, items: string[], more: object = {}) => ({
      type: 'rich_text_list',
      style,
      indent,
      ...more,
      elements: items.map((item) => section(text(item))),
    });
    expect(blocks('3. three\n   more\n4. four\n   - a\n   - b\n5. five')).toEqual([
      rich(
        list('ordered', 0, ['three\nmore', 'four'], { offset: 2 }),
        list('bullet', 1, ['a', 'b']),
        list('ordered', 0, ['five'], { offset: 4 }),
      ),
    ]);
  });

  it('keeps quotes, code and dividers', () => {
    expect(blocks('> one\n>\n> two\n\n```\nx < y\n```\n\n---\n\n> - a')).toEqual([
      rich({ type: 'rich_text_quote', elements: [text('one\n\ntwo')] }),
      rich({ type: 'rich_text_preformatted', elements: [text('x < y')] }),
      { type: 'divider' },
      rich({ type: 'rich_text_list', style: 'bullet', indent: 0, border: 1, elements: [section(text('a'))] }),
    ]);
  });

  it('makes links, and says where those lead that show another address', () => {
    const link = (url: string, words: string) => ({ type: 'link', url, text: words });
    expect(blocks('[\\[1\\]](https://x.slack.com/archives/C1/p1)')).toEqual([
      rich(section(link('https://x.slack.com/archives/C1/p1', '[1]'))),
    ]);
    expect(blocks('<https://a.example/ä>')).toEqual([
      rich(section(link('https://a.example/%C3%A4', 'https://a.example/ä'))),
    ]);
    expect(blocks('[https://bank.example](https://evil.example)')).toEqual([
      rich(section(text('https://bank.example ('), link('https://evil.example', 'https://evil.example'), text(')'))),
    ]);
    expect(blocks('[bank.example](https://evil.example)')).toEqual([
      rich(section(text('bank.example ('), link('https://evil.example', 'https://evil.example'), text(')'))),
    ]);
    expect(blocks('[here](/somewhere)')).toEqual([rich(section(text('here (/somewhere)')))]);
    expect(blocks('[x](javascript:alert(1))')).toEqual([rich(section(text('[x](javascript:alert(1))')))]);
  });

  it.for([
    '<!channel> <!here|here> <@U0123> <#C0123|general> <!subteam^S1> <!date^1^{date}|x>',
    '@channel @here @everyone #general',
    '<https://evil.example|https://bank.example>',
    '*bold* _em_ ~gone~ `code` ```pre``` > quote',
    '&lt;!channel&gt; &amp;',
    ':tada: :+1::skin-tone-2:',
    '# heading [link](https://evil.example) ![x](https://evil.example/x.png)',
  ])('shows what people wrote letter for letter: %s', (words) => {
    expect(blocks(asMarkdown(words))).toEqual([rich(section(text(words)))]);
  });

  it('escapes the text of notifications, and nothing else in it', () => {
    expect(render('x', { text: ' <!channel> & *you* &lt;' })[0]?.text).toBe(' &lt;!channel&gt; &amp; *you* &amp;lt;');
    expect(render('', { text: '' })).toEqual([{ text: '…', blocks: [] }]);
  });
});

describe('buttons and pictures for Slack', () => {
  it('are named by action and place, with values only where there are some', () => {
    const [row] = blocks('x', {
      choices: [
        { action: 'commit', value: 'd1', label: 'I’ll take this on', style: 'primary' },
        { action: 'correct', value: '', label: 'x'.repeat(100) },
      ],
    }).slice(-1);
    expect(row).toEqual({
      type: 'actions',
      elements: [
        {
          type: 'button',
          action_id: 'porras:commit:0',
          value: 'd1',
          text: { type: 'plain_text', text: 'I’ll take this on', emoji: false },
          style: 'primary',
        },
        {
          type: 'button',
          action_id: 'porras:correct:1',
          text: { type: 'plain_text', text: `${'x'.repeat(74)}…`, emoji: false },
        },
      ],
    });
  });

  it('ask again before what is dangerous, in the language of the message', () => {
    const [row] = blocks('x', { lang: 'fi', choices: choices(1, { label: 'Poista', style: 'danger' }) }).slice(-1);
    expect(row).toMatchObject({
      elements: [
        {
          style: 'danger',
          confirm: {
            title: { text: 'Poista' },
            text: { text: expect.stringContaining('Oletko varma?') },
            deny: { text: 'Peruuta' },
          },
        },
      ],
    });
  });

  it('come in rows of 25', () => {
    const rows = blocks('x', { choices: choices(60) }).slice(1);
    expect(rows.map((row) => (row.type === 'actions' ? row.elements.length : 0))).toEqual([25, 25, 10]);
  });

  it('are refused with a value that Slack would refuse', () => {
    expect(() => render('x', { choices: choices(1, { value: 'x'.repeat(2_001) }) })).toThrow(
      expect.objectContaining({ code: 'button-too-long' }),
    );
  });

  it('a picture stands below the heading, with its description', () => {
    const picture = { fileId: 'F1', alt: 'Stairs' };
    const shown = blocks('# Week 1\n\ntext', { picture: { id: 'p', alt: 'Stairs' } }, { picture });
    expect(kinds(shown)).toEqual(['header', 'image', 'rich_text']);
    expect(shown[1]).toEqual({ type: 'image', slack_file: { id: 'F1' }, alt_text: 'Stairs' });
    expect(kinds(blocks('text', {}, { picture }))).toEqual(['image', 'rich_text']);
  });

  it('a picture that is not at hand is said in words', () => {
    expect(blocks('text', { picture: { id: 'p', alt: 'Stairs *up*' } })).toEqual([
      rich(section(text('text'))),
      rich(section(text('Stairs *up*'))),
    ]);
  });
});

describe('a message that is too long for Slack', () => {
  const paragraph = (name: string) => `${`${name} ja lause. `.repeat(150).trim()}`;
  const sixteen = Array.from({ length: 16 }, (_, index) => paragraph(`kohta${index}`)).join('\n\n');
  /** The text of every run that is shown, part by part. */
  const textsOf = (parts: readonly Part[]): string[] =>
    parts.flatMap((part) =>
      part.blocks.flatMap((block) =>
        block.type === 'rich_text'
          ? block.elements.flatMap((each) => each.elements.map((one) => ('text' in one ? one.text : '')))
          : [],
      ),
    );

  it('goes on in further parts, cut between paragraphs and numbered', () => {
    const parts = render(sixteen);
    expect(parts.length).toBeGreaterThan(2);
    const numbers = parts.map((part) => JSON.stringify(part.blocks.at(-1)));
    numbers.forEach((number, index) => expect(number).toContain(`"${index + 1}/${parts.length}"`));
    expect(textsOf(parts)).toEqual(sixteen.split('\n\n'));
    expect(parts[0]?.text).toBe('fallback');
    expect(parts[1]?.text).toContain('kohta');
  });

  it('has its buttons with the first part, or with the last', () => {
    const first = render(sixteen, { choices: choices(2) }, { buttonsWith: 'first' });
    expect(first.map((part) => kinds(part.blocks).includes('actions'))).toEqual(first.map((_, index) => index === 0));
    const last = render(sixteen, { choices: choices(2) }, { buttonsWith: 'last' });
    expect(last.map((part) => kinds(part.blocks).includes('actions'))).toEqual(
      last.map((_, index) => index === last.length - 1),
    );
  });

  it('never ends a part with a heading', () => {
    const parts = render(Array.from({ length: 60 }, (_, index) => `# Otsikko ${index}\n\nsana`).join('\n\n'));
    expect(parts.length).toBeGreaterThan(1);
    for (const part of parts) expect(kinds(part.blocks).at(-2)).toBe('rich_text');
  });

  it('cuts a list between its items, and counts on', () => {
    const items = Array.from({ length: 40 }, (_, index) => `${index + 1}. ${'sana '.repeat(60)}loppu${index + 1}`);
    const lists = render(items.join('\n')).flatMap((part) =>
      part.blocks.flatMap((block) => (block.type === 'rich_text' ? block.elements : [])),
    );
    let next = 0;
    for (const list of lists) {
      if (list.type !== 'rich_text_list') throw new Error(`unexpected ${list.type}`);
      expect(list.offset ?? 0).toBe(next);
      next += list.elements.length;
      for (const item of list.elements) expect(item.elements[0]?.text).toMatch(/^sana .*loppu\d+$/);
    }
    expect(next).toBe(40);
  });

  it('cuts a paragraph between sentences, then words, and only then within one', () => {
    const texts = (markdown: string) => textsOf(render(markdown));
    for (const piece of texts('Tämä on lause. '.repeat(500))) expect(piece).toMatch(/^Tämä .*lause\.$/);
    for (const piece of texts('sanoja '.repeat(1_000))) expect(piece).toMatch(/^sanoja.*sanoja$/);
    const families = texts('👩‍👩‍👧‍👦'.repeat(600));
    expect(families.length).toBeGreaterThan(1);
    for (const piece of families) expect(piece).toMatch(/^(?:👩‍👩‍👧‍👦)+$/u);
  });
});
