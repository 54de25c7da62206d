import { PorrasError } from '../errors.ts';
import type { TableSpec } from './catalogue.ts';
import { compareValues } from './compare.ts';
import { cleanText } from './normalise.ts';

const BOUNDS = ['lt', 'lte', 'gt', 'gte'] as const;
type Bound = (typeof BOUNDS)[number];

/** One condition of a `Where`, taken apart; both stores read conditions in this form. */
export type Condition =
  | { field: string; any: readonly unknown[] }
  | { field: string; bounds: readonly (readonly [Bound, unknown])[] };

function refuse(spec: TableSpec, field: string, problem: string): never {
  throw new PorrasError('bad-condition', `a condition on ${spec.name}.${field} ${problem}: mend the code that asks`);
}

function check(spec: TableSpec, field: string, value: unknown): unknown {
  if (value === undefined) refuse(spec, field, 'is undefined');
  if (value instanceof Date && Number.isNaN(value.getTime())) refuse(spec, field, 'is not a valid Date');
  if (typeof value === 'object' && value !== null && !(value instanceof Date)) refuse(spec, field, 'is nested');
  return typeof value === 'string' ? cleanText(value) : value;
}

/** @returns the conditions of `where`, each of which must hold. */
export function conditionsOf(spec: TableSpec, where: object): Condition[] {
  return Object.entries(where).map(([field, value]: [string, unknown]) => {
    const kind = spec.fields.get(field)?.kind ?? refuse(spec, field, 'names no field');
    if (['list', 'json', 'bytes'].includes(kind)) refuse(spec, field, 'asks for a field that has no plain value');
    if (Array.isArray(value)) return { field, any: value.map((item) => check(spec, field, item)) };
    if (typeof value === 'object' && value !== null && !(value instanceof Date)) {
      const bounds = Object.entries(value).map(([bound, limit]) => {
        if (!BOUNDS.includes(bound as Bound)) refuse(spec, field, `has no bound called "${bound}"`);
        if (limit === null) refuse(spec, field, 'has null for a bound');
        return [bound as Bound, check(spec, field, limit)] as const;
      });
      if (bounds.length === 0) refuse(spec, field, 'has no bounds');
      return { field, bounds };
    }
    return { field, any: [check(spec, field, value)] };
  });
}

/** The part of an index that a value belongs to. */
export const indexKey = (value: unknown): unknown => (value instanceof Date ? value.getTime() : value);

/** Whether a stored value meets a condition. */
export function meets(condition: Condition, value: unknown): boolean {
  if ('any' in condition) {
    const key = indexKey(value);
    return condition.any.some((wanted) => indexKey(wanted) === key);
  }
  if (value === null) return false;
  return condition.bounds.every(([bound, limit]) => {
    const order = compareValues(value, limit);
    if (bound === 'lt') return order < 0;
    if (bound === 'lte') return order <= 0;
    if (bound === 'gt') return order > 0;
    return order >= 0;
  });
}
