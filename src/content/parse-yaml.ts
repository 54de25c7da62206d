import { isMap, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import { InputError } from '../errors.ts';
import { type Path, place } from './located.ts';
import { wordIssue } from './word-issue.ts';

const COMMA_HINT = '; inside { } a comma starts a new field: put text that has a comma in quotes';

export interface ParsedYaml<T> {
  value: T;
  where: (path?: Path) => string;
}

/**
 * Reads YAML (and therefore JSON) by a schema.
 * @throws InputError for the first fault in the file, naming file, line and field, and how many more there are.
 */
export const parseYaml = <T>(file: string, text: string, schema: z.ZodType<T>): ParsedYaml<T> => {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const where = (path: Path = []): string => place(file, lineOf(document, lines, path), path);

  const fault = document.errors[0];
  if (fault) {
    const line = lines.linePos(fault.pos[0]).line || 1;
    throw new InputError(place(file, line), `cannot be read as YAML: ${fault.message.split('\n')[0]}`, {
      cause: fault,
    });
  }
  if (document.contents === null) throw new InputError(place(file, 1), 'is empty; fill it in or remove it');

  const result = schema.safeParse(toData(document, where), { error: wordIssue });
  if (result.success) return { value: result.data, where };

  const faults = result.error.issues
    .map((issue) => {
      const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
      if (issue.code === 'unrecognized_keys' && issue.keys[0] !== undefined) path.push(issue.keys[0]);
      const hint = issue.code === 'unrecognized_keys' && (document.getIn(path) ?? null) === null ? COMMA_HINT : '';
      // A field that is not known is often another one misspelt: told before what is missing on account of it.
      const rank = issue.code === 'unrecognized_keys' ? 0 : 1;
      return { path, message: `${issue.message}${hint}`, rank, line: lineOf(document, lines, path) };
    })
    .toSorted((a, b) => a.rank - b.rank || a.line - b.line);
  const [first, ...more] = faults;
  const others = more.length === 0 ? '' : ` (and ${more.length} more in this file)`;
  throw new InputError(where(first?.path), `${first?.message}${others}`);
};

const toData = (document: Document, where: () => string): unknown => {
  try {
    return document.toJS();
  } catch (cause) {
    throw new InputError(where(), 'has an alias (*name) that cannot be resolved; write the value out', { cause });
  }
};

/** The line of the field's name, or of the nearest thing around it when the field is not there. */
const lineOf = (document: Document, lines: LineCounter, path: Path): number => {
  const offset = offsetOf(document, path);
  return offset === undefined ? 1 : lines.linePos(offset).line;
};

const offsetOf = (document: Document, path: Path): number | undefined => {
  for (let length = path.length; length > 0; length--) {
    const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const name = path[length - 1];
    if (isMap(parent)) {
      const pair = parent.items.find((item) => keyOf(item.key) === String(name));
      if (pair) return startOf(pair.key);
    } else {
      const node = document.getIn(path.slice(0, length), true);
      if (node !== undefined) return startOf(node);
    }
  }
  return startOf(document.contents);
};

const keyOf = (key: unknown): string =>
  String(key !== null && typeof key === 'object' && 'value' in key ? key.value : key);

const startOf = (node: unknown): number | undefined =>
  node !== null && typeof node === 'object' && 'range' in node && Array.isArray(node.range) ? node.range[0] : undefined;
