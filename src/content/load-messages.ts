import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { z } from 'zod';
import { type Lang, LANGUAGES } from '../domain/words.ts';
import { InputError } from '../errors.ts';
import { type Located, mergeById, place } from './located.ts';
import { parseYaml } from './parse-yaml.ts';
import { placeholdersOf } from './placeholders.ts';
import { readText, shownPath } from './read-text.ts';

/** A phrase in one language, ready to be said. */
export interface Phrase {
  lang: Lang;
  key: string;
  format: IntlMessageFormat;
  placeholders: string[];
}

const messagesSchema = z.record(z.string(), z.string());

/** Phrases of the folders' `messages/{fi,sv,en}.json` by `lang:key`; the extra folder may replace one in one language. */
export const loadMessages = async (dir: string, extraDir?: string): Promise<Map<string, Located<Phrase>>> => {
  const base = await loadFolder(dir);
  const extra = extraDir === undefined ? [] : await loadFolder(extraDir);
  const phrases = mergeById(base, extra);
  for (const entry of phrases.values()) checkOthers(entry, phrases);
  return phrases;
};

const loadFolder = async (dir: string): Promise<Located<Phrase>[]> =>
  (await Promise.all(LANGUAGES.map((lang) => loadFile(join(dir, 'messages', `${lang}.json`), lang)))).flat();

const loadFile = async (file: string, lang: Lang): Promise<Located<Phrase>[]> => {
  const there = await access(file).then(
    () => true,
    () => false,
  );
  if (!there) return [];
  const source = await readText(file);
  if (source.trim() !== '') requireJson(shownPath(file), source);
  const { value, where } = parseYaml(shownPath(file), source, messagesSchema);
  return Object.entries(value).map(([key, text]) => {
    const at = (): string => where([key]);
    const format = parseIcu(text, lang, at());
    return {
      id: `${lang}:${key}`,
      value: { lang, key, format, placeholders: placeholdersOf(format.getAst()) },
      where: at,
    };
  });
};

/** The file is read as YAML, which knows its lines; other readers of it expect plain JSON. */
const requireJson = (file: string, source: string): void => {
  try {
    JSON.parse(source);
  } catch (cause) {
    const position = Number(/position (\d+)/.exec(String(cause))?.[1] ?? 0);
    const line = source.slice(0, position).split('\n').length;
    throw new InputError(place(file, line), 'is not JSON; check commas, quotes and brackets there', { cause });
  }
};

const parseIcu = (text: string, lang: Lang, where: string): IntlMessageFormat => {
  try {
    return new IntlMessageFormat(text, lang, undefined, { ignoreTag: true });
  } catch (cause) {
    const fault = cause instanceof Error ? cause.message.split('\n')[0] : String(cause);
    throw new InputError(where, `is not a well-formed ICU message (${fault}); check its braces and plural forms`, {
      cause,
    });
  }
};

const checkOthers = ({ value, where }: Located<Phrase>, phrases: ReadonlyMap<string, Located<Phrase>>): void => {
  for (const lang of LANGUAGES) {
    const other = phrases.get(`${lang}:${value.key}`);
    if (!other) throw new InputError(where(), `is missing in messages/${lang}.json; add it there`);
    const lacking = value.placeholders.filter((name) => !other.value.placeholders.includes(name));
    if (lacking.length > 0) {
      throw new InputError(
        other.where(),
        `lacks {${lacking.join('}, {')}}, which ${where()} has; use the same placeholders`,
      );
    }
  }
};
