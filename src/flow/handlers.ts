import type { Handlers } from '../ports/queue.ts';
import { assignThemes } from './theme/assign-themes.ts';
import { closeRound } from './ask/close-round.ts';
import { composeDigest } from './give-back/compose-digest.ts';
import type { Flow } from './context.ts';
import { deliver } from './say/deliver.ts';
import { followUpCommitments } from './give-back/follow-up-commitment.ts';
import { handleEvent } from './handle-event.ts';
import { openRound } from './ask/open-round.ts';
import { reflectOnRound } from './ask/reflect-on-round.ts';
import { releaseHeld } from './contribute/release-held.ts';
import { sendNudges } from './ask/send-nudge.ts';
import { showHome } from './home/show-home.ts';
import { sweep } from './sweep.ts';

/** Which step of the flow each job runs. */
export const handlersOf = (flow: Flow): Handlers => ({
  'handle-event': ({ eventId }) => handleEvent(flow, eventId),
  'assign-themes': ({ inquiryId }) => assignThemes(flow, inquiryId),
  'open-round': ({ roundId }) => openRound(flow, roundId),
  'reflect-on-round': ({ roundId }) => reflectOnRound(flow, roundId),
  'nudge-quiet': ({ roundId }) => sendNudges(flow, roundId),
  'close-round': ({ roundId }) => closeRound(flow, roundId, 'at-its-time'),
  'release-held': ({ inquiryId }) => releaseHeld(flow, inquiryId),
  'compose-digest': async ({ inquiryId }) => void (await composeDigest(flow, inquiryId, 'weekly')),
  'follow-up-commitments': ({ inquiryId }) => followUpCommitments(flow, inquiryId),
  deliver: ({ deliveryId }) => deliver(flow, deliveryId),
  'show-home': ({ person }) => showHome(flow, person),
  sweep: () => sweep(flow),
});
