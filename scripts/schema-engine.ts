import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';

/** PostgreSQL's type `"char"` (oid 18) and `text` (25), and the adapter's name for one character. */
const PG_CHAR = 18;
const PG_TEXT = 25;
const ADAPTER_CHARACTER = 6;

/** Prisma's own schema engine, as WebAssembly from npm: what the `prisma` command downloads as a program. */
export async function loadSchemaEngine(
  schemaPath: string,
  urlOf: (database: string) => string,
): Promise<engine.SchemaEngine> {
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: { set_message: (message: string) => console.error(`schema engine: ${message}`) },
  });
  const folder = path.dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'));
  const wasm = readFileSync(path.join(folder, 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': engine as never });
  engine.__wbg_set_wasm(instance.exports);
  (instance.exports['__wbindgen_start'] as () => void)();
  return engine.SchemaEngine.new(
    { datamodels: [[schemaPath, readFileSync(schemaPath, 'utf8')]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(adapterFactory(urlOf)),
  );
}

function adapterFactory(urlOf: (database: string) => string): SqlMigrationAwareDriverAdapterFactory {
  let shadows = 0;
  return {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: () => connect(urlOf('postgres')),
    async connectToShadowDb() {
      const name = `shadow${++shadows}`;
      const client = new pg.Client(urlOf('postgres'));
      await client.connect();
      await client.query(`CREATE DATABASE ${name}`);
      await client.end();
      return connect(urlOf(name));
    },
  };
}

/** The adapter refuses columns of type `"char"`, which the engine reads: they pass as text and get their type back after. */
async function connect(connectionString: string) {
  const characters = new Map<string, number[]>();
  const pool = new pg.Pool({ connectionString });
  const query = pool.query.bind(pool) as (...parameters: unknown[]) => Promise<pg.QueryResult>;
  Object.assign(pool, {
    async query(...parameters: unknown[]) {
      const result = await query(...parameters);
      const columns = result.fields.flatMap((field, i) => (field.dataTypeID === PG_CHAR ? [i] : []));
      for (const i of columns) result.fields[i]!.dataTypeID = PG_TEXT;
      characters.set((parameters[0] as { text: string }).text, columns);
      return result;
    },
  });
  const adapter = await new PrismaPg(pool, { disposeExternalPool: true }).connect();
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (statement) => {
    const result = await queryRaw(statement);
    for (const i of characters.get(statement.sql) ?? []) result.columnTypes[i] = ADAPTER_CHARACTER;
    return result;
  };
  return adapter;
}
