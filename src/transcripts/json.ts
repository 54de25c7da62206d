import { type ParseError, parse, printParseErrorCode, visit } from 'jsonc-parser';
import { InputError } from '../errors.ts';

/**
 * Parses JSON.
 * @param file as shown in errors. @param firstLine number of the line with which the text begins.
 * @throws InputError that names line and column of what is wrong.
 */
export const parseJson = (text: string, file: string, firstLine = 1): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    const { offset, what } = firstError(text);
    const before = text.slice(0, offset);
    const line = firstLine + (before.match(/\n/g)?.length ?? 0);
    const column = offset - before.lastIndexOf('\n');
    throw new InputError(`${file}:${line}`, `not valid JSON at column ${column} (${what}); mend it or export again`, {
      cause,
    });
  }
};

/** The parser says where and what in words that hold nothing of the text, unlike the message of `JSON.parse`. */
const firstError = (text: string): { offset: number; what: string } => {
  const errors: ParseError[] = [];
  try {
    parse(text, errors, { disallowComments: true });
  } catch {
    return { offset: 0, what: 'nested too deeply' };
  }
  const [first] = errors;
  if (!first) return { offset: 0, what: 'unexpected character' };
  const what = printParseErrorCode(first.error)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return { offset: first.offset, what };
};

/**
 * Lines on which the objects that stand in lists begin, by their path: `0`, `value/3`, `value/3/replies/0`.
 * @param text valid JSON.
 */
export const linesOfItems = (text: string, file: string): ReadonlyMap<string, number> => {
  const lines = new Map<string, number>();
  try {
    visit(text, {
      onObjectBegin: (_offset, _length, line, _character, pathOf) => {
        const path = pathOf();
        if (typeof path.at(-1) === 'number') lines.set(path.join('/'), line + 1);
      },
    });
  } catch (cause) {
    throw new InputError(`${file}:1`, 'lists or objects nested too deeply; this is no export', { cause });
  }
  return lines;
};
