import { z } from 'zod';
import type { Address } from '../../src/domain/inquiry.ts';
import type { PlatformEvent } from '../../src/domain/platform-event.ts';
import { channelAddress } from './address.ts';
import { Account, type Around, base, isOurs, type Parse, personOf } from './parse-event-context.ts';

const Update = z.looseObject({
  membersAdded: z.array(Account).nullish(),
  membersRemoved: z.array(Account).nullish(),
  topicName: z.string().nullish(),
});
const Installation = z.looseObject({ action: z.string().nullish() });

/** `conversationUpdate`: who came and went, and what became of channels and teams. */
export const parseConversationUpdate: Parse = (around) => {
  const { activity } = around;
  const { membersAdded, membersRemoved, topicName } = Update.parse(activity);
  return [
    ...(membersAdded ?? []).flatMap((account) =>
      isOurs(activity, account) ? added(around) : moved(around, 'member-joined', account),
    ),
    ...(membersRemoved ?? []).flatMap((account) =>
      isOurs(activity, account) ? gone(around) : moved(around, 'member-left', account),
    ),
    ...(topicName ? renamed(around, around.place.channel, topicName) : []),
    ...ofChannel(around),
  ];
};

function ofChannel(around: Around): PlatformEvent[] {
  const { eventType, channel } = around.activity.channelData ?? {};
  const address = channel ? channelAddress(around.tenant, channel.id) : null;
  switch (eventType) {
    case 'channelRenamed':
      return address && channel?.name ? renamed(around, address, channel.name) : [];
    case 'channelDeleted':
    case 'channelUnshared':
      return address ? goneFrom(around, [address]) : [];
    case 'teamDeleted':
    case 'teamHardDeleted':
    case 'teamArchived':
      return gone(around);
    default:
      return [];
  }
}

/** Who opens Porras by itself for the first time has just installed it. */
export const parseInstallation: Parse = (around) => {
  const { activity, place } = around;
  const { action } = Installation.parse(activity);
  if (action === 'add') {
    const opened: PlatformEvent = {
      ...base(around, 'home', ...causeOf(around)),
      type: 'home-opened',
      by: personOf(around, activity.from),
    };
    return place.private ? [installed(around), opened] : added(around);
  }
  return action === 'remove' ? gone(around) : [];
};

const installed = (around: Around): PlatformEvent => ({
  ...base(around, 'installed', ...causeOf(around)),
  type: 'installed',
  name: around.activity.channelData?.team?.name || around.tenant,
});

/** Teams tells of one addition in several ways, and in several channels of a team: it is one event all the same. */
const added = (around: Around): PlatformEvent[] => [
  installed(around),
  ...(around.place.private
    ? []
    : [
        {
          ...base(around, 'added', around.activity.channelData?.team?.id ?? around.place.channel),
          type: 'added-to-channel' as const,
          place: around.place,
          addedBy: personOf(around, around.activity.from).address,
        },
      ]),
];

/** Private conversations stay known to the core: a person who removed Porras has not left. */
const gone = (around: Around): PlatformEvent[] => (around.place.private ? [] : goneFrom(around, channelsOf(around)));

const goneFrom = (around: Around, channels: readonly Address[]): PlatformEvent[] =>
  channels.map((channel) => ({
    ...base(around, 'gone', channel, ...causeOf(around)),
    type: 'channel-gone',
    place: { channel, private: false },
  }));

const renamed = (around: Around, channel: Address, name: string): PlatformEvent[] => [
  {
    ...base(around, 'renamed', channel, name, ...causeOf(around)),
    type: 'channel-renamed',
    place: { channel, private: false },
    name,
  },
];

/** Who joins a team joins its channels; those that have members of their own say so themselves. */
function moved(around: Around, type: 'member-joined' | 'member-left', account: Account): PlatformEvent[] {
  if (around.place.private) return [];
  const by = personOf(around, account);
  return channelsOf(around).map((channel) => ({
    ...base(around, type, channel, by.address, ...causeOf(around)),
    type,
    place: { channel, private: false },
    by,
  }));
}

/** All channels of the team that an activity is about; a single one where it is about that, or about a chat. */
function channelsOf({ activity, tenant, place, context }: Around): Address[] {
  const { eventType, channel } = activity.channelData ?? {};
  if (channel && eventType?.startsWith('channel')) return [channelAddress(tenant, channel.id)];
  return [...new Set([place.channel, ...context.channels])];
}

const causeOf = ({ activity: { id, timestamp, conversation } }: Around): string[] => [
  conversation.id,
  id ?? '',
  timestamp ?? '',
];
