import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mrkdwnToText } from '../../src/transcripts/slack/mrkdwn-to-text.ts';

const names = {
  user: (id: string) => ({ U1: 'Aino Virta', U2: 'Eino & Co' })[id] ?? null,
  channel: (id: string) => ({ C1: 'hallinto' })[id] ?? null,
};

test.each([
  ['<@U1> kysyi', '@Aino Virta kysyi'],
  ['<@U2>', '@Eino & Co'],
  ['<@U9|vieras> ja <@U8>', '@vieras ja @U8'],
  ['<#C1|hallinto> <#C1> <#C1|> <#C9>', '#hallinto #hallinto #hallinto #C9'],
  ['<!here> <!channel> <!subteam^S1|@tiimi> <!subteam^S2>', '@here @channel @tiimi @group'],
  ['<!date^1772431440^{date}|2.3.2026>', '2.3.2026'],
  ['<https://example.com/a?b=1&amp;c=2>', 'https://example.com/a?b=1&c=2'],
  ['<https://example.com|ohje &lt;uusi&gt;>', 'ohje <uusi>'],
  [
    '<mailto:a@example.com|a@example.com> <mailto:b@example.com> <tel:+358401234567>',
    'a@example.com b@example.com +358401234567',
  ],
  ['1 &lt; 2 &amp;&amp; 3 &gt; 2', '1 < 2 && 3 > 2'],
  ['&amp;lt; &quot; &#39;', '&lt; &quot; &#39;'],
  ['*b* _i_ ~s~ `c` :wave: &gt; q', '*b* _i_ ~s~ `c` :wave: > q'],
  ['<oma> < x', '<oma> < x'],
])('%s', (mrkdwn, text) => {
  expect(mrkdwnToText(mrkdwn, names)).toBe(text);
});

test('whatever was typed comes back, as Slack escapes nothing but three characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => {
      const stored = typed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
      expect(mrkdwnToText(stored, names)).toBe(typed);
    }),
  );
});
