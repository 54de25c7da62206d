import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { CATALOGUE } from '../../src/store/catalogue.ts';

const SCHEMA = readFileSync(new URL('../../prisma/schema.prisma', import.meta.url), 'utf8');
const KINDS: Record<string, string> = {
  String: 'text',
  Int: 'number',
  Float: 'number',
  Boolean: 'boolean',
  DateTime: 'date',
  Bytes: 'bytes',
  'String[]': 'list',
  Json: 'json',
};

/** Table -> lines of its fields: name, kind, `?`, `unique`, and whether an index begins with it. */
function tablesOfSchema(): Map<string, string[]> {
  const models = [...SCHEMA.matchAll(/^model \w+ \{\n([\s\S]*?)^\}/gm)].map(([, body = '']) => body);
  return new Map(
    models.map((body) => {
      const table = /@@map\("(\w+)"\)/.exec(body)?.[1] ?? '';
      const indexed = [...body.matchAll(/@@index\(\[(\w+)/g)].map(([, field]) => field);
      const fields = [...body.matchAll(/^ {2}(\w+) +(\w+(?:\[\])?)(\??)(.*)$/gm)].map(
        ([, name = '', type = '', optional, rest = '']) =>
          [name, `${KINDS[type]}${optional}`, rest.includes('@unique') && 'unique', indexed.includes(name) && 'indexed']
            .filter(Boolean)
            .join(' '),
      );
      return [table, fields];
    }),
  );
}

it('names the tables and fields of prisma/schema.prisma, and the same unique ones', () => {
  const schema = tablesOfSchema();
  expect([...schema.keys()].sort()).toEqual(Object.keys(CATALOGUE).sort());
  for (const [name, spec] of Object.entries(CATALOGUE)) {
    const fields = [...spec.fields].map(([field, { kind, nullable }]) =>
      [field, kind + (nullable ? '?' : ''), spec.unique === field && 'unique'].filter(Boolean).join(' '),
    );
    expect(schema.get(name)!.map((line) => line.replace(' indexed', ''))).toEqual(fields);
  }
});
