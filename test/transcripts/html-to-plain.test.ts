import { expect, test } from 'vitest';
import { htmlToPlain } from '../../src/html-to-plain.ts';

test.each([
  ['<p>yksi</p>\n<p>kaksi<br>kolme</p>', 'yksi\nkaksi\nkolme'],
  ['<p>yksi</p>\n<p>&nbsp;</p>\n<p>kaksi</p>', 'yksi\n\nkaksi'],
  ['<div>yksi</div><div><br></div><div>kaksi<br></div>', 'yksi\n\nkaksi'],
  ['<p>a &nbsp;b&nbsp;</p>', 'a  b'],
  ['<p>1 &lt; 2 &amp;amp; &quot;x&quot; &#39;y&#39; &ouml; &euro;</p>', '1 < 2 &amp; "x" \'y\' ö €'],
  ['<div>Hei <at id="0">Aino</at>&nbsp;<at id="1">Virta</at>, kiitos!</div>', 'Hei @Aino @Virta, kiitos!'],
  ['<p>hyvä <emoji id="smile" alt="😀" title="Hymy"></emoji></p>', 'hyvä 😀'],
  ['<p><img itemtype="http://schema.skype.com/Emoji" alt="👍"> ok <img alt="image" src="x"></p>', '👍 ok'],
  ['<attachment id="1"></attachment><p>tämä</p>', 'tämä'],
  ['<ul><li>yksi</li><li>kaksi<ul><li>sisä</li></ul></li></ul><p>loppu</p>', '- yksi\n- kaksi\n  - sisä\nloppu'],
  ['<ol><li>yksi</li><li>kaksi</li></ol>', '1. yksi\n2. kaksi'],
  ['<p><strong>lihava</strong><em>kursiivi</em> <a href="https://example.com">linkki</a></p>', 'lihavakursiivi linkki'],
  ['<blockquote><p>lainaus</p><p>toinen</p></blockquote><p>oma</p>', '> lainaus\n> toinen\noma'],
  ['<h2>Otsikko</h2><hr><p>teksti</p>', 'Otsikko\nteksti'],
  ['<codeblock class="Json"><code>{<br>&nbsp; "a": 1<br>}</code></codeblock>', '{\n  "a": 1\n}'],
  ['<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>', 'a   b\nc   d'],
  ['<script>alert(1)</script><style>p{}</style><p>näkyy', 'näkyy'],
  ['', ''],
])('%s', (html, text) => {
  expect(htmlToPlain(html)).toEqual({ text, quotes: null });
});

test('what another person said is not taken for the words of the one who answers', () => {
  const html =
    '<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="1622853091207"><strong>Eino</strong><p>toisen</p></blockquote><p>oma</p>';
  expect(htmlToPlain(html)).toEqual({ text: 'oma', quotes: '1622853091207' });
});

test('a hostile text takes no more time than its length', () => {
  const html = '<blockquote '.repeat(5_000) + '<br>'.repeat(5_000) + '<div>'.repeat(2_000) + ' '.repeat(50_000);
  expect(htmlToPlain(html).quotes).toBeNull();
});
