import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressBook } from '../../adapters/memory/address.ts';
import { createMemoryPlatform } from '../../adapters/memory/index.ts';
import { CAPABILITIES, type Capability } from '../../src/ports/chat-platform.ts';
import { chatPlatformContract } from '../contract/chat-platform.ts';
import type { Hands, Harness } from '../contract/chat-platform-harness.ts';

const PEOPLE = [
  { id: 'maija', name: 'Maija' },
  { id: 'pekka', name: 'Pekka' },
  { id: 'åsa', name: 'Åsa' },
  { id: 'calendar', name: 'Calendar', isBot: true },
];

function makeHarness(capabilities: readonly Capability[]): Harness {
  const platform = createMemoryPlatform({ people: PEOPLE, channels: [{ id: 'kitchen' }], capabilities });
  const idOf = (address: string): string => addressBook('memory').decode(address, 'person').id;
  const acknowledged = (action: Promise<unknown>): Promise<boolean> =>
    action.then(
      () => true,
      () => false,
    );
  const [maija, pekka, åsa] = ['maija', 'pekka', 'åsa'].map((id, n) => ({
    address: platform.person(id),
    name: PEOPLE[n]?.name ?? '',
    isBot: false,
  }));
  if (!maija || !pekka || !åsa) throw new Error('three people are needed');
  return {
    platform,
    workspaceId: platform.workspaceId,
    channel: platform.channel('kitchen'),
    channelName: 'kitchen',
    people: [maija, pekka, åsa],
    asPerson(person): Hands {
      const hands = platform.as(idOf(person));
      return {
        post: (text, options) => acknowledged(hands.post(text, options)),
        edit: (ref, text) => acknowledged(hands.edit(ref, text)),
        delete: (ref) => acknowledged(hands.delete(ref)),
        react: (ref, emoji) => acknowledged(hands.react(ref, emoji)),
        unreact: (ref, emoji) => acknowledged(hands.unreact(ref, emoji)),
        press: (ref, choice) => acknowledged(hands.press(ref, choice.action, choice.value)),
        submit: (answers) => acknowledged(hands.submit(answers)),
        command: (text) => acknowledged(hands.command(text)),
        join: () => acknowledged(hands.join()),
        leave: () => acknowledged(hands.leave()),
        openHome: () => acknowledged(hands.openHome()),
        pressHome: ({ action, value }) => acknowledged(hands.pressHome(action, value)),
        look: (ref) => hands.look(ref),
        pick: (ref, purpose) => acknowledged(hands.pick(ref, purpose)),
        leaveForGood: () => acknowledged(hands.leaveForGood()),
      };
    },
    visibleTo: async (person) => platform.visibleTo(idOf(person)),
    formFor: async (person) => platform.formFor(idOf(person)),
    async homeFor(person) {
      const home = platform.homeFor(idOf(person));
      if (!home) return null;
      return {
        text: home.sections.map((section) => section.text).join('\n'),
        choices: home.sections.flatMap((section) => section.choices ?? []),
      };
    },
    setProfile: async (person, profile) => platform.setProfile(idOf(person), profile),
    renameChannel: (name) => acknowledged(platform.renameChannel('kitchen', name)),
    removeChannel: () => acknowledged(platform.removeChannel('kitchen')),
    redeliver: () => platform.redeliver(),
    close: async () => undefined,
  };
}

for (const [name, capabilities] of [
  ['memory', CAPABILITIES],
  ['memory without capabilities', []],
] as const) {
  chatPlatformContract({
    name,
    capabilities,
    dedupesByKey: true,
    happens: ['message-picked', 'person-left', 'channel-renamed', 'channel-gone'],
    make: async () => makeHarness(capabilities),
  });
}

describe('the memory platform', () => {
  it('keeps the reference that the caller gives, and refuses it twice', async () => {
    const platform = createMemoryPlatform({ people: PEOPLE, channels: [{ id: 'kitchen' }] });
    await platform.start(async () => undefined);
    expect(await platform.as('maija').post('hello', { ref: 'c001' })).toBe('c001');
    await expect(platform.as('pekka').post('again', { ref: 'c001' })).rejects.toMatchObject({ code: 'duplicate-ref' });
    expect(platform.messages().map((it) => [it.ref, it.text])).toEqual([['c001', 'hello']]);
  });

  it('says which people there are when asked for one that is not there', () => {
    const platform = createMemoryPlatform({ people: PEOPLE, channels: [] });
    expect(() => platform.as('nobody')).toThrow(/"nobody".*memory:person\/maija/);
  });

  it('reads every address that it writes, and no other', () => {
    const kinds = fc.constantFrom('channel' as const, 'person' as const, 'private' as const, 'message' as const);
    fc.assert(
      fc.property(kinds, fc.string({ minLength: 1 }), (kind, id) => {
        const book = addressBook('memory');
        expect(book.decode(book.encode(kind, id), kind)).toEqual({ kind, id });
        expect(() => addressBook('other').decode(book.encode(kind, id))).toThrow(/not an address/);
      }),
    );
  });
});
