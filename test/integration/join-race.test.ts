import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMemoryPlatform } from '../../adapters/memory/index.ts';
import { assembleFlow } from '../../src/assemble-flow.ts';
import { DEFAULT_POLICY, type Inquiry } from '../../src/domain/inquiry.ts';
import { codeFrom, hashCode } from '../../src/domain/join-code.ts';
import type { Flow } from '../../src/flow/context.ts';
import { joinByCode } from '../../src/flow/facilitate/join-by-code.ts';
import { removeChannel } from '../../src/flow/facilitate/leave-with-channel.ts';
import { beginInquiry } from '../../src/flow/facilitate/start-inquiry.ts';
import { createVirtualClock } from '../../src/jobs/virtual-clock.ts';
import { createVirtualQueue } from '../../src/jobs/virtual-queue.ts';
import type { Store } from '../../src/ports/store.ts';
import { createMemoryStore } from '../../src/store/memory-store.ts';
import { openStore } from '../../src/store/open-store.ts';
import { createScriptedAnalyst } from '../flow/support/scripted-analyst.ts';
import { content } from '../flow/world.ts';
import { freshDatabase } from '../support/database.ts';

const TRIES = 8;
const PEOPLE = ['anna', 'bo', 'cia', 'dan'];

interface Stage {
  flow: Flow;
  /** Addresses of new channels, one after the other. */
  channel(): string;
  person(id: string): string;
  /** A running inquiry of Anna's in a channel of its own. */
  begin(): Promise<Inquiry>;
  code(inquiry: Inquiry): Promise<string>;
  /** Somebody uses a code in a channel; the same `event` is the same event. */
  use(code: string, who: string, channel: string, event?: string): Promise<void>;
  inquiry(id: string): Promise<Inquiry>;
}

async function stageOn(store: Store): Promise<Stage> {
  let [made, taken] = [0, 0];
  const clock = createVirtualClock(new Date('2026-03-02T06:00:00Z'));
  const channels = Array.from({ length: 200 }, (_, index) => ({ id: `c${index}` }));
  const platform = createMemoryPlatform({ clock, people: PEOPLE.map((id) => ({ id, name: id })), channels });
  const parts = { content: await content(), lexical: createScriptedAnalyst() };
  const flow = assembleFlow(parts, { store, queue: createVirtualQueue(clock), clock, platforms: [platform] });
  const stage: Stage = {
    flow,
    channel: () => platform.channel(`c${taken++}`),
    person: (id) => platform.person(id),
    async begin() {
      const inquiry: Inquiry = {
        id: `i${made++}`,
        workspaceId: platform.workspaceId,
        channels: [stage.channel()],
        topic: 'Our shared work',
        language: 'en',
        timeZone: 'Europe/Helsinki',
        modelId: 'value-co-creation',
        programmeId: 'weekly-reflection',
        startsOn: '2026-03-02',
        status: 'draft',
        facilitators: [platform.person('anna')],
        roles: { leader: [], supervisor: [], stakeholder: [] },
        policy: DEFAULT_POLICY,
        createdAt: clock.now(),
        closedAt: null,
      };
      await store.inquiries.insert(inquiry);
      await beginInquiry(flow, inquiry);
      return stage.inquiry(inquiry.id);
    },
    async code({ id: inquiryId }) {
      const code = codeFrom(`secret ${made++}`);
      await store.joinCodes.insert({ id: hashCode(code), inquiryId, madeAt: clock.now(), usedBy: null });
      return code;
    },
    use: (code, who, channel, event = `event-${made++}`) =>
      joinByCode(
        flow,
        {
          type: 'command-invoked',
          id: event,
          nonce: event,
          at: clock.now(),
          workspaceId: platform.workspaceId,
          place: { channel, private: false },
          by: { address: platform.person(who), name: who, isBot: false },
          text: '',
          trigger: null,
        },
        code,
      ),
    async inquiry(id) {
      const found = await store.inquiries.get(id);
      if (!found) throw new Error(`there is no inquiry "${id}"`);
      return found;
    },
  };
  return stage;
}

describe.each(['in memory', 'in PostgreSQL'])('several who use codes at the same moment, %s', (where) => {
  let stage: Stage;
  let close = async (): Promise<void> => undefined;
  beforeAll(async () => {
    if (where === 'in memory') {
      stage = await stageOn(createMemoryStore());
      return;
    }
    const opened = await openStore({ databaseUrl: await freshDatabase(), dataDir: '' });
    close = () => opened.close();
    stage = await stageOn(opened.store);
  });
  afterAll(() => close());

  const tries = Array.from({ length: TRIES }, (_, index) => index);

  it('the same code in three channels: one joins', async () => {
    for (const _ of tries) {
      const inquiry = await stage.begin();
      const code = await stage.code(inquiry);
      const channels = [stage.channel(), stage.channel(), stage.channel()];
      await Promise.all(['bo', 'cia', 'dan'].map((who, index) => stage.use(code, who, channels[index] ?? '')));
      const now = await stage.inquiry(inquiry.id);
      expect([now.channels.length, now.facilitators.length]).toEqual([2, 2]);
      const rows = await stage.flow.store.channels.find({ inquiryId: inquiry.id });
      expect(rows.map((each) => each.id).toSorted()).toEqual(now.channels.toSorted());
    }
  });

  it('three codes in three channels: all join, and all who brought them facilitate', async () => {
    for (const _ of tries) {
      const inquiry = await stage.begin();
      const who = ['bo', 'cia', 'dan'];
      const codes = await Promise.all(who.map(() => stage.code(inquiry)));
      const channels = who.map(() => stage.channel());
      await Promise.all(who.map((each, index) => stage.use(codes[index] ?? '', each, channels[index] ?? '')));
      const now = await stage.inquiry(inquiry.id);
      expect(now.channels.toSorted()).toEqual([...inquiry.channels, ...channels].toSorted());
      expect(now.facilitators.toSorted()).toEqual(PEOPLE.map((each) => stage.person(each)).toSorted());
    }
  });

  it('codes of two inquiries in one channel: it joins one, and the code of the other can still be used', async () => {
    for (const _ of tries) {
      const inquiries = [await stage.begin(), await stage.begin()];
      const codes = await Promise.all(inquiries.map((each) => stage.code(each)));
      const channel = stage.channel();
      await Promise.all(codes.map((code, index) => stage.use(code, ['bo', 'cia'][index] ?? '', channel)));
      const now = await Promise.all(inquiries.map((each) => stage.inquiry(each.id)));
      expect(now.map((each) => each.channels.length).toSorted((a, b) => a - b)).toEqual([1, 2]);
      const used = await stage.flow.store.joinCodes.find({ id: codes.map(hashCode) });
      expect(used.filter((each) => each.usedBy === null)).toHaveLength(1);
      const row = await stage.flow.store.channels.get(channel);
      expect(now.find((each) => each.channels.includes(channel))?.id).toBe(row?.inquiryId);
    }
  });

  it('one event that is handled twice: its channel joins once, and is greeted once', async () => {
    for (const [index] of tries.entries()) {
      const inquiry = await stage.begin();
      const code = await stage.code(inquiry);
      const channel = stage.channel();
      const event = `twice-${index}`;
      await Promise.all([stage.use(code, 'bo', channel, event), stage.use(code, 'bo', channel, event)]);
      expect((await stage.inquiry(inquiry.id)).channels).toEqual([...inquiry.channels, channel]);
      expect(await stage.flow.store.deliveries.count({ recipient: channel })).toBe(1);
      const told = await stage.flow.store.deliveries.find({ id: `answer:${event}` });
      expect(told.map((each) => each.message.text)).toEqual([
        stage.flow.content.say('en', 'connect.done', { topic: 'Our shared work' }).replaceAll('**', ''),
      ]);
    }
  });

  it('who take out the last two channels: one stays', async () => {
    for (const _ of tries) {
      const inquiry = await stage.begin();
      const channel = stage.channel();
      await stage.use(await stage.code(inquiry), 'bo', channel);
      const out = await Promise.all(
        [...inquiry.channels, channel].map((each) => removeChannel(stage.flow, inquiry.id, each)),
      );
      expect(out.filter(Boolean)).toHaveLength(1);
      expect((await stage.inquiry(inquiry.id)).channels).toHaveLength(1);
    }
  });
});
