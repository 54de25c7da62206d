import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../../../src/analysis/language-model/parse-json.ts';
import { safeWords } from '../../../src/analysis/language-model/safe-words.ts';

describe('JSON of an answer', () => {
  it('is found in whatever models put around it', () => {
    const wraps: ((json: string) => string)[] = [
      (json) => json,
      (json) => `\n${json}\n`,
      (json) => `\`\`\`json\n${json}\n\`\`\``,
      (json) => `Here you are:\n\`\`\`\n${json}\n\`\`\`\nAnything else?`,
      (json) => `<think>Maybe {"no":1}? No.</think>\n${json}`,
      (json) => `With {braces} before:\n\`\`\`json\n${json}\n\`\`\``,
      (json) => `The answer is ${json}.`,
    ];
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.constantFrom(...wraps), (value, wrap) => {
        const json = JSON.stringify(value);
        fc.pre(!json.includes('```'));
        expect(parseJson(wrap(json))).toEqual({ value: JSON.parse(json) });
      }),
    );
  });

  it.each(['', 'no', '{', '{"a":', '```json\n{"a":\n```', '} {'])('is not in %j', (text) => {
    expect(parseJson(text)).toBeNull();
  });
});

describe('a server’s words', () => {
  it('lose every key and what people wrote, wherever it stands', () => {
    const word = fc.stringMatching(/^[a-zäö]{1,12}$/);
    const words = fc.array(word, { minLength: 5, maxLength: 20 }).map((all) => all.join(' '));
    const key = fc.stringMatching(/^[A-Za-z0-9-]{8,40}$/);
    fc.assert(
      fc.property(words, words, words, key, (before, data, after, secret) => {
        fc.pre(data.length >= 16 && !`${before} ${after}`.includes(secret));
        const shown = safeWords(`${before} ${secret} ${after}`, [secret], 'nothing of the kind');
        expect(shown).not.toContain(secret);
        expect(safeWords(`${data} ${after}`, [], data)).toBe('');
      }),
    );
  });

  it.each([
    'Incorrect API key provided: sk-proj-abc123def456ghi789',
    'Authorization: Bearer 0123456789abcdef',
    'https://user:secretpass1@host/v1 failed',
    'token=0123456789abcdef was refused',
  ])('keep no key that we did not know: %s', (words) => {
    expect(safeWords(words, [], '')).not.toMatch(/abc123|0123456789|secretpass/);
  });

  it('stay readable and short', () => {
    expect(safeWords("Unsupported parameter:\n 'foo'", ['k'], 'data')).toBe("Unsupported parameter: 'foo'");
    expect(safeWords('long '.repeat(500), [], '').length).toBeLessThan(310);
  });
});
