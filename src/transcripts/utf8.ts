import { isUtf8 } from 'node:buffer';
import { InputError } from '../errors.ts';

const NEWLINE = 0x0a;

/**
 * Text of UTF-8 bytes, without a byte order mark.
 * @param firstLine number of the line with which the bytes begin, for the error.
 * @throws InputError that names the line, and the byte within it.
 */
export const decodeUtf8 = (bytes: Uint8Array, file: string, firstLine = 1): string => {
  if (!isUtf8(bytes)) throw new InputError(...invalid(bytes, file, firstLine));
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  return firstLine === 1 && text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
};

const invalid = (bytes: Uint8Array, file: string, firstLine: number): [string, string] => {
  const utf16 =
    firstLine === 1 && ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff));
  if (utf16) return [`${file}:1`, 'this is UTF-16; save the file as UTF-8 and try again'];
  const bad = firstInvalidByte(bytes);
  const before = bytes.subarray(0, bad);
  const lineStart = before.lastIndexOf(NEWLINE) + 1;
  const line = firstLine + before.reduce((lines, byte) => (byte === NEWLINE ? lines + 1 : lines), 0);
  return [
    `${file}:${line}`,
    `not valid UTF-8 at byte ${bad - lineStart + 1} of the line; save the file as UTF-8 and try again`,
  ];
};

/** Index of the byte at which decoding fails: the shortest beginning that no continuation can make valid ends there. */
const firstInvalidByte = (bytes: Uint8Array): number => {
  let valid = 0;
  let broken = bytes.length;
  while (valid < broken) {
    const length = Math.ceil((valid + broken) / 2);
    if (mayContinue(bytes.subarray(0, length))) valid = length;
    else broken = length - 1;
  }
  return Math.min(valid, bytes.length - 1);
};

const mayContinue = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
};
