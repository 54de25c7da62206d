import { createWebPlatform, webAddress } from '../../adapters/web/index.ts';
import type { Parts } from '../assemble-flow.ts';
import { localDate, weekday } from '../domain/local-time.ts';
import { ROOT } from '../paths.ts';
import type { Store } from '../ports/store.ts';
import { createStoredChatLog, createStoredPictureShelf } from '../store/chat-log.ts';
import { copyStore } from '../store/copy-store.ts';
import { matchAuthors } from '../transcripts/people/match-authors.ts';
import type { PersonRecord } from '../transcripts/people/person-record.ts';
import { readPeople } from '../transcripts/people/read-people.ts';
import { readTranscript } from '../transcripts/read-transcript.ts';
import type { TranscriptMessage } from '../transcripts/transcript.ts';
import { type ReplayedInquiry, runInquiry, startOfReplay } from './run-inquiry.ts';
import { createVirtualWorld } from './virtual-world.ts';

export const DEMO_INQUIRY = 'kaupunki';
export const CHANNEL = { id: 'kehittaminen', name: 'kehittäminen' };

const SAMPLE = `${ROOT}/examples/kaupunki`;
const TIME_ZONE = 'Europe/Helsinki';
const WEEK_MS = 7 * 86_400_000;

export interface Sample {
  people: PersonRecord[];
  messages: TranscriptMessage[];
}

export async function readSample(): Promise<Sample> {
  const people = await readPeople(`${SAMPLE}/people.csv`);
  const { messages } = matchAuthors(await readTranscript(`${SAMPLE}/transcript.jsonl`), people);
  return { people, messages };
}

/**
 * Runs the sample inquiry in memory, in the weeks up to last Sunday, and copies all that came of it (what people said,
 * what Porras asked, found and gave back, what stands in the chat) into the store. A store that has it is left alone.
 * Links to messages begin with `baseUrl`, where the chat page is opened.
 */
export async function seedDemo(
  store: Store,
  parts: Parts,
  sample: Sample,
  { baseUrl, now }: { baseUrl: string; now: Date },
): Promise<void> {
  if (await store.inquiries.get(DEMO_INQUIRY)) return;
  const messages = movedToLastWeek(sample.messages, now);
  const replayed = inquiryOf(sample, messages);
  const world = createVirtualWorld({
    parts,
    startsAt: startOfReplay(replayed, messages),
    platform: (around) =>
      createWebPlatform({
        clock: around.clock,
        log: createStoredChatLog(around.store),
        pictures: createStoredPictureShelf(around.store),
        people: sample.people.map(({ id, name }) => ({ id, name: name ?? id })),
        channels: [CHANNEL],
        baseUrl,
      }),
    flow: { labelAfterMs: 3_600_000 },
  });
  const conversation = webAddress('channel', CHANNEL.id);
  const log = createStoredChatLog(world.store);
  const place = async (message: TranscriptMessage): Promise<void> => {
    await log.insert({
      id: message.id,
      conversation,
      kind: 'message',
      thread: message.replyTo,
      author: webAddress('person', message.author),
      text: message.text,
      markdown: null,
      choices: [],
      picture: null,
      whisperTo: null,
      reactions: [],
      sentAt: message.at,
      editedAt: null,
      deleted: false,
      heard: true,
    });
  };
  const stage = { workspaceId: 'web', channel: conversation, person: (id: string) => webAddress('person', id), place };
  await runInquiry(world, stage, replayed, sample.people, messages);
  await copyStore(world.store, store);
}

/** By whole weeks, so that weekdays and times of day stay as they are, with references that are the chat's own. */
function movedToLastWeek(messages: readonly TranscriptMessage[], now: Date): TranscriptMessage[] {
  const last = messages.at(-1)?.at ?? now;
  const weeks = Math.floor((mondayMs(now) - WEEK_MS - mondayMs(last)) / WEEK_MS + 0.5);
  const ref = (id: string) => webAddress('message', id);
  return messages.map((message) => ({
    ...message,
    id: ref(message.id),
    replyTo: message.replyTo && ref(message.replyTo),
    at: new Date(message.at.getTime() + weeks * WEEK_MS),
  }));
}

const mondayMs = (at: Date): number => {
  const date = localDate(at, TIME_ZONE);
  return Date.parse(date) - (weekday(date) - 1) * 86_400_000;
};

const inquiryOf = (sample: Sample, messages: readonly TranscriptMessage[]): ReplayedInquiry => ({
  id: DEMO_INQUIRY,
  topic: 'Hallinnon yhteinen työ',
  language: 'fi',
  timeZone: TIME_ZONE,
  modelId: 'value-co-creation',
  programmeId: 'co-development',
  startsOn: localDate(messages[0]?.at ?? new Date(), TIME_ZONE),
  facilitators: sample.people.filter((person) => person.role === 'supervisor').map((person) => person.id),
});
