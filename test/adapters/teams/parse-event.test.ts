import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Envelope, type ParseContext, parseActivity } from '../../../adapters/teams/parse-event.ts';
import cards from '../../../adapters/teams/samples/cards.json' with { type: 'json' };
import messages from '../../../adapters/teams/samples/messages.json' with { type: 'json' };
import places from '../../../adapters/teams/samples/places.json' with { type: 'json' };
import type { PlatformEvent } from '../../../src/domain/platform-event.ts';

const TENANT = '99999999-aaaa-4bbb-8ccc-dddddddddddd';
const channel = (id: string) => `teams:${TENANT}:c:${encodeURIComponent(id)}`;
const refOf = (id: string, message: string) => `teams:${TENANT}:m:${encodeURIComponent(id)}:${message}`;
const IDEAS = '19:channel@thread.tacv2';
const GENERAL = '19:general@thread.tacv2';
const CONTEXT: ParseContext = {
  digest: (...words) => words.join(' '),
  known: (id) => (id.endsWith('2') ? 'Pekka' : undefined),
  channels: [channel(IDEAS)],
  now: new Date('2023-11-14T22:14:00Z'),
};
const parse = (activity: unknown): PlatformEvent[] => parseActivity(Envelope.parse(activity), CONTEXT).events;

const person = (number: number, name: string) => ({
  address: `teams:${TENANT}:p:aaaaaaaa-0000-4000-8000-00000000000${number}`,
  name,
  isBot: false,
});
const MAIJA = person(1, 'Maija');
const PEKKA = person(2, 'Pekka');
const IN_IDEAS = { channel: channel(IDEAS), private: false };
const IN_GENERAL = { channel: channel(GENERAL), private: false };
const IN_CHAT = { channel: channel('19:chat@thread.v2'), private: false };
const ALONE = { channel: channel('a:1maija'), private: true };
const REF = refOf(IDEAS, '1700000000100');
const ROOT = refOf(IDEAS, '1700000000000');
const posted = {
  type: 'message-posted',
  workspaceId: `teams:${TENANT}`,
  at: new Date('2023-11-14T22:13:20.100Z'),
  place: IN_IDEAS,
  by: MAIJA,
  ref: REF,
  threadRef: null,
};
const pressed = { type: 'choice-pressed', by: PEKKA, action: 'snooze', value: 'n-1/ä&?=|,' };
const submitted = {
  type: 'form-submitted',
  by: PEKKA,
  formId: 'answer',
  context: 'round-1',
  place: { channel: `teams:${TENANT}:c:x`, private: false },
  answers: { text: 'It works', who: MAIJA.address },
};
const picked = {
  type: 'message-picked',
  by: PEKKA,
  place: IN_IDEAS,
  purpose: 'add',
  message: { ref: refOf(IDEAS, '1700000000050'), author: PEKKA, threadRef: ROOT, text: 'An idea' },
};
const installed = { type: 'installed', workspaceId: `teams:${TENANT}` };

const added = { type: 'added-to-channel', place: IN_GENERAL, addedBy: MAIJA.address };

/** Sample -> what Porras hears of it. */
const HEARD: Record<string, object[]> = {
  'first of a thread, with a mention': [{ ...posted, text: '@Porras status' }],
  'answer in a thread': [{ ...posted, threadRef: ROOT, text: 'I would build on it\n' }],
  'without a mention, where the team consented': [{ ...posted, text: 'An idea: 1 < 2' }],
  'of another person mentioned': [{ ...posted, text: 'Ask @Pekka & @Porras' }],
  'in private': [{ ...posted, place: ALONE, ref: refOf('a:1maija', '1700000000100'), text: 'Between us' }],
  'in private, calling Porras by name': [{ type: 'message-posted', place: ALONE, text: 'help' }],
  'in a group chat': [{ type: 'message-posted', place: IN_CHAT, threadRef: null, text: 'In the chat' }],
  'in a group chat, answering another': [
    { type: 'message-posted', threadRef: refOf('19:chat@thread.v2', '1700000000050'), text: 'Yes, let us' },
  ],
  'with a list and emoji': [{ ...posted, text: 'Two things:\n- one\n- two 👏' }],
  'a command': [{ type: 'command-invoked', place: IN_IDEAS, by: MAIJA, text: 'new' }],
  'a picture without words': [],
  'of another bot': [],
  'of Porras': [],
  edited: [{ type: 'message-edited', place: IN_IDEAS, by: MAIJA, ref: REF, text: 'An idea' }],
  'deletion undone': [{ type: 'message-edited', ref: REF, text: 'An idea' }],
  deleted: [{ type: 'message-deleted', place: IN_IDEAS, ref: REF }],
  reactions: [
    { type: 'reaction-added', place: IN_IDEAS, by: MAIJA, ref: ROOT, emoji: '👍' },
    { type: 'reaction-added', ref: ROOT, emoji: '👏' },
  ],
  'reaction taken back': [{ type: 'reaction-removed', by: MAIJA, ref: ROOT, emoji: '❤️' }],
  typing: [],
  'Action.Execute': [{ ...pressed, place: IN_IDEAS, ref: ROOT }],
  'Action.Submit': [{ ...pressed, place: ALONE, ref: refOf('a:1maija', '1700000000000') }],
  'a form, by Action.Execute': [submitted],
  'the same form, by Action.Submit': [submitted],
  'a form from a dialog': [submitted],
  'a button that opens a dialog': [{ ...pressed, ref: ROOT }],
  'a card refreshed by itself': [],
  'a card of somebody else': [],
  'a message picked': [picked],
  'a message picked, to build on': [{ ...picked, purpose: 'builds-on' }],
  'a message of Porras picked': [
    { ...picked, message: { ...picked.message, threadRef: REF, author: { isBot: true, name: 'Porras' } } },
  ],
  'a form from a message extension': [submitted],
  'another command': [],
  'signing in': [],
  'somebody joined the team': [
    { type: 'member-joined', place: IN_GENERAL, by: PEKKA },
    { type: 'member-joined', place: IN_IDEAS, by: PEKKA },
  ],
  'somebody left the team': [
    { type: 'member-left', place: IN_GENERAL, by: PEKKA },
    { type: 'member-left', place: IN_IDEAS, by: PEKKA },
  ],
  'somebody joined a private channel': [
    { type: 'member-joined', place: { channel: channel('19:private@thread.tacv2'), private: false }, by: PEKKA },
  ],
  'somebody joined a group chat': [{ type: 'member-joined', place: IN_CHAT, by: PEKKA }],
  'Porras joined the team': [{ ...installed, name: 'Kehitys' }, added],
  'Porras left the team': [
    { type: 'channel-gone', place: IN_GENERAL },
    { type: 'channel-gone', place: IN_IDEAS },
  ],
  'Porras left a group chat': [{ type: 'channel-gone', place: IN_CHAT }],
  'Porras in private': [installed],
  'channel renamed': [{ type: 'channel-renamed', place: IN_IDEAS, name: 'Pantry' }],
  'channel deleted': [{ type: 'channel-gone', place: IN_IDEAS }],
  'channel created': [],
  'team renamed': [],
  'team deleted': [
    { type: 'channel-gone', place: IN_GENERAL },
    { type: 'channel-gone', place: IN_IDEAS },
  ],
  'group chat renamed': [{ type: 'channel-renamed', place: IN_CHAT, name: 'Lunch' }],
  'installed for a team': [installed, added],
  'installed by a person': [installed, { type: 'home-opened', by: MAIJA }],
  'removed by a person': [],
  'removed from a group chat': [{ type: 'channel-gone', place: IN_CHAT }],
  'updated for a person': [],
};

const SAMPLES: Record<string, { source: string; activity: Record<string, unknown> }> = {
  ...messages,
  ...cards,
  ...places,
};
const activityOf = (name: string) => SAMPLES[name]!.activity;
/** Only what is about a team has channels beside its own. */
const hear = (name: string) => {
  const activity = Envelope.parse(activityOf(name));
  const channels = activity.channelData?.team ? CONTEXT.channels : [];
  return parseActivity(activity, { ...CONTEXT, channels }).events;
};

describe('samples', () => {
  it('are all expected', () => expect(Object.keys(SAMPLES).sort()).toEqual(Object.keys(HEARD).sort()));
  it.for(Object.keys(HEARD))('%s', (name) => {
    const heard = hear(name);
    expect(heard).toHaveLength(HEARD[name]!.length);
    expect(heard).toMatchObject(HEARD[name]!);
    expect(hear(name)).toEqual(heard);
  });
});

it('a form sent in four ways is one event', () => {
  const forms = Object.keys(HEARD).filter((name) => HEARD[name]![0] === submitted);
  expect(forms).toHaveLength(4);
  expect(new Set(forms.flatMap((name) => hear(name).map(({ id }) => id))).size).toBe(1);
});

it('a form tells of no place in another tenant', () => {
  const sent = JSON.stringify(activityOf('the same form, by Action.Submit'));
  const moved = sent.replaceAll(`teams:${TENANT}:c:x`, `teams:${TENANT}1:c:x`);
  expect(moved).not.toBe(sent);
  expect(parse(JSON.parse(moved))).toMatchObject([{ ...submitted, place: null }]);
});

it('a button pressed twice is two events, and one that comes again is one', () => {
  const activity = activityOf('Action.Execute');
  const [first, again] = [parse(activity), parse({ ...activity })];
  expect(again[0]?.id).toBe(first[0]?.id);
  expect(parse({ ...activity, id: 'f:10' })[0]?.id).not.toBe(first[0]?.id);
});

it('a chat that says nothing of its kind is taken for what its id looks like', () => {
  const activity = activityOf('in private');
  const in_ = (conversation: object) => {
    const [event] = parse({ ...activity, conversation: { tenantId: TENANT, ...conversation } });
    return event && 'place' in event && event.place?.private;
  };
  expect(in_({ id: 'a:1' })).toBe(true);
  expect(in_({ id: '19:x@thread.tacv2' })).toBe(false);
  expect(in_({ id: '19:x@thread.v2' })).toBe(false);
  expect(in_({ id: 'a:1', isGroup: true })).toBe(false);
});

it('says nothing of what says nothing of a tenant', () => {
  const { channelData: _gone, ...activity } = activityOf('in private');
  expect(parse({ ...activity, conversation: { id: 'a:1', conversationType: 'personal' } })).toEqual([]);
});

it('text that people typed is never an instruction to the adapter, whatever it is', () => {
  const activity = activityOf('in private');
  const changed: string[] = [];
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      fc.pre(!/<at|^\s*(?:@porras\b|\/porras\b)/i.test(text) && text.trim() !== '');
      const [event] = parse({ ...activity, text });
      if (event?.type !== 'message-posted' || event.text !== text) changed.push(text);
    }),
  );
  expect(changed).toEqual([]);
});
