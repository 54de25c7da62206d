import { describe, expect, it } from 'vitest';
import {
  channelAddress,
  decodeChannel,
  decodePerson,
  decodeRef,
  isPerson,
  messageRef,
  personAddress,
  teamOf,
  workspaceOf,
} from '../../../adapters/slack/address.ts';

describe('addresses of Slack', () => {
  it('come back as what they were made of', () => {
    expect(teamOf(workspaceOf('T1'))).toBe('T1');
    expect(teamOf(workspaceOf('E1'))).toBe('E1');
    for (const id of ['C1', 'G1', 'D1']) expect(decodeChannel(channelAddress('T1', id))).toEqual({ team: 'T1', id });
    for (const id of ['U1', 'W1']) expect(decodePerson(personAddress('T1', id))).toEqual({ team: 'T1', id });
    const place = { team: 'T1', channel: 'C1', ts: '1700000000.000100' };
    expect(messageRef('T1', 'C1', '1700000000.000100')).toBe('slack:T1:C1:1700000000.000100');
    expect(decodeRef('slack:T1:C1:1700000000.000100')).toEqual(place);
    expect([isPerson('slack:T1:U1'), isPerson('slack:T1:C1')]).toEqual([true, false]);
  });

  it.for([
    () => decodeChannel('slack:T1:U1'),
    () => decodeChannel('web:channel/kehitys'),
    () => decodeChannel('slack:T1:C1:1.2'),
    () => decodePerson('slack:T1:C1'),
    () => decodeRef('slack:T1:C1'),
    () => decodeRef('slack:T1:C1:x'),
    () => decodeRef('slack:T1:C1:1.2\nslack:T1:C1:1.2'),
    () => teamOf('slack:T1:C1'),
    () => personAddress('T1', 'B1'),
    () => channelAddress('T1:C2', 'C1'),
    () => messageRef('T1', 'C1', ''),
  ])('of another kind are refused: %s', (decode) => {
    expect(decode).toThrow(expect.objectContaining({ code: 'foreign-address' }));
  });
});
