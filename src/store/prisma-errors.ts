import { PorrasError } from '../errors.ts';
import type { TableName } from '../ports/store.ts';

/** Prisma's codes of a database that is away, too busy, or had to choose between two transactions. */
const PASSING = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2034', 'P2037']);

/** Codes of sockets and of PostgreSQL's classes 08 (connection), 53 (resources), 57 (shutdown), 40 (serialisation). */
const PASSING_CAUSE = /^(?:ECONN\w+|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN|(?:08|53|57|40)\w{3})$/;

interface Failure {
  code?: string;
  cause?: unknown;
  meta?: { driverAdapterError?: { cause?: { originalCode?: string; kind?: string } } };
}

/** What Prisma threw, as one of ours; its own message quotes the rows of a query, which must not reach a log. */
export function storeError(table: TableName | 'transaction', thrown: unknown): PorrasError {
  if (thrown instanceof PorrasError) return thrown;
  const failure = thrown as Failure;
  if (failure.code === 'P2002') {
    return new PorrasError('conflict', `a unique field of ${table} would be there twice: give each row its own`);
  }
  const driver = failure.meta?.driverAdapterError?.cause;
  const codes = [failure.code, driver?.originalCode, driver?.kind, (failure.cause as Failure | undefined)?.code];
  const passing = codes.some((code) => code && (PASSING.has(code) || PASSING_CAUSE.test(code)));
  const known = codes.filter(Boolean).join(', ') || (thrown instanceof Error ? thrown.name : 'unknown');
  return passing
    ? new PorrasError('store-away', `the database does not answer (${known}): it is tried again`, { retryable: true })
    : new PorrasError('store-failed', `the database refused work on ${table} (${known}): see its log`);
}
