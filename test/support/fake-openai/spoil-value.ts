import type { JsonSchema } from './fake-request.ts';
import type { FaultKind } from './fault.ts';

type Item = Record<string, unknown>;
const isObject = (value: unknown): value is Item =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A copy of a brain's answer with something wrong in it; the same value when there is nothing that could be wrong so. */
export function spoilValue(kind: FaultKind, value: unknown, schema: JsonSchema | null): unknown {
  const spoiled = structuredClone(value);
  if (kind === 'wrong-schema') return { answer: [spoiled], note: 7 };
  if (kind === 'invented-enum') inventEnum(spoiled, schema ?? {}, schema ?? {});
  const items = findItems(spoiled);
  const key = items?.[0] && idKey(items[0]);
  if (!items || !key) return spoiled;
  if (kind === 'duplicate-ids') items.push({ ...items.at(-1), [key]: items[0]![key] });
  if (kind === 'missing-ids') items.shift();
  if (kind === 'invented-ids') items.push({ ...items[0], [key]: 'invented-id' });
  return spoiled;
}

const idKey = (item: Item): string | undefined =>
  Object.keys(item).find((key) => /^id$|Id$|_id$/.test(key) && ['string', 'number'].includes(typeof item[key]));

/** The first list of objects that have ids, at any depth. */
function findItems(value: unknown): Item[] | null {
  if (Array.isArray(value)) {
    if (value.length > 0 && value.every(isObject) && idKey(value[0]!)) return value;
    for (const item of value) {
      const found = findItems(item);
      if (found) return found;
    }
  }
  if (isObject(value))
    for (const part of Object.values(value)) {
      const found = findItems(part);
      if (found) return found;
    }
  return null;
}

/** Puts a value that is not in the list where the schema has a list of values. @returns whether it has */
function inventEnum(value: unknown, schema: JsonSchema, root: JsonSchema): boolean {
  const here = resolve(schema, root);
  if (Array.isArray(value)) {
    const items = resolve((here['items'] ?? {}) as JsonSchema, root);
    if (items['enum']) {
      value[0] = 'invented-value';
      return true;
    }
    return value.some((item) => inventEnum(item, items, root));
  }
  if (!isObject(value)) return false;
  const properties = (here['properties'] ?? {}) as Record<string, JsonSchema>;
  for (const [key, property] of Object.entries(properties)) {
    if (resolve(property, root)['enum']) {
      value[key] = 'invented-value';
      return true;
    }
    if (inventEnum(value[key], property, root)) return true;
  }
  return false;
}

function resolve(schema: JsonSchema, root: JsonSchema): JsonSchema {
  const ref = schema['$ref'];
  if (typeof ref !== 'string') return schema;
  let found: unknown = root;
  for (const part of ref.replace(/^#\/?/, '').split('/').filter(Boolean)) found = (found as JsonSchema)?.[part];
  return (found ?? {}) as JsonSchema;
}
