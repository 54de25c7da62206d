import type { Contribution } from '../../domain/contribution.ts';
import type { DigestContent, LedgerPart } from '../../domain/digest.ts';

/** What a digest could only count, since there was nothing to give back yet. */
const WAITING: readonly LedgerPart[] = ['withheld', 'unprocessed'];

/**
 * The contributions that no digest has given back: each is in one digest, and none is in two. What was waiting (held, or
 * not read yet) when a digest counted it comes in the first one after it waits no longer.
 *
 * @param parts where each contribution ends now
 * @param digests all earlier digests, oldest first
 */
export function unreported(
  contributions: readonly Contribution[],
  parts: ReadonlyMap<string, LedgerPart>,
  digests: readonly Pick<DigestContent, 'contributions'>[],
): Contribution[] {
  const reported = new Map(digests.flatMap((digest) => Object.entries(digest.contributions)));
  return contributions.filter(({ id, status }) => {
    const before = reported.get(id);
    if (before === undefined) return true;
    return WAITING.includes(before) && status === 'live' && parts.get(id) !== 'unprocessed';
  });
}
