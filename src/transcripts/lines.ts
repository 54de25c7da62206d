import { createReadStream } from 'node:fs';
import { InputError, messageOf } from '../errors.ts';
import { bytes, LIMITS } from './limits.ts';
import { decodeUtf8 } from './utf8.ts';

export interface Line {
  /** From 1. */
  number: number;
  text: string;
}

const NEWLINE = 0x0a;

/**
 * The lines of a UTF-8 file, one at a time, so that a file of any size takes the memory of one line. A byte order mark
 * is left out; a carriage return before a newline stays. `node:readline` is not used because it replaces invalid bytes.
 * @throws InputError for invalid UTF-8, for a line over the limit, and when the file cannot be read on.
 */
export async function* readLines(path: string): AsyncGenerator<Line> {
  let number = 1;
  let rest: Buffer[] = [];
  let held = 0;
  for await (const chunk of chunksOf(path)) {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, from)) {
      yield line(path, number, Buffer.concat([...rest, chunk.subarray(from, end)]));
      number += 1;
      rest = [];
      held = 0;
      from = end + 1;
    }
    rest.push(chunk.subarray(from));
    held += chunk.length - from;
    if (held > LIMITS.line) throw tooLong(path, number);
  }
  if (held > 0) yield line(path, number, Buffer.concat(rest));
}

async function* chunksOf(path: string): AsyncGenerator<Buffer> {
  try {
    // Buffers are what a stream without an encoding gives.
    for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) yield chunk as Buffer;
  } catch (thrown) {
    throw new InputError(path, `cannot be read (${messageOf(thrown)}); check the path and the disk`, { cause: thrown });
  }
}

const line = (path: string, number: number, content: Buffer): Line => {
  if (content.length > LIMITS.line) throw tooLong(path, number);
  return { number, text: decodeUtf8(content, path, number) };
};

const tooLong = (path: string, number: number): InputError =>
  new InputError(`${path}:${number}`, `a line of more than ${bytes(LIMITS.line)}; write one message a line (JSONL)`);
