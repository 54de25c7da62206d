import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Known, parseEvent, teamIn } from '../../../adapters/slack/parse-event.ts';
import interactions from '../../../adapters/slack/samples/interactions.json' with { type: 'json' };
import messages from '../../../adapters/slack/samples/messages.json' with { type: 'json' };
import places from '../../../adapters/slack/samples/places.json' with { type: 'json' };
import type { PlatformEvent } from '../../../src/domain/platform-event.ts';

const NOW = new Date('2022-10-10T02:25:00Z');
const PEOPLE: Record<string, Known> = {
  U111: { name: 'Maija', isBot: false },
  U222: { name: 'Pekka', isBot: false },
  U333: { name: 'Deployer', isBot: true },
};
const parse = (body: unknown, people: Record<string, Known> = PEOPLE): PlatformEvent | null => {
  const team = teamIn(body);
  return team === null ? null : parseEvent(body, { team, self: 'U0PORRAS', known: (id) => people[id], now: NOW });
};

const MAIJA = { address: 'slack:T111:U111', name: 'Maija', isBot: false };
const PEKKA = { address: 'slack:T111:U222', name: 'Pekka', isBot: false };
const CHANNEL = { channel: 'slack:T111:C111', private: false };
const GROUP = { channel: 'slack:T111:G111', private: false };
const ALONE = { channel: 'slack:T111:D111', private: true };
const REF = 'slack:T111:C111:1665368619.804829';
const ROOT = 'slack:T111:C111:1665368600.000100';
const posted = {
  type: 'message-posted',
  workspaceId: 'slack:T111',
  place: CHANNEL,
  by: MAIJA,
  ref: REF,
  threadRef: null,
};
const pressed = {
  type: 'choice-pressed',
  id: 'slack:111.222.valid',
  workspaceId: 'slack:T111',
  by: PEKKA,
  action: 'nudge-snooze',
  value: 'round 1/ä&?=|,',
};
const picked = { type: 'message-picked', id: 'slack:111.444.valid', place: CHANNEL, by: PEKKA };

/** Sample -> what Porras hears of it; null is nothing. */
const HEARD: Record<string, object | null> = {
  plain: { ...posted, text: 'An idea: <one> queue & one page, ask @Pekka', at: new Date(1665368619804) },
  'in a private channel': { ...posted, place: GROUP, ref: 'slack:T111:G111:1665368619.804829', text: 'Between us' },
  'to Porras alone': { ...posted, id: 'slack:Ev111', place: ALONE, ref: 'slack:T111:D111:1665368619.804829' },
  'answer in a thread': { ...posted, ref: 'slack:T111:C111:1665368700.000100', threadRef: REF },
  'first of a thread': posted,
  'answer shown in the channel too': { ...posted, threadRef: ROOT, text: 'Everyone should see this' },
  'with a file': { ...posted, text: 'Our new board' },
  'a file without words': null,
  me: { ...posted, text: 'is doing that thing' },
  mention: { ...posted, text: '@Porras status' },
  'the same mention as a message': { ...posted, text: '@Porras status' },
  'of a bot': null,
  'of an app with a user of its own': null,
  'of Porras': null,
  'of Slackbot': null,
  'somebody joined': null,
  'a new topic': null,
  edited: {
    type: 'message-edited',
    id: 'slack:Ev111',
    at: new Date(1665368629007),
    place: CHANNEL,
    by: MAIJA,
    ref: REF,
    text: 'updated & better message',
  },
  'changed by Slack, which unfurls a link': null,
  'edited by Porras': null,
  deleted: { type: 'message-deleted', id: 'slack:Ev111', place: CHANNEL, ref: REF },
  'deleted first of a thread': { type: 'message-deleted', place: CHANNEL, ref: REF },
  reaction: { type: 'reaction-added', id: 'slack:Ev111', place: CHANNEL, by: PEKKA, ref: REF, emoji: '👏' },
  "reaction of the workspace's own": { type: 'reaction-added', emoji: ':partyporras:' },
  'reaction taken back': { type: 'reaction-removed', by: PEKKA, ref: REF, emoji: '👏' },
  'reaction to a file': null,
  'reaction of Porras': null,
  'from another company, in a shared channel': {
    ...posted,
    by: { address: 'slack:T111:U999', name: '', isBot: false },
  },
  'from another company, without saying which installation': {
    type: 'reaction-added',
    by: { address: 'slack:T111:W999', name: '', isBot: false },
  },
  'where Porras is installed in a whole organisation': {
    ...posted,
    workspaceId: 'slack:E111',
    place: { channel: 'slack:E111:C111', private: false },
    by: { address: 'slack:E111:W111', name: '', isBot: false },
    ref: 'slack:E111:C111:1665368619.804829',
  },
  'joined a channel': {
    type: 'member-joined',
    id: 'slack:Ev111',
    place: CHANNEL,
    by: MAIJA,
    at: new Date(1665368629000),
  },
  'left a channel': { type: 'member-left', place: CHANNEL, by: MAIJA, at: new Date(1665368629000) },
  'Porras joined a channel': { type: 'added-to-channel', place: CHANNEL, addedBy: 'slack:T111:U222' },
  'Porras left a channel': { type: 'channel-gone', place: CHANNEL },
  'Porras was removed from a channel': { type: 'channel-gone', place: CHANNEL },
  'Porras was removed from a private channel': { type: 'channel-gone', place: GROUP },
  'channel archived': { type: 'channel-gone', place: CHANNEL },
  'private channel archived': { type: 'channel-gone', place: GROUP },
  'channel deleted': { type: 'channel-gone', place: CHANNEL },
  'private channel deleted': { type: 'channel-gone', place: GROUP },
  'channel renamed': { type: 'channel-renamed', place: CHANNEL, name: 'new_name' },
  'private channel renamed': { type: 'channel-renamed', place: GROUP, name: 'new_name' },
  deactivated: { type: 'person-left', by: MAIJA },
  'changed their status': null,
  'opened the home': { type: 'home-opened', by: MAIJA },
  'opened the messages': null,
  uninstalled: { type: 'removed', workspaceId: 'slack:T111' },
  'uninstalled from a whole organisation': { type: 'removed', workspaceId: 'slack:E111' },
  'tokens revoked': { type: 'removed', workspaceId: 'slack:T111' },
  "a person's own tokens revoked": null,
  'somebody is new in the workspace': null,
  'an event that Porras did not ask for': null,
  'a button': { ...pressed, place: CHANNEL, ref: REF, trigger: '111.222.valid|slack:T111:C111' },
  'a button that only one sees': { ...pressed, place: CHANNEL, ref: null },
  'a button in private': { ...pressed, place: ALONE, ref: 'slack:T111:D111:1665368619.804829' },
  'a button of the home': {
    ...pressed,
    place: { channel: 'slack:T111:U222', private: true },
    ref: null,
    trigger: '111.222.valid|slack:T111:U222',
  },
  'a choice in a list': { ...pressed, action: 'correct', value: 'fi' },
  'a button of somebody else': null,
  'a button, installed in a whole organisation': {
    ...pressed,
    workspaceId: 'slack:E111',
    by: { address: 'slack:E111:U222', name: 'Pekka', isBot: false },
    place: { channel: 'slack:E111:C111', private: false },
  },
  'a form': {
    type: 'form-submitted',
    id: 'slack:V111',
    at: NOW,
    place: CHANNEL,
    by: PEKKA,
    formId: 'create-inquiry',
    context: 'c-1 ä|&',
    answers: {
      topic: 'Work & <joy>',
      why: '',
      starts: '2026-03-02',
      quiet: '17:00',
      language: 'fi',
      none: '',
      facilitators: 'slack:T111:U111,slack:T111:W222',
      owner: 'slack:T111:U111',
    },
  },
  'a form without a place': { type: 'form-submitted', place: null, context: 'x' },
  'a form of somebody else': null,
  'a form filled in by somebody from another company': {
    type: 'form-submitted',
    workspaceId: 'slack:T111',
    by: { address: 'slack:T111:U999', name: '', isBot: false },
  },
  'a form that was closed': null,
  'a message picked to be added': {
    ...picked,
    purpose: 'add',
    message: { ref: REF, author: MAIJA, threadRef: null, text: 'An idea & more' },
    trigger: '111.444.valid|slack:T111:C111',
  },
  'a message picked to build on, in a thread': { ...picked, purpose: 'builds-on', message: { threadRef: ROOT } },
  'a message of an old integration picked': { ...picked, message: { author: { isBot: true } } },
  'a message of Porras picked': {
    ...picked,
    message: { author: { address: 'slack:T111:U0PORRAS', isBot: true } },
  },
  'a shortcut of somebody else': null,
  'a shortcut from anywhere': null,
  'a command': {
    type: 'command-invoked',
    id: 'slack:111.555.valid',
    place: CHANNEL,
    by: PEKKA,
    text: 'help "me"  <now>',
    trigger: '111.555.valid|slack:T111:C111',
  },
  'a command in private': { type: 'command-invoked', place: ALONE, text: '' },
  'a command, installed in a whole organisation': {
    type: 'command-invoked',
    workspaceId: 'slack:E111',
    by: { address: 'slack:E111:U222', name: 'Pekka', isBot: false },
  },
};

const samples: Record<string, { source: string; body: unknown }> = { ...messages, ...places, ...interactions };
const bodyOf = (name: string): unknown => samples[name]?.body;

describe('what Slack sends', () => {
  it('has a sample and an expectation of each kind, with its source', () => {
    expect(Object.keys(HEARD).sort()).toEqual(Object.keys(samples).sort());
    for (const { source } of Object.values(samples))
      expect(source).toMatch(/^https:\/\/(docs\.slack\.dev|github\.com\/slackapi)\//);
  });

  it.for(Object.entries(HEARD).filter(([, heard]) => heard !== null))('is heard: %s', ([name, heard]) => {
    expect(parse(bodyOf(name))).toMatchObject(heard ?? {});
  });

  it.for(Object.entries(HEARD).filter(([, heard]) => heard === null))('says nothing to Porras: %s', ([name]) => {
    expect(parse(bodyOf(name))).toBeNull();
  });

  it('is one event, whether it comes as a mention, as a message, or as both', () => {
    expect(parse(bodyOf('mention'))?.id).toBe(parse(bodyOf('the same mention as a message'))?.id);
    expect(parse(bodyOf('mention'))?.id).not.toBe(parse(bodyOf('answer in a thread'))?.id);
  });

  it('in private has an id that names neither the person nor the conversation', () => {
    for (const name of ['to Porras alone', 'a form', 'a command in private', 'a button in private']) {
      expect(parse(bodyOf(name))?.id).not.toMatch(/[UD]\d{3}/);
    }
  });

  it('comes from somebody without a name while that is not known', () => {
    expect(parse(bodyOf('plain'), {})).toMatchObject({
      by: { address: 'slack:T111:U111', name: '' },
      text: 'An idea: <one> queue & one page, ask @someone',
    });
  });

  it('never leads to more than an event, nothing or an error, whatever is taken out of it', () => {
    const bodies = Object.values(samples).map(({ body }) => body);
    fc.assert(
      fc.property(fc.constantFrom(...bodies), fc.nat(), fc.anything(), (body, at, other) => {
        expect(outcomeOf(replaceAt(body, at, other))).toMatch(
          /^(?:slack:.+|nothing|ZodError|PorrasError|SyntaxError)$/s,
        );
      }),
      { numRuns: 1000 },
    );
  });
});

/** The id of the event that it leads to, `nothing`, or the name of the error. */
function outcomeOf(body: unknown): string {
  try {
    return parse(body)?.id ?? 'nothing';
  } catch (thrown) {
    return (thrown as Error).name;
  }
}

/** A copy with one of the values in it, counted in order, replaced. */
function replaceAt(body: unknown, at: number, other: unknown): unknown {
  let count = 0;
  JSON.stringify(body, (_key, value: unknown) => {
    count += 1;
    return value;
  });
  const wanted = at % count;
  let index = -1;
  const copy = (value: unknown): unknown => {
    index += 1;
    if (index === wanted) return other;
    if (Array.isArray(value)) return value.map(copy);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, copy(each)]));
  };
  return copy(body);
}
