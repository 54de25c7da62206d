import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  baseConversation,
  channelAddress,
  decodeChannel,
  decodePerson,
  decodeRef,
  hasThreads,
  isPerson,
  messageRef,
  personAddress,
  rootOf,
  threadConversation,
  threadRefOf,
  workspaceAt,
  workspaceOf,
} from '../../../adapters/teams/address.ts';

const CHANNEL = '19:abc_DEF-1@thread.tacv2';

describe('addresses of Teams', () => {
  it('come back as they were, whatever ids have in them', () => {
    const id = fc.string({ unit: 'grapheme', minLength: 1 }).filter((each) => !/;messageid=/i.test(each));
    fc.assert(
      fc.property(id, id, id, (tenant, conversation, activity) => {
        expect(workspaceAt(channelAddress(tenant, conversation))).toBe(workspaceOf(tenant));
        expect(decodeChannel(channelAddress(tenant, conversation))).toEqual({ tenant, id: conversation });
        expect(decodePerson(personAddress(tenant, activity))).toEqual({ tenant, id: activity });
        const ref = messageRef(tenant, conversation, activity);
        expect(decodeRef(ref)).toEqual({ tenant, conversation, activity });
        expect(ref.split(':')).toHaveLength(5);
      }),
    );
  });

  it('begin with the platform, then the workspace', () => {
    expect(channelAddress('t-1', CHANNEL)).toBe('teams:t-1:c:19%3Aabc_DEF-1%40thread.tacv2');
    expect(personAddress('t-1', 'o-1')).toBe('teams:t-1:p:o-1');
    expect(messageRef('t-1', CHANNEL, '17')).toBe('teams:t-1:m:19%3Aabc_DEF-1%40thread.tacv2:17');
  });

  it('of a thread are those of its channel and of its root', () => {
    const thread = threadConversation(CHANNEL, '17');
    expect(thread).toBe(`${CHANNEL};messageid=17`);
    expect(baseConversation(thread)).toBe(CHANNEL);
    expect(rootOf(thread)).toBe('17');
    expect(rootOf(CHANNEL)).toBeNull();
    expect(channelAddress('t', thread)).toBe(channelAddress('t', CHANNEL));
    expect(messageRef('t', thread, '18')).toBe(messageRef('t', CHANNEL, '18'));
    expect(threadRefOf('t', thread)).toBe(messageRef('t', CHANNEL, '17'));
    expect(threadRefOf('t', CHANNEL)).toBeNull();
    expect(threadConversation(thread, '18')).toBe(`${CHANNEL};messageid=18`);
  });

  it('only channels have threads', () => {
    expect([CHANNEL, '19:x@thread.skype', '19:x@thread.v2', 'a:1x'].map(hasThreads)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('people are told from channels', () => {
    expect(isPerson(personAddress('t', 'o'))).toBe(true);
    expect(isPerson(channelAddress('t', 'o'))).toBe(false);
  });

  it.for(['slack:T1:C1', 'teams:t', 'teams:t:c:', 'teams:t:p:o', 'teams:t:c:a:b', 'teams:t:c:%zz', 'teams:t:c:a b'])(
    'refuses what is no channel: %s',
    (address) => {
      expect(() => decodeChannel(address)).toThrow(expect.objectContaining({ code: 'foreign-address' }));
    },
  );
});
