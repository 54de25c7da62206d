import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { asMarkdown, plainText } from '../../src/domain/plain-text.ts';
import { hostileText } from './support/hostile-text.ts';
import { createWorld } from './world.ts';

type Renderer = Pick<typeof gfm, 'render'>;

const markdownIt = new MarkdownIt('commonmark');
const gfm = new MarkdownIt({ html: true, linkify: false });

/** What is seen, and whether anything but paragraphs and line breaks is there. */
function rendered(md: Renderer, markdown: string): { text: string; tags: string[] } {
  const html = md.render(markdown);
  const tags = [...html.matchAll(/<\/?([a-z0-9]+)/g)].map((each) => each[1]!);
  const text = html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
  return { text, tags: [...new Set(tags)].filter((tag) => tag !== 'p' && tag !== 'br') };
}

const bare = (text: string): string => text.replaceAll('\0', '\uFFFD').replace(/\s+/gu, '');

describe('words of people as Markdown', () => {
  it.each([
    ['CommonMark', markdownIt],
    ['tables and strikethrough', gfm],
  ])('show letter for letter, and are nothing but paragraphs (%s)', (_, md) => {
    fc.assert(
      fc.property(
        fc.oneof(hostileText, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary-ascii' })),
        (text) => {
          const seen = rendered(md, asMarkdown(text));
          expect(seen.tags).toEqual([]);
          expect(bare(seen.text)).toBe(bare(text));
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('come back as they were when formatting is taken away', () => {
    fc.assert(
      fc.property(fc.oneof(hostileText, fc.string({ unit: 'grapheme' })), (text) => {
        expect(bare(plainText(asMarkdown(text)))).toBe(bare(text).replaceAll('\uFFFD', '\uFFFD'));
      }),
      { numRuns: 1_000 },
    );
  });

  it('stay words in lists and quotes, which is where Porras puts them', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const quoted = `> ${asMarkdown(text).replaceAll('\n', '\n> ')}`;
        expect(rendered(gfm, quoted).tags).toEqual(['blockquote']);
        const listed = `- “${asMarkdown(text)}” \\[1\\]`;
        expect(rendered(gfm, listed).tags.filter((tag) => tag !== 'ul' && tag !== 'li')).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('cannot make a link, a heading or HTML in anything that Porras says of them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostileText, { minLength: 1, maxLength: 4 }), async (texts) => {
        const channels = [{ id: 'kitchen' }, { id: 'lounge' }];
        const world = await createWorld({ without: ['permalink'], channels });
        world.analyst.script = { '': { kind: 'concern' } };
        await world.begin({ topic: texts[0]!.slice(0, 200).trim() });
        await world.until('2026-03-02 09:00');
        for (const text of texts) await world.tell('bo', text);
        await world.command('bo', 'mine');
        await world.command('bo', 'status');
        await world.command('bo', 'commit');
        await world.submit('bo', { text: texts[0]!, dueOn: '2026-03-20' });
        await world.say('cia', texts[0]!, { ref: 'there', channel: world.platform.channel('lounge') });
        await world.act('dan', (hands) => hands.pick('there', 'add'));
        await world.act('dan', (hands) => hands.pick('there', 'builds-on'));
        await world.submit('dan', { text: texts[0]! });
        await world.act('dan', (hands) => hands.pick(world.inChannel().at(-1)?.ref ?? '', 'builds-on'));
        await world.submit('dan', { text: texts[0]! });
        await world.until('2026-03-06 16:00');
        for (const who of ['bo', 'anna']) await world.act(who, (hands) => hands.openHome());
        const home = ['bo', 'anna'].flatMap((who) => world.platform.homeFor(who)?.sections ?? []);
        const porras = [...world.platform.messages().filter((each) => each.by === null), ...home];
        for (const { markdown } of porras) {
          const html = gfm.render(markdown);
          expect(html).not.toMatch(/(href|src)=/);
          const { tags } = rendered(gfm, markdown);
          expect(tags.filter((tag) => !ALLOWED.has(tag))).toEqual([]);
          const headings = [...html.matchAll(/<h\d>(.*?)<\/h\d>/gs)].map((each) => each[1]);
          expect(headings).not.toContain('heading');
        }
      }),
      { numRuns: 15 },
    );
  }, 120_000);
});

/** What Porras itself writes with. */
const ALLOWED = new Set(['h1', 'h2', 'strong', 'em', 'ul', 'li', 'blockquote', 'code']);
