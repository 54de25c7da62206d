import { isObject, type Json } from './blocks/problem.ts';
import { SlackError } from './slack-error.ts';

/** Arguments of a call as they came: strings where the body was a form, JSON values where it was JSON. */
export class Args {
  readonly raw: Json;

  constructor(raw: Json) {
    this.raw = raw;
  }

  text(name: string): string {
    const value = this.raw[name];
    return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
  }

  has(name: string): boolean {
    const value = this.raw[name];
    return value !== undefined && value !== null && value !== '';
  }

  flag(name: string): boolean {
    return [true, 'true', '1', 1].some((it) => it === this.raw[name]);
  }

  number(name: string, otherwise: number): number {
    const value = Number(this.raw[name] ?? '');
    return Number.isFinite(value) && value > 0 ? value : otherwise;
  }

  list(name: string): string[] {
    const value = this.raw[name];
    if (Array.isArray(value)) return value.map(String);
    return this.text(name)
      .split(',')
      .map((it) => it.trim())
      .filter((it) => it !== '');
  }

  /** A structure: as it is, or as JSON in a string. `code` is what Slack says of what cannot be read. */
  json(name: string, code: string): unknown {
    const value = this.raw[name];
    if (!this.has(name)) return undefined;
    if (typeof value !== 'string') return value;
    try {
      return JSON.parse(value);
    } catch {
      throw new SlackError(code);
    }
  }

  object(name: string, code: string): Json | undefined {
    const value = this.json(name, code);
    if (value !== undefined && !isObject(value)) throw new SlackError(code);
    return value;
  }

  array(name: string, code: string): unknown[] | undefined {
    const value = this.json(name, code);
    if (value !== undefined && !Array.isArray(value)) throw new SlackError(code);
    return value;
  }
}

export function readArgs(contentType: string, body: Buffer, query: URLSearchParams): Args {
  const raw: Json = Object.fromEntries(query);
  if (body.length === 0) return new Args(raw);
  if (contentType.startsWith('application/json')) {
    let parsed: unknown;
    try {
      parsed = JSON.parse(body.toString('utf8'));
    } catch {
      throw new SlackError('invalid_json');
    }
    if (!isObject(parsed)) throw new SlackError('json_not_object');
    return new Args({ ...raw, ...parsed });
  }
  return new Args({ ...raw, ...Object.fromEntries(new URLSearchParams(body.toString('utf8'))) });
}
