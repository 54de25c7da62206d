import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { Lang } from '../../domain/words.ts';
import { InputError, messageOf } from '../../errors.ts';
import type { Lexicon } from './lexicon.ts';
import { lexiconSchema } from './lexicon.ts';

export type Lexicons = Record<Lang, Lexicon>;

/**
 * Reads `{fi,sv,en}.yaml` of a folder such as `prompts/lexicons`.
 * @throws InputError that names file, line and field of the first thing that is wrong.
 */
export async function loadLexicons(folder: string): Promise<Lexicons> {
  // One after another, so that of several that are wrong the same one is told each time.
  const load = (lang: Lang) => loadLexicon(join(folder, `${lang}.yaml`), lang);
  return { fi: await load('fi'), sv: await load('sv'), en: await load('en') };
}

async function loadLexicon(file: string, lang: Lang): Promise<Lexicon> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new InputError(file, `cannot be read (${messageOf(cause)}); put a lexicon there`, { cause });
  });
  const lexicon = parseLexicon(text, file);
  if (lexicon.language !== lang)
    throw new InputError(`${file}: language`, `is ${lexicon.language}, but the file is named for ${lang}`);
  return lexicon;
}

/** @param file named in errors. */
export function parseLexicon(text: string, file: string): Lexicon {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [broken] = document.errors;
  if (broken)
    throw new InputError(
      `${file}:${lines.linePos(broken.pos[0]).line}`,
      `is not valid YAML: ${broken.message.split('\n')[0]}`,
    );
  const parsed = lexiconSchema.safeParse(document.toJS());
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const path = (issue?.path ?? []).filter((key): key is string | number => typeof key !== 'symbol');
  throw new InputError(`${file}:${lineOf(path)}: ${path.join('.')}`, issue?.message ?? 'is not a lexicon');

  /** A missing field has no line of its own: that of the nearest thing around it. */
  function lineOf(wanted: (string | number)[]): number {
    for (let length = wanted.length; length > 0; length--) {
      const node = document.getIn(wanted.slice(0, length), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  }
}
