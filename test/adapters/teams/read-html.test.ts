import { describe, expect, it } from 'vitest';
import { readHtml, readMessage, readPlain } from '../../../adapters/teams/read-html.ts';

const OURS = new Set(['Porras', 'Porras (test)']);
const mention = (name: string, more = '') =>
  `<span ${more} itemtype="http://schema.skype.com/Mention" itemid="0">${name}</span>`;

/** HTML as Teams's clients write it -> what people saw. */
const SEEN: Record<string, [html: string, text: string]> = {
  'a mention of Porras': [`<p>${mention('Porras')} status</p>`, '@Porras status'],
  'a mention of Porras by another name': [
    `<p>${mention('Porras (test)', 'itemscope=""')}&nbsp;status</p>`,
    '@Porras status',
  ],
  'an old mention': ['<div><at id="0">Porras</at> status</div>', '@Porras status'],
  'a mention of a person': [`<p>Ask ${mention('Maija &amp; co')}</p>`, 'Ask @Maija & co'],
  'a person who is called like Porras in text only': ['<p>Porras</p>', 'Porras'],
  'what looks like a mention and was typed': ['<p>&lt;at&gt;Porras&lt;/at&gt;</p>', '<at>Porras</at>'],
  paragraphs: ['<p>one</p><p>two<br>three</p><p>&nbsp;</p><p>four</p>', 'one\ntwo\nthree\n\nfour'],
  'old paragraphs': ['<div><div>one</div>\n<div>two</div></div>', 'one\ntwo'],
  lists: ['<p>a</p><ul><li>b</li><li>c</li></ul><ol><li>d</li><li>e</li></ol>', 'a\n- b\n- c\n1. d\n2. e'],
  'a quote by hand': ['<blockquote><p>she said</p></blockquote><p>I agree</p>', '> she said\nI agree'],
  emoji: [
    '<p>well <emoji alt="👏" title="x"></emoji> done <img itemtype="http://schema.skype.com/Emoji" alt="🙂"></p>',
    'well 👏 done 🙂',
  ],
  pictures: ['<p>look <img src="x.png" alt="a cat"></p>', 'look'],
  'links and emphasis': ['<p><a href="https://example.com">here</a> <strong>now</strong></p>', 'here now'],
  'attached cards': ['<p>see</p><attachment id="1"></attachment>', 'see'],
};

describe('HTML', () => {
  it.for(Object.entries(SEEN))('%s', ([, [html, text]]) => expect(readHtml(html, OURS).text).toBe(text));

  it('tells which message was answered, without its words', () => {
    const html =
      '<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="170"><p>theirs</p></blockquote><p>mine</p>';
    expect(readHtml(html, OURS)).toEqual({ text: 'mine', quotes: '170' });
  });
});

it('text without HTML has mentions only', () => {
  expect(readPlain('<at>Porras</at>  <b> &amp; <at id="1">Maija</at>', OURS)).toBe('@Porras  <b> &amp; @Maija');
});

describe('a message that has both', () => {
  it('is taken as it was typed where the HTML says no more', () => {
    const read = (html: string, text: string) => readMessage(html, text, OURS).text;
    expect(read('<div>a &nbsp;b<br>\nc</div>', 'a  b\nc\n')).toBe('a  b\nc\n');
    expect(read('<p>1 &lt; 2</p>', '1 &lt; 2')).toBe('1 < 2');
    expect(read('<p>1 &lt; 2</p>', '1 < 2')).toBe('1 < 2');
    expect(read('<p>&amp;lt;</p>', '&lt;')).toBe('&lt;');
  });

  it('is taken as people saw it where the text lost something', () => {
    const read = (html: string, text: string) => readMessage(html, text, OURS).text;
    expect(read('<p>a</p><p>b</p>', 'a b')).toBe('a\nb');
    expect(read('<ul><li>a</li></ul>', 'a')).toBe('- a');
  });
});
