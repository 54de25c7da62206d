import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTIONS, type Action, may } from '../../src/domain/rights.ts';
import { anInquiry, aParticipant } from './support.ts';

const inquiry = anInquiry();
const who = (id: string) => ({ person: `memory:${id}`, inquiry, participant: aParticipant(id) });
const someoneElses = {
  contribution: { inquiryId: 'inq', participantId: 'other' },
  commitment: { inquiryId: 'inq', ownerId: 'other' },
};

/** Everyone asks about a contribution and a commitment of somebody else. */
const PEOPLE = {
  facilitator: { ...who('fay'), ...someoneElses },
  'facilitator who takes no part': { ...who('fay'), participant: null, ...someoneElses },
  participant: { ...who('pia'), ...someoneElses },
  'participant who left': { ...who('pia'), participant: aParticipant('pia', { leftAt: new Date(0) }), ...someoneElses },
  stranger: { person: 'memory:sam', inquiry, participant: null, ...someoneElses },
};

const STEERING: Action[] = [
  'pause',
  'resume',
  'skip-round',
  'close',
  'ask-extra',
  'compose-digest',
  'nudge-now',
  'connect-channel',
  'disconnect-channel',
  'see-voices',
];
/** To join, one needs a code that a facilitator gave. */
const BEGINNING: Action[] = ['create-inquiry', 'join-inquiry'];
const THEMES: Action[] = ['correct-placement', 'rename-sub-theme', 'merge-sub-themes'];

describe('what one may do', () => {
  it.each<[keyof typeof PEOPLE, Action[]]>([
    [
      'facilitator',
      [...BEGINNING, ...STEERING, 'contribute', ...THEMES, 'change-own-settings', 'commit', 'settle-commitment'],
    ],
    ['facilitator who takes no part', [...BEGINNING, ...STEERING, ...THEMES, 'settle-commitment']],
    ['participant', [...BEGINNING, 'contribute', ...THEMES, 'change-own-settings', 'commit']],
    ['participant who left', [...BEGINNING, 'change-own-settings']],
    ['stranger', BEGINNING],
  ])('a %s: %j', (person, actions) => {
    expect(ACTIONS.filter((action) => may(action, PEOPLE[person]))).toEqual(actions);
  });

  it('an author withdraws their own contribution, a facilitator does not do it for them', () => {
    const contribution = { inquiryId: 'inq', participantId: 'pia' };
    expect(may('withdraw-contribution', { ...who('pia'), contribution })).toBe(true);
    expect(may('withdraw-contribution', { ...who('fay'), contribution })).toBe(false);
    expect(may('withdraw-contribution', who('pia'))).toBe(false);
  });

  it('an anonymous contribution is nobody’s', () => {
    const contribution = { inquiryId: 'inq', participantId: null };
    expect(may('withdraw-contribution', { ...who('pia'), contribution })).toBe(false);
    expect(may('withdraw-contribution', { ...who('pia'), participant: null, contribution })).toBe(false);
  });

  it('an owner settles their own commitment', () => {
    expect(may('settle-commitment', { ...who('pia'), commitment: { inquiryId: 'inq', ownerId: 'pia' } })).toBe(true);
  });

  it.each(BEGINNING)('anyone may: %s', (action) => {
    expect(may(action, { person: 'memory:sam' })).toBe(true);
  });

  it('nothing at all comes from being someone in another inquiry, or from posing as a participant', () => {
    const elsewhere = { ...who('pia'), participant: aParticipant('pia', { inquiryId: 'other' }) };
    const posing = { ...who('pia'), person: 'memory:mallory' };
    const own = {
      contribution: { inquiryId: 'inq', participantId: 'pia' },
      commitment: { inquiryId: 'inq', ownerId: 'pia' },
    };
    const beyondCreating = fc.constantFrom(...ACTIONS.filter((action) => !BEGINNING.includes(action)));
    fc.assert(
      fc.property(beyondCreating, fc.constantFrom(elsewhere, posing), (action, asking) => {
        expect(may(action, { ...asking, ...own })).toBe(false);
      }),
    );
  });
});
