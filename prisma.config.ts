import { defineConfig } from 'prisma/config';

// `generate`, `validate` and `format` never run the schema engine, yet the command downloads it first. Any file that is
// there satisfies its check, so these three work from npm packages alone.
const NEEDS_NO_ENGINE = ['generate', 'validate', 'format'];
if (NEEDS_NO_ENGINE.includes(process.argv[2] ?? '')) process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= process.execPath;
process.env['CHECKPOINT_DISABLE'] ??= '1';

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env['DATABASE_URL'] ?? '' },
});
