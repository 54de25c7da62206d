import type { Digest } from '../domain/digest.ts';
import type { Inquiry } from '../domain/inquiry.ts';
import { markdownMessage } from '../domain/plain-text.ts';
import { weekOf } from '../domain/weeks.ts';
import { assignThemes } from './assign-themes.ts';
import { choice } from './choice.ts';
import type { Flow } from './context.ts';
import { digestContent } from './digest-content.ts';
import { modelOf } from './model-of.ts';
import { paintStaircase } from './paint-staircase.ts';
import { placeInSubThemes } from './place-in-sub-themes.ts';
import { sayInChannels } from './plan-delivery.ts';
import { writeDigest } from './write-digest.ts';

/**
 * Step 9. Gives back to the group what has been said since the last digest: every claim grounded, what was left out
 * counted, and the staircase as a picture.
 * @returns the digest, or null where there is nothing to give back yet and it was only asked for.
 */
export async function composeDigest(
  flow: Flow,
  inquiryId: string,
  when: 'weekly' | 'on-request',
): Promise<Digest | null> {
  const inquiry = await flow.store.inquiries.get(inquiryId);
  if (!inquiry || inquiry.status === 'draft' || (inquiry.status !== 'running' && when === 'weekly')) return null;
  const digest = await storedOrComposed(flow, inquiry, when);
  if (digest) await publish(flow, inquiry, digest);
  return digest;
}

async function storedOrComposed(flow: Flow, inquiry: Inquiry, when: 'weekly' | 'on-request'): Promise<Digest | null> {
  const week = weekOf(inquiry, flow.clock.now());
  const thisWeek = await flow.store.digests.find({ inquiryId: inquiry.id, week });
  const id = when === 'weekly' ? `${inquiry.id}-d${week}` : `${inquiry.id}-d${week}-${thisWeek.length + 1}`;
  // A run that died before it published finds its digest here and only publishes it.
  const stored = thisWeek.find((each) => each.id === id);
  if (stored) return stored;
  await bringUpToDate(flow, inquiry);
  const content = await digestContent(flow, inquiry, week);
  if (when === 'on-request' && content.ledger.total === 0) return null;
  const picture = await paintStaircase(flow, inquiry, content);
  const digest: Digest = {
    id,
    inquiryId: inquiry.id,
    week,
    content,
    markdown: await writeDigest(flow, inquiry, content, 'ids'),
    pictureId: `${id}-staircase`,
    at: flow.clock.now(),
  };
  await flow.store.pictures.insert({ id: digest.pictureId, ...picture });
  await flow.store.digests.insert(digest);
  flow.changed(inquiry.id);
  return digest;
}

/** Labels what still waits and gives every sub-theme a last look, so that names fit the whole week. */
async function bringUpToDate(flow: Flow, inquiry: Inquiry): Promise<void> {
  await assignThemes(flow, inquiry.id);
  const model = modelOf(flow, inquiry);
  for (const step of model.steps) await placeInSubThemes(flow, inquiry, model, step.key, 'now');
}

async function publish(flow: Flow, inquiry: Inquiry, digest: Digest): Promise<void> {
  await sayInChannels(flow, inquiry, `digest:${digest.id}`, await digestMessage(flow, inquiry, digest));
}

/** The digest as it is posted: the text, the picture, and what the group can do with it. */
export async function digestMessage(flow: Flow, inquiry: Inquiry, digest: Digest) {
  const say = (key: string) => flow.content.say(inquiry.language, key);
  const picture = await flow.store.pictures.get(digest.pictureId);
  return {
    ...markdownMessage(inquiry.language, await writeDigest(flow, inquiry, digest.content, 'links')),
    ...(picture && { picture: { id: picture.id, alt: picture.alt } }),
    choices: [
      choice('commit', digest.id, say('choice.commit'), 'primary'),
      choice('correct', '', say('choice.correct')),
      choice('fix-theme', '', say('choice.fix-theme')),
    ],
  };
}
