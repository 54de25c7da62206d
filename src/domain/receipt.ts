import { createHash } from 'node:crypto';

/** What is kept of the code that its author holds: enough to recognise it, not enough to guess it. */
export const hashReceipt = (receipt: string): string =>
  createHash('sha256').update(receipt.trim().toLowerCase()).digest('hex');
