import { describe, expect, it } from 'vitest';
import { renderHome } from '../../../adapters/slack/home.ts';
import type { Message } from '../../../src/domain/message.ts';

const said = (markdown: string, more: Partial<Message> = {}): Message => ({
  text: markdown,
  markdown,
  lang: 'fi',
  ...more,
});
const home = (...sections: Message[]) => renderHome({ lang: 'fi', sections }).blocks;
const paragraphs = (count: number, name: string) =>
  said(Array.from({ length: count }, (_, index) => `${name} ${index}`).join('\n\n'));
const kinds = (...sections: Message[]) => home(...sections).map((block) => block.type);

describe('a home', () => {
  it('has its sections with a line between them, and their buttons below', () => {
    const choices = [{ action: 'settings', value: '', label: 'Asetukset' }];
    expect(kinds(said('# Avoinna\n\nKysymys', { choices }), said(''), said('Omat puheenvuorot'))).toEqual([
      'header',
      'rich_text',
      'actions',
      'divider',
      'rich_text',
    ]);
  });

  it('has no line between a heading and what it is about', () => {
    expect(kinds(said('## Avoinna'), said('Kysymys'), said('## Kutsut'), said('Silloin tällöin'))).toEqual([
      'header',
      'rich_text',
      'divider',
      'header',
      'rich_text',
    ]);
  });

  it('is never empty, since Slack takes no empty one', () => {
    expect(home()).toEqual([{ type: 'section', text: { type: 'plain_text', text: '…', emoji: false } }]);
  });

  it('gives up lines first, then the space between paragraphs, then what stands last', () => {
    const tight = kinds(paragraphs(50, 'a'), paragraphs(50, 'b'));
    expect(tight).toEqual(Array(100).fill('rich_text'));
    const together = home(paragraphs(80, 'a'), paragraphs(80, 'b'));
    expect(together.length).toBeLessThan(10);
    expect(JSON.stringify(together)).toContain('b 79');
    const headings = said(Array.from({ length: 90 }, (_, index) => `# ${index}`).join('\n\n'));
    const cut = home(said('first'), headings, headings);
    expect(cut).toHaveLength(92);
    expect(cut.at(-1)).toMatchObject({ text: { text: '…' } });
  });

  it('tells a picture in words', () => {
    expect(JSON.stringify(home(said('x', { picture: { id: 'p', alt: 'Portaat' } })))).toContain('Portaat');
  });
});
