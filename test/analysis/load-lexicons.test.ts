import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadLexicons, parseLexicon } from '../../src/analysis/lexical/load-lexicons.ts';

const text = readFileSync('prompts/lexicons/fi.yaml', 'utf8');
const faultOf = (changed: string): string => {
  try {
    parseLexicon(changed, 'fi.yaml');
  } catch (error) {
    return (error as Error).message;
  }
  return 'no fault';
};

test('the shipped lexicons are in order', async () => {
  const lexicons = await loadLexicons('prompts/lexicons');
  expect(Object.values(lexicons).map(({ language }) => language)).toEqual(['fi', 'sv', 'en']);
});

test.each([
  ['a field that is not known', text.replace('  greeting:', '  greetings:'), /^fi\.yaml:\d+: social/],
  ['a missing field', text.replace(/^stopwords:.*$/m, ''), /^fi\.yaml:\d+: stopwords/],
  ['a cue that is no text', text.replace('  greeting: [', '  greeting: [12, '), /^fi\.yaml:\d+: social\.greeting\.0/],
  ['broken YAML', text.replace('kinds:', 'kinds: ['), /^fi\.yaml:\d+: is not valid YAML/],
])('%s is told with file, line and field', (_, changed, message) => {
  expect(faultOf(changed)).toMatch(message);
});

test('the line is the one that is wrong', () => {
  const line = text.split('\n').findIndex((each) => each.startsWith('  greeting:')) + 1;
  expect(faultOf(text.replace('  greeting: [', '  greeting: [12, '))).toContain(`fi.yaml:${line}:`);
});

test('a folder without lexicons is told', async () => {
  await expect(loadLexicons('prompts/nowhere')).rejects.toThrow(/prompts\/nowhere\/fi\.yaml: cannot be read/);
});
