import { expect, test } from 'vitest';
import { detectLanguage } from '../../src/analysis/lexical/detect-language.ts';
import type { Lang } from '../../src/domain/words.ts';

test.each<[string, Lang]>([
  ['Kiitos!', 'fi'],
  ['joo', 'fi'],
  ['mä oon eka', 'fi'],
  ['onks kellään sitä listaa', 'fi'],
  ['hyvä pointti, thanks', 'fi'],
  ['Tiimipalaverin memo on Teamsissa', 'fi'],
  ['sori, menin vähän sekaisin', 'fi'],
  ['Tack', 'sv'],
  ['Bra!', 'sv'],
  ['int vet ja', 'sv'],
  ['hur då?', 'sv'],
  ['Vem tar det, eller?', 'sv'],
  ['Kanon, jag fixar deadline', 'sv'],
  ['Thanks!', 'en'],
  ['Nice', 'en'],
  ['same here', 'en'],
  ['who covers for Virtanen?', 'en'],
  ['Agreed', 'en'],
])('"%s" is %s, whatever the fallback', (text, lang) => {
  for (const fallback of ['fi', 'sv', 'en'] as const) expect(detectLanguage(text, fallback)).toBe(lang);
});

test.each(['', '👍', '42', '@maija', 'https://example.org/kiitos', 'nurse-02', '???', 'xq'])(
  '"%s" tells nothing, so the fallback stands',
  (text) => {
    for (const fallback of ['fi', 'sv', 'en'] as const) expect(detectLanguage(text, fallback)).toBe(fallback);
  },
);
