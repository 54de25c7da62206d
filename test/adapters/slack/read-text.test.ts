import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emojiNamed, nameOfEmoji } from '../../../adapters/slack/emoji.ts';
import { readText } from '../../../adapters/slack/read-text.ts';
import { HOSTILE } from '../../contract/chat-platform-harness.ts';

const NAMES: Record<string, string> = { U0PORRAS: 'Porras', U1: 'Maija Meikäläinen' };
const mentioned = { person: (id: string) => NAMES[id] ?? null };
const read = (text: string): string => readText(text, mentioned);

/** What Slack makes of a typed text that holds no links or mentions: the three characters escaped. */
const typed = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

describe('the text of a message', () => {
  it.for([
    ['a person by name', 'ask <@U1> about it', 'ask @Maija Meikäläinen about it'],
    ['Porras by its name, whatever it is called there', '<@U0PORRAS> status', '@Porras status'],
    ['a stranger by the name that came along', '<@U9|pekka> knows', '@pekka knows'],
    ['a stranger without one', '<@U9> knows', '@someone knows'],
    ['a channel by name', 'see <#C1|general> and <#C2>', 'see #general and #channel'],
    ['a group', '<!subteam^S1|@design> and <!subteam^S2>', '@design and @group'],
    ['everybody', '<!here> <!channel|@channel> <!everyone>', '@here @channel @everyone'],
    ['a date as it was shown', '<!date^1392734382^{date}|Feb 18, 2014 PST>', 'Feb 18, 2014 PST'],
    ['a link by its words', '<https://example.com/a?b=1&amp;c=2|our page>', 'our page'],
    ['a link without words', '<https://example.com/a?b=1&amp;c=2>', 'https://example.com/a?b=1&c=2'],
    ['an e-mail address', '<mailto:a@example.com|a@example.com> <mailto:b@example.com>', 'a@example.com b@example.com'],
    ['a telephone number', '<tel:+358401234567>', '+358401234567'],
    ['what was typed, with its emphasis', '*bold* _it_ ~no~ `code` :)', '*bold* _it_ ~no~ `code` :)'],
    ['emoji, with their skin', ':wave::skin-tone-3: :flag-fi: :heart::+1:', '👋🏼 🇫🇮 ❤️👍'],
    [
      'no emoji in a time, or in one that only the workspace has',
      '12:00:00, 1:100:1 :partyporras:',
      '12:00:00, 1:100:1 :partyporras:',
    ],
    ['a quotation', '&gt; said &amp; done', '> said & done'],
    ['no token of ours', 'a <b> c', 'a <b> c'],
  ] as const)('shows %s', ([, slack, seen]) => {
    expect(read(slack)).toBe(seen);
  });

  it.for(Object.entries(HOSTILE))('is what somebody typed: %s', ([, text]) => {
    expect(read(typed(text))).toBe(text);
  });

  it('does not read again what it has unescaped: nobody can type a mention or an entity', () => {
    expect(read('&lt;@U1&gt; &lt;!channel&gt; &amp;lt;b&amp;gt; &amp;amp;')).toBe('<@U1> <!channel> &lt;b&gt; &amp;');
  });

  it('is any typed text, whatever is in it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }).filter((text) => !text.includes(':')),
        (text) => {
          expect(read(typed(text))).toBe(text);
        },
      ),
    );
  });

  it('knows emoji by their names, and names by their emoji', () => {
    for (const emoji of ['🌱', '👏', '❤️', '☕', '🇫🇮', '👩‍👩‍👧‍👦', '🙏'])
      expect(emojiNamed(nameOfEmoji(emoji) ?? '')).toBe(emoji);
    expect(nameOfEmoji('👍')).toBe('+1');
    expect(emojiNamed('clap::skin-tone-4')).toBe('👏');
    expect(emojiNamed('partyporras')).toBe(':partyporras:');
    expect(nameOfEmoji(':partyporras:')).toBe('partyporras');
    expect(nameOfEmoji('not one')).toBeNull();
  });
});
