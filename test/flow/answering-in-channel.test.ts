import { describe, expect, it } from 'vitest';
import type { PlatformEvent } from '../../src/domain/platform-event.ts';
import { handleEvent } from '../../src/flow/handle-event.ts';
import { receiveEvent } from '../../src/flow/receive-event.ts';
import { Died } from './support/faults.ts';
import { createWorld, type InquiryOptions, type World } from './world.ts';

const say = (world: World, key: string, params = {}) => world.flow.content.say('en', key, params).replaceAll('**', '');
const actions = (choices: readonly { action: string }[] = []) => choices.map((each) => each.action);

/** Porras does not hear what is written below its question. */
async function deaf(inquiry: InquiryOptions = {}): Promise<World> {
  const world = await createWorld({ without: ['hear-threads'] });
  await world.begin(inquiry);
  await world.until('2026-03-02 09:00');
  return world;
}
const question = (world: World, channel?: string) =>
  world.inChannel(channel).find((each) => actions(each.choices).includes('answer-privately'));
async function answer(world: World, who: string, text: string): Promise<void> {
  await world.press(who, 'answer-in-channel');
  await world.submit(who, { text });
}
const below = (world: World) => world.inChannel().filter((each) => each.threadRef === question(world)?.ref);
/** Another process hears that Bo takes it back, and is to try again what it cannot do yet. */
async function withdrawMeanwhile({ flow, store, platform }: World): Promise<void> {
  const [contribution] = await store.contributions.find({});
  const event: PlatformEvent = {
    type: 'choice-pressed',
    id: 'memory:withdraw',
    at: flow.clock.now(),
    workspaceId: platform.workspaceId,
    place: { channel: platform.privateConversation('bo'), private: true },
    by: { address: platform.person('bo'), name: 'Bo', isBot: false },
    ref: null,
    action: 'withdraw',
    value: contribution?.id ?? '',
    trigger: null,
  };
  await receiveEvent(flow)(event);
  await handleEvent(flow, event.id).catch(() => undefined);
}

describe('where threads may not be heard, a question', () => {
  it('can be answered by a button with one’s name, and says so', async () => {
    const world = await deaf();
    expect(actions(question(world)?.choices)).toEqual(['answer-in-channel', 'answer-anonymously', 'answer-privately']);
    expect(question(world)?.text).toContain('Answer with a button below');
    expect(world.inChannel()[0]?.text).toContain('Answer with the buttons below it');
  });

  it('keeps two buttons where they are heard', async () => {
    const world = await createWorld();
    await world.begin();
    await world.until('2026-03-02 09:00');
    expect(actions(question(world)?.choices)).toEqual(['answer-anonymously', 'answer-privately']);
    expect(question(world)?.text).toContain('Answer in this thread.');
    expect(world.inChannel()[0]?.text).toContain('Answer in the thread');
  });

  it('has the button in each channel that needs it, whatever the others have', async () => {
    const world = await createWorld({ without: ['hear-threads'], channels: [{ id: 'kitchen' }, { id: 'lounge' }] });
    await world.begin({ channels: ['kitchen', 'lounge'] });
    await world.until('2026-03-02 09:00');
    for (const channel of ['kitchen', 'lounge'])
      expect(actions(question(world, channel)?.choices)).toContain('answer-in-channel');
  });

  it('gets no such button in an invitation, which is a private place', async () => {
    const world = await deaf();
    await world.until('2026-03-04 12:00');
    const nudge = world.privately('dan').find((each) => actions(each.choices).includes('why-me'));
    expect(actions(nudge?.choices)).not.toContain('answer-in-channel');
  });
});

describe('an answer in the channel', () => {
  it('is a contribution with a name, and stands below the question with it', async () => {
    const world = await deaf();
    await answer(world, 'bo', 'We *halved* the form.\nIt took an hour.');
    expect(await world.store.contributions.find({})).toMatchObject([
      {
        text: 'We *halved* the form.\nIt took an hour.',
        visibility: 'named',
        via: 'channel',
        roundId: 'inquiry-r1',
        participantId: 'inquiry/memory:person/bo',
        ref: null,
        replyTo: null,
        status: 'live',
      },
    ]);
    expect(below(world).map((each) => each.text)).toEqual([
      `${say(world, 'answer-in-channel.said', { name: 'Bo', number: 1 })}\n\n> We *halved* the form.\n> It took an hour.`,
    ]);
    expect(await world.store.answered.find({})).toMatchObject([{ participantId: 'inquiry/memory:person/bo' }]);
    expect(world.lastTo('bo')).toBe(say(world, 'build.done'));
    expect(actions(world.choicesOf('bo'))).toEqual(['correct', 'withdraw']);
    // The words are in the contribution and nowhere else.
    expect(JSON.stringify(await world.store.deliveries.find({}))).not.toContain('halved');
  });

  it('is in the digest under the name of whoever gave it', async () => {
    const world = await deaf();
    await answer(world, 'bo', 'We halved the form for travel expenses.');
    await world.until('2026-03-06 16:00');
    expect(world.inChannel().at(-1)?.text).toContain('We halved the form for travel expenses.');
  });

  it('goes from below the question when it is taken back', async () => {
    const world = await deaf();
    await answer(world, 'bo', 'We halved the form.');
    await world.press('bo', 'withdraw');
    expect(below(world)).toEqual([]);
    expect(JSON.stringify(await world.rows())).not.toContain('We halved the form.');
  });

  it('goes from there too when it is taken back while it is being posted', async () => {
    const world = await deaf();
    const post = world.platform.post.bind(world.platform);
    world.platform.post = async (channel, outgoing, ...thread) => {
      const ref = await post(channel, outgoing, ...thread);
      if (outgoing.key.startsWith('build:')) await withdrawMeanwhile(world);
      return ref;
    };
    await answer(world, 'bo', 'We halved the form.');
    await world.later(600_000);
    expect(await world.store.contributions.find({})).toMatchObject([{ status: 'withdrawn', text: '' }]);
    expect(below(world)).toEqual([]);
    expect(JSON.stringify(await world.rows())).not.toContain('We halved the form.');
  });

  it('is not posted by a process after the one that died, once it is taken back', async () => {
    const world = await deaf();
    const said: string[] = [];
    const post = world.platform.post.bind(world.platform);
    world.platform.post = async (channel, outgoing, ...thread) => {
      if (outgoing.key.startsWith('build:') && said.push(outgoing.message.text) === 1) {
        await withdrawMeanwhile(world);
        throw new Died('while it was being posted');
      }
      return post(channel, outgoing, ...thread);
    };
    await answer(world, 'bo', 'We halved the form.');
    await world.later(600_000);
    expect(said.slice(1).join()).not.toContain('We halved');
    expect(below(world)).toEqual([]);
    expect(JSON.stringify(await world.rows())).not.toContain('We halved the form.');
  });

  it('is appreciated where it stands, and can be built on', async () => {
    const world = await deaf();
    await answer(world, 'bo', 'We halved the form.');
    const shown = below(world)[0]?.ref ?? '';
    await world.act('cia', (hands) => hands.react(shown, '👏'));
    const [first] = await world.store.contributions.find({});
    expect(await world.store.reactions.find({})).toMatchObject([{ contributionId: first?.id, emoji: '👏' }]);
    await world.act('cia', (hands) => hands.pick(shown, 'builds-on'));
    await world.submit('cia', { text: 'And the other one too.' });
    expect(await world.store.contributions.find({ participantId: 'inquiry/memory:person/cia' })).toMatchObject([
      { replyTo: first?.id, roundId: 'inquiry-r1' },
    ]);
  });

  it('is not lost when the question closes meanwhile', async () => {
    const world = await deaf();
    await world.until('2026-03-06 14:00');
    await world.press('bo', 'answer-in-channel');
    await world.until('2026-03-06 15:00');
    await world.submit('bo', { text: 'It got quieter.' });
    expect(await world.store.contributions.find({})).toMatchObject([{ roundId: 'inquiry-r1', visibility: 'named' }]);
    expect(below(world)).toHaveLength(1);
  });

  it('by who has left meanwhile is none, and does not bring them back', async () => {
    const world = await deaf();
    for (const action of ['answer-in-channel', 'answer-anonymously'] as const) {
      await world.press('bo', action);
      await world.act('bo', (hands) => hands.leave());
      await world.submit('bo', { text: 'One last word.' });
      expect(world.lastTo('bo')).toBe(say(world, 'no-inquiry-for-you'));
      expect(await world.store.contributions.find({})).toEqual([]);
      const [bo] = await world.store.participants.find({ person: world.platform.person('bo') });
      expect(bo?.leftAt).toBeInstanceOf(Date);
      await world.act('bo', (hands) => hands.join());
    }
  });

  it('that is sent from a channel where nothing was asked is kept, and shown nowhere', async () => {
    const world = await deaf();
    const context = JSON.stringify({ roundId: 'inquiry-r1', channel: 'memory:channel/elsewhere' });
    await world.forge('bo', {
      type: 'form-submitted',
      formId: 'answer-in-channel',
      context,
      answers: { text: 'Here.' },
    });
    expect(await world.store.contributions.find({})).toMatchObject([{ text: 'Here.' }]);
    expect(below(world)).toEqual([]);
  });
});
