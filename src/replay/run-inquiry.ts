import { DEFAULT_POLICY, type Address, type Inquiry, type Participant } from '../domain/inquiry.ts';
import { atLocal } from '../domain/local-time.ts';
import { digestTimes } from '../domain/plan.ts';
import { weekOf } from '../domain/weeks.ts';
import type { Lang } from '../domain/words.ts';
import { assignThemes } from '../flow/theme/assign-themes.ts';
import type { Flow } from '../flow/context.ts';
import { participantId } from '../flow/who/find-inquiry.ts';
import { programmeOf } from '../flow/theme/model-of.ts';
import { receiveEvent } from '../flow/receive-event.ts';
import { beginInquiry } from '../flow/facilitate/start-inquiry.ts';
import type { PersonRecord } from '../transcripts/people/person-record.ts';
import type { TranscriptMessage } from '../transcripts/transcript.ts';
import type { VirtualWorld } from './virtual-world.ts';

/** Where a transcript's people and channel are on the platform that it is replayed on. */
export interface Stage {
  workspaceId: string;
  channel: Address;
  person: (id: string) => Address;
  /** Puts a message of the transcript where people would see it, before Porras hears of it. */
  place?: (message: TranscriptMessage, threadRef: string | null) => Promise<void>;
}

export interface ReplayedInquiry {
  id: string;
  topic: string;
  language: Lang;
  timeZone: string;
  modelId: string;
  programmeId: string;
  startsOn: string;
  /** Ids of people. */
  facilitators: string[];
}

/** Before the first round opens on its first day. */
const BEGINS_AT = '06:00';

/** When the clock of a replay starts: when the inquiry begins, or when the first word was said, whichever is earlier. */
export function startOfReplay(
  inquiry: Pick<ReplayedInquiry, 'startsOn' | 'timeZone'>,
  messages: readonly TranscriptMessage[],
): Date {
  const begins = atLocal(inquiry.startsOn, BEGINS_AT, inquiry.timeZone);
  const first = messages[0]?.at;
  return first && first < begins ? new Date(first.getTime() - 1) : begins;
}

/**
 * Runs an inquiry in a virtual world: people say what the transcript says when they said it, and Porras asks, labels,
 * nudges and digests as it would have, up to the digest after the last word.
 */
export async function runInquiry(
  world: VirtualWorld,
  stage: Stage,
  replayed: ReplayedInquiry,
  people: readonly PersonRecord[],
  messages: readonly TranscriptMessage[],
): Promise<Inquiry> {
  const { flow, queue } = world;
  const inquiry = inquiryFrom(flow, stage, replayed);
  await flow.store.inquiries.insert(inquiry);
  await flow.store.participants.insertMany(
    people.map((person) => participantFrom(inquiry, stage, person, world.clock.now())),
  );
  await beginInquiry(flow, inquiry);
  await queue.advanceTo(world.clock.now());
  const names = new Map(people.map((person) => [person.id, person.name ?? person.id]));
  for (const message of messages) {
    await queue.advanceTo(message.at);
    await hear(world, stage, message, names.get(message.author) ?? message.author);
  }
  await queue.advanceTo(endOfReplay(flow, inquiry, messages));
  await assignThemes(flow, inquiry.id);
  return inquiry;
}

/** Events that a message brings about: itself, then its reactions; their ids are the transcript's. */
async function hear(
  { flow, queue }: VirtualWorld,
  stage: Stage,
  message: TranscriptMessage,
  name: string,
): Promise<void> {
  const place = { channel: stage.channel, private: false };
  const base = { at: message.at, workspaceId: stage.workspaceId, place };
  const by = { address: stage.person(message.author), name, isBot: false };
  await stage.place?.(message, message.replyTo);
  const receive = receiveEvent(flow);
  await receive({
    ...base,
    id: message.id,
    type: 'message-posted',
    by,
    ref: message.id,
    threadRef: message.replyTo,
    text: message.text,
  });
  for (const { emoji, by: who } of message.reactions) {
    const person = { address: stage.person(who), name: who, isBot: false };
    await receive({
      ...base,
      id: `${message.id}:${who}:${emoji}`,
      type: 'reaction-added',
      by: person,
      ref: message.id,
      emoji,
    });
  }
  await queue.advanceTo(message.at);
}

function endOfReplay(flow: Flow, inquiry: Inquiry, messages: readonly TranscriptMessage[]): Date {
  const last = messages.at(-1)?.at ?? flow.clock.now();
  const { pace } = programmeOf(flow, inquiry);
  const digests = digestTimes(inquiry, pace, weekOf(inquiry, last) + 1);
  return digests.find((at) => at > last) ?? last;
}

const inquiryFrom = (flow: Flow, stage: Stage, replayed: ReplayedInquiry): Inquiry => ({
  ...replayed,
  workspaceId: stage.workspaceId,
  channels: [stage.channel],
  status: 'running',
  facilitators: replayed.facilitators.map(stage.person),
  roles: { leader: [], supervisor: [], stakeholder: [] },
  policy: DEFAULT_POLICY,
  createdAt: flow.clock.now(),
  closedAt: null,
});

const participantFrom = (inquiry: Inquiry, stage: Stage, person: PersonRecord, joinedAt: Date): Participant => ({
  id: participantId(inquiry.id, stage.person(person.id)),
  inquiryId: inquiry.id,
  person: stage.person(person.id),
  name: person.name ?? person.id,
  role: person.role,
  unit: person.unit,
  lang: person.lang,
  timeZone: person.timeZone ?? inquiry.timeZone,
  nudges: 'on',
  snoozedUntil: null,
  absences: person.absences,
  joinedAt,
  leftAt: null,
});
