import { createMemoryPlatform, type MemoryPlatform } from '../../adapters/memory/index.ts';
import type { Parts } from '../assemble-flow.ts';
import { isTimeZone } from '../domain/local-time.ts';
import { InputError } from '../errors.ts';
import type { Analyst } from '../ports/analyst.ts';
import { CAPABILITIES, type Capability } from '../ports/chat-platform.ts';
import type { PersonRecord } from '../transcripts/people/person-record.ts';
import type { TranscriptMessage } from '../transcripts/transcript.ts';
import { type ReplayedInquiry, type Stage, startOfReplay } from './run-inquiry.ts';
import { createVirtualWorld, type VirtualWorld } from './virtual-world.ts';

const CHANNEL = 'channel';
/**
 * New contributions of so long a while are labelled together: a replay has no reader who waits. A language model reads a
 * whole week at once, before the digest, since its cost is by the call.
 */
const LABEL_AFTER_MS = 7 * 86_400_000;

/** Nobody is there to see a reaction or a home, and of people the people file knows all. */
const UNUSED: readonly Capability[] = ['react', 'home', 'profile'];

/** A world to replay a transcript in: contributions keep the transcript's ids. */
export function createReplayWorld(
  parts: Parts,
  replayed: ReplayedInquiry,
  people: readonly PersonRecord[],
  messages: readonly TranscriptMessage[],
  analyst: Analyst,
): { world: VirtualWorld; stage: Stage } {
  if (!isTimeZone(replayed.timeZone))
    throw new InputError('--timezone', `"${replayed.timeZone}" is no time zone; write it like Europe/Helsinki`);
  let platform: MemoryPlatform | null = null;
  const world = createVirtualWorld({
    parts,
    startsAt: startOfReplay(replayed, messages),
    platform: ({ clock }) => {
      platform = createMemoryPlatform({
        clock,
        people: people.map(({ id, name }) => ({ id, name: name ?? id })),
        channels: [{ id: CHANNEL }],
        capabilities: CAPABILITIES.filter((each) => !UNUSED.includes(each)),
      });
      return platform;
    },
    flow: { contributionId: (eventId) => eventId, analyst, labelAfterMs: LABEL_AFTER_MS },
  });
  const stage = {
    workspaceId: platform!.workspaceId,
    channel: platform!.channel(CHANNEL),
    person: (id: string) => platform!.person(id),
  };
  return { world, stage };
}
