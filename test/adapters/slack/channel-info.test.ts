import { afterEach, expect, it } from 'vitest';
import { ALL_SCOPES } from '../../support/slack/scopes.ts';
import { CHANNEL, openWorld, type OutboundWorld } from './outbound-world.ts';

let world: OutboundWorld;
afterEach(() => world.close());

it('a channel that Porras is not in is told from one that it is in', async () => {
  const channels = [
    { id: 'C1', name: 'kehitys' },
    { id: 'C2', name: 'kahvihuone', members: ['maija'] },
  ];
  world = await openWorld({ teams: [{ id: 'T1', channels }] });
  expect(await world.outbound.channelInfo(CHANNEL)).toEqual({ name: 'kehitys', isMember: true });
  expect(await world.outbound.channelInfo('slack:T1:C2')).toEqual({ name: 'kahvihuone', isMember: false });
  expect(await world.outbound.channelInfo('slack:T1:C9')).toEqual({ name: null, isMember: false });
});

it('without the scope nothing is told of a channel, and it is taken that Porras is in it', async () => {
  const scopes = ALL_SCOPES.filter((each) => each !== 'channels:read');
  world = await openWorld({ teams: [{ id: 'T1', channels: [{ id: 'C1', name: 'kehitys' }], scopes }] });
  expect(await world.outbound.channelInfo(CHANNEL)).toEqual({ name: null, isMember: true });
});
