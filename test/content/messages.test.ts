import { readFile } from 'node:fs/promises';
import { globSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadMessages, type Phrase } from '../../src/content/load-messages.ts';
import { LANGUAGES, type Lang, ROLES, SIGNALS } from '../../src/domain/words.ts';
import { samplesOf } from './phrase-samples.ts';

const phrases = [...(await loadMessages('prompts')).values()].map(({ value }) => value);
const raw = Object.fromEntries(
  await Promise.all(
    LANGUAGES.map(async (lang) => [lang, JSON.parse(await readFile(`prompts/messages/${lang}.json`, 'utf8'))] as const),
  ),
) as Record<Lang, Record<string, string>>;
const keys = Object.keys(raw.en);

const files = globSync(['src/**/*.ts', 'adapters/**/*.ts'], { exclude: ['**/node_modules/**'] });
const source = (await Promise.all(files.map((file) => readFile(file, 'utf8'))))
  .join('\n')
  .replaceAll(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '');

const namesIn = (pattern: RegExp): string[] => [
  ...new Set([...source.matchAll(pattern)].flatMap((found) => found.slice(1).find(Boolean) ?? [])),
];
/** A literal or template string, after what comes before it. */
const literalAfter = (before: RegExp): RegExp =>
  new RegExp(`${before.source}(?:'([a-z][^']*)'|\`([a-z][^\`]*)\`)`, 'g');

/** `why.${reason}` -> the keys that it can become. */
const meant = (key: string): string[] => {
  if (!key.includes('${')) return [key];
  const pattern = key
    .split(/\$\{[^}]*\}/)
    .map((part) => part.replaceAll(/[^\w-]/g, '\\$&'))
    .join('[a-z0-9-]+');
  return keys.filter((known) => new RegExp(`^${pattern}$`).test(known));
};

const wordsOf = (lang: Lang, key: string): string[] => (raw[lang][key] ?? '').split(',').map((word) => word.trim());
const COMMANDS = keys.filter((key) => key.startsWith('command.') && key !== 'command.unknown');
const commandWords = (lang: Lang): string[] => COMMANDS.flatMap((key) => wordsOf(lang, key));
const FORM_WORDS = ['form.cancel-words', 'form.skip-words'];

/** A property of Adaptive Cards that looks like a key of ours. */
const OF_ADAPTIVE_CARDS = 'choices.data';

describe('keys', () => {
  test('are the same in every language, in the same order', () => {
    for (const lang of LANGUAGES) expect(Object.keys(raw[lang])).toEqual(keys);
  });

  test('that the code says are there', () => {
    const said = namesIn(literalAfter(/\bsay\((?:[\w.]+, )?/));
    const told = namesIn(literalAfter(/\b(?:tellPrivately|announce)\(\w+, \w+, (?:[^,]* [?:] )?/));
    // Also those in conditions and variables: a literal with a dot that begins like a key is one.
    const begun = new Set(keys.filter((key) => key.includes('.')).map((key) => key.split('.')[0]));
    const literals = namesIn(literalAfter(/(?<![\w'`])/)).filter((each) => /^[a-z][a-z-]*\.[^\s/]+$/.test(each));
    const others = literals.filter(
      (each) => begun.has(each.split('.')[0]) && !/\.(ts|json|md|png)$/.test(each) && each !== OF_ADAPTIVE_CARDS,
    );
    expect(others.length).toBeGreaterThan(100);
    const problems = namesIn(literalAfter(/\bproblem: /));
    expect(said.length + told.length).toBeGreaterThan(100);
    const lacking = [...said, ...told, ...problems, ...others].filter((key) =>
      meant(key).every((each) => !keys.includes(each)),
    );
    expect(lacking).toEqual([]);
  });

  test('made from a word of the domain are there for each of its words', () => {
    const made = [
      ...SIGNALS.map((signal) => `signal.${signal}`),
      ...ROLES.map((role) => `voices.role.${role}`),
      ...LANGUAGES.map((lang) => `language.${lang}`),
      ...['not-yet-this-round', 'quiet-for-a-while', 'never-yet'].flatMap((reason) => [
        `nudge.${reason}`,
        `why.${reason}`,
      ]),
      ...['open', 'done', 'dropped'].map((status) => `commitment.${status}`),
    ];
    expect(made.filter((key) => !keys.includes(key))).toEqual([]);
  });

  test('are all said somewhere', () => {
    const literals = namesIn(literalAfter(/(?<![\w'`])/)).flatMap(meant);
    const used = new Set(literals);
    expect(keys.filter((key) => !used.has(key))).toEqual([]);
  });
});

describe.each(LANGUAGES)('in %s', (lang) => {
  const own = phrases.filter((phrase) => phrase.lang === lang);
  const saidIn = (phrase: Phrase) => samplesOf(phrase.format).map((params) => String(phrase.format.format(params)));

  test('every phrase can be said with every number and choice', () => {
    const odd = /^$|[{}]|undefined|NaN| {2}|^\s|\s$| [,.;:]/;
    const said = own.flatMap((phrase) => saidIn(phrase).map((text) => `${phrase.key}: ${text}`));
    expect(said.length).toBeGreaterThan(keys.length);
    expect(said.filter((line) => odd.test(line.slice(line.indexOf(': ') + 2)))).toEqual([]);
  });

  test('Porras keeps its voice down', () => {
    expect(own.filter((phrase) => raw[lang][phrase.key]?.includes('!')).map((phrase) => phrase.key)).toEqual([]);
  });

  const longest = (wanted: string[], limit: number) =>
    own
      .filter((phrase) => wanted.includes(phrase.key))
      .flatMap((phrase) => saidIn(phrase))
      .filter((said) => said.length > limit);

  test('buttons, form titles and labels are as short as chat platforms show them', () => {
    const labels = namesIn(literalAfter(/label: say\(/)).flatMap(meant);
    const titles = namesIn(literalAfter(/\b(?:title|submit): say\(/)).flatMap(meant);
    expect(labels.length).toBeGreaterThan(20);
    expect(titles.length).toBeGreaterThan(10);
    expect(
      longest(
        keys.filter((key) => key.startsWith('choice.') && key !== 'choice.expired'),
        30,
      ),
    ).toEqual([]);
    expect(longest(labels, 60)).toEqual([]);
    // A Slack modal takes 24 characters in its title and on its button.
    expect(longest(titles, 24)).toEqual([]);
  });

  test('an invitation is short enough to be read on a phone', () => {
    const nudges = keys.filter((key) => /^(nudge|why|heard|listen-first)/.test(key));
    expect(longest(nudges, 500)).toEqual([]);
  });

  test('help tells of every command by a word that works', () => {
    const help = own.find((phrase) => phrase.key === 'help');
    const shown = (params: Record<string, string>) =>
      [...String(help?.format.format({ topic: 'x', ...params })).matchAll(/`(?:@porras )?([^`@]+)`/g)].map(
        ([, word]) => word,
      );
    const forFacilitator = shown({ has: 'inquiry', who: 'facilitator' });
    const told = (key: string) => forFacilitator.some((word) => wordsOf(lang, key).includes(word ?? ''));
    expect(COMMANDS.filter((key) => !told(key))).toEqual(['command.help', 'command.new']);
    expect(wordsOf(lang, 'command.new')).toContain(shown({ has: 'none', who: 'participant' })[0]);
  });

  test('every word that people are told to write works', () => {
    const typed = own
      .flatMap((phrase) => saidIn(phrase))
      .flatMap((said) => [...said.matchAll(/`(?:@porras )?([^\s`@]+)[^`]*`/g)].map((found) => found[1] ?? ''));
    expect(typed.length).toBeGreaterThan(20);
    expect(typed.filter((word) => !commandWords(lang).includes(word))).toEqual([]);
    const quoted = own
      .flatMap((phrase) => [...(raw[lang][phrase.key] ?? '').matchAll(/[“”]([^“”]+)”/g)])
      .map((found) => found[1] ?? '')
      .filter((each) => !each.startsWith('{'));
    expect(quoted.length).toBeGreaterThan(2);
    const known = [...commandWords(lang), ...FORM_WORDS.flatMap((key) => wordsOf(lang, key))];
    expect(quoted.filter((word) => !known.includes(word))).toEqual([]);
  });
});

describe('command words', () => {
  test('are single words in small letters', () => {
    const all = LANGUAGES.flatMap(commandWords);
    expect(all.filter((word) => word === '' || /\s/.test(word) || word !== word.toLowerCase())).toEqual([]);
  });

  test('belong to one command, whatever the language', () => {
    const owners = new Map<string, Set<string>>();
    for (const lang of LANGUAGES) {
      for (const key of COMMANDS) {
        for (const word of wordsOf(lang, key)) owners.set(word, (owners.get(word) ?? new Set()).add(key));
      }
    }
    expect([...owners].filter(([, all]) => all.size > 1).map(([word]) => word)).toEqual([]);
  });

  test('are no words that answer a form', () => {
    const all = new Set(LANGUAGES.flatMap(commandWords));
    const form = LANGUAGES.flatMap((lang) => FORM_WORDS.flatMap((key) => wordsOf(lang, key)));
    expect(form.filter((word) => all.has(word))).toEqual([]);
    for (const lang of LANGUAGES) {
      const [cancel = [], skip = []] = FORM_WORDS.map((key) => wordsOf(lang, key));
      expect(cancel.filter((word) => skip.includes(word))).toEqual([]);
    }
  });
});
