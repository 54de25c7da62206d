import type { Inquiry } from '../../domain/inquiry.ts';
import type { Tables } from '../../ports/store.ts';

/**
 * An inquiry that is not over, held until the transaction ends: whoever changes its lists at the same time waits, and then
 * reads what was written here. Null for one that is closed.
 */
export async function holdInquiry(tables: Pick<Tables, 'inquiries'>, id: string): Promise<Inquiry | null> {
  // Writing the row, even as it is, is what holds it.
  const held = await tables.inquiries.update({ id, closedAt: null }, { closedAt: null });
  return held === 0 ? null : tables.inquiries.get(id);
}
