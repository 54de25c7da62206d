import { PorrasError } from '../errors.ts';
import type { AnyRow, Kind, TableSpec } from './catalogue.ts';

/** A row on its way into a table: texts are clean, nested values are JSON text, nothing is shared with the caller. */
export type Stored = Readonly<Record<string, unknown>> & { readonly id: string };

/** Without what PostgreSQL cannot keep in a text: NUL is dropped, half a surrogate pair becomes U+FFFD. */
export const cleanText = (text: string): string => text.toWellFormed().replaceAll('\0', '');

/** Keys that would change what an object is when it is read back. */
const withoutTraps = (json: string): string =>
  json.includes('__proto__')
    ? JSON.stringify(JSON.parse(json, (key, value: unknown) => (key === '__proto__' ? undefined : value)))
    : json;

/** As `cleanText`, for the text of a JSON value: its serialiser escapes exactly those two. */
const cleanJson = (json: string): string =>
  /\\u0000|\\ud/.test(json)
    ? json.replace(/\\(?:u[0-9a-f]{4}|.)/g, (escape) =>
        escape === '\\u0000' ? '' : escape.startsWith('\\ud') ? '\ufffd' : escape,
      )
    : json;

function refuse(spec: TableSpec, name: string, problem: string): never {
  throw new PorrasError('bad-row', `${spec.name}.${name} ${problem}: mend the code that stores it`);
}

/** @returns one value of a field as it is stored. */
export function takeValue(spec: TableSpec, name: string, value: unknown): unknown {
  const field = spec.fields.get(name) ?? refuse(spec, name, 'is not a field');
  if (value === undefined) return refuse(spec, name, 'is undefined');
  if (value === null) return field.nullable ? null : refuse(spec, name, 'may not be null');
  switch (field.kind) {
    case 'text':
      return typeof value === 'string' ? cleanText(value) : refuse(spec, name, 'is not a text');
    case 'number':
      return Number.isFinite(value) ? value : refuse(spec, name, 'is not a finite number');
    case 'boolean':
      return typeof value === 'boolean' ? value : refuse(spec, name, 'is not true or false');
    case 'date':
      return value instanceof Date && !Number.isNaN(value.getTime())
        ? new Date(value)
        : refuse(spec, name, 'is not a valid Date');
    case 'bytes':
      return value instanceof Uint8Array ? Uint8Array.from(value) : refuse(spec, name, 'is not a Uint8Array');
    case 'list':
      return Array.isArray(value) ? value.map((item) => cleanText(String(item))) : refuse(spec, name, 'is not a list');
    default:
      return withoutTraps(cleanJson(JSON.stringify(value) ?? refuse(spec, name, 'cannot be written as JSON')));
  }
}

/** @returns the fields of the table that `row` must have, ready to be stored; what is not a field is left behind. */
export function takeRow(spec: TableSpec, row: object): Stored {
  const stored: Record<string, unknown> = {};
  for (const name of spec.fields.keys()) stored[name] = takeValue(spec, name, (row as AnyRow)[name]);
  return stored as Stored;
}

/** @returns the fields that `patch` changes, ready to be stored. */
export function takePatch(spec: TableSpec, patch: object): Record<string, unknown> {
  const stored: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(patch)) {
    if (name === 'id') refuse(spec, name, 'cannot be changed');
    if (spec.fields.has(name)) stored[name] = takeValue(spec, name, value);
  }
  return stored;
}

/** @returns a copy of a stored row that the caller may do with as it likes. */
export function giveRow(spec: TableSpec, stored: Stored): AnyRow {
  const row: Record<string, unknown> = {};
  for (const [name, field] of spec.fields) row[name] = giveValue(field.kind, stored[name]);
  return row as AnyRow;
}

function giveValue(kind: Kind, value: unknown): unknown {
  if (value === null) return null;
  switch (kind) {
    case 'date':
      return new Date(value as Date);
    case 'bytes':
      return Uint8Array.from(value as Uint8Array);
    case 'list':
      return [...(value as string[])];
    case 'json':
      return JSON.parse(value as string);
    default:
      return value;
  }
}
