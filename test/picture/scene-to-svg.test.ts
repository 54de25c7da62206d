import { describe, expect, it } from 'vitest';

import { sceneToSvg } from '../../src/picture/scene-to-svg.ts';

describe('sceneToSvg', () => {
  it('writes text as text, and what people wrote cannot become a tag', () => {
    const text = '</text><script>alert("1")</script> & <b>';
    const svg = sceneToSvg(
      {
        width: 100,
        height: 50,
        background: '#FFFFFF',
        shapes: [{ kind: 'text', text, x: 1.234, y: 20, width: 50, size: 12, weight: 600, fill: '#000000' }],
      },
      'Figtree',
    );
    expect(svg).toContain('x="1.23" y="20"');
    expect(svg).toContain('>&lt;/text&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &lt;b&gt;</text>');
    expect(svg.match(/<(?!\/?(svg|rect|text)\b)/g)).toBeNull();
  });
});
