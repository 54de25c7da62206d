import fc from 'fast-check';
import type { Assignment, Contribution } from '../../src/domain/contribution.ts';
import { DEFAULT_POLICY, type Inquiry, type Participant, type Policy } from '../../src/domain/inquiry.ts';
import type { Round } from '../../src/domain/round.ts';

/** Zones that differ in what breaks calendars: half hours, southern summers, a skipped day, changes at midnight, none. */
export const TIME_ZONES = [
  'Europe/Helsinki',
  'Europe/Stockholm',
  'America/New_York',
  'America/St_Johns',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Pacific/Auckland',
  'Australia/Lord_Howe',
  'Africa/Cairo',
  'Asia/Beirut',
  'America/Santiago',
  'UTC',
] as const;

export const timeZones = fc.constantFrom(...TIME_ZONES);

const pad = (n: number): string => String(n).padStart(2, '0');

export const times = fc.tuple(fc.nat(23), fc.nat(59)).map(([hour, minute]) => `${pad(hour)}:${pad(minute)}`);

/** Dates of 2020 to 2029, each as likely. */
export const dates = fc
  .integer({ min: 0, max: 3652 })
  .map((n) => new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10));

export const instants = fc
  .integer({ min: Date.UTC(2020, 0, 1) / 60_000, max: Date.UTC(2029, 11, 31) / 60_000 })
  .map((minute) => new Date(minute * 60_000));

/** A calendar with about one holiday in seven days, the same each time it is asked. */
export const holidayCalendars = fc.nat(6).map((salt) => (date: string): boolean => {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return (year * 372 + month * 31 + day) % 7 === salt && day % 2 === 0;
});

export const noHolidays = (): boolean => false;

export const aPolicy = (changes: Partial<Policy> = {}): Policy => ({ ...DEFAULT_POLICY, ...changes });

export const anInquiry = (changes: Partial<Inquiry> = {}): Inquiry => ({
  id: 'inq',
  workspaceId: 'ws',
  channels: ['memory:c1'],
  topic: 'How we work together',
  language: 'en',
  timeZone: 'Europe/Helsinki',
  modelId: 'm',
  programmeId: 'p',
  startsOn: '2026-09-07',
  status: 'running',
  facilitators: ['memory:fay'],
  roles: { leader: [], supervisor: [], stakeholder: [] },
  policy: aPolicy(),
  createdAt: new Date('2026-09-01T09:00:00Z'),
  closedAt: null,
  ...changes,
});

export const aParticipant = (id: string, changes: Partial<Participant> = {}): Participant => ({
  id,
  inquiryId: 'inq',
  person: `memory:${id}`,
  name: id,
  role: 'specialist',
  unit: null,
  lang: 'en',
  timeZone: 'Europe/Helsinki',
  nudges: 'on',
  snoozedUntil: null,
  absences: [],
  joinedAt: new Date('2020-01-01T00:00:00Z'),
  leftAt: null,
  ...changes,
});

/** Round `number` of the weeks from Monday 7 September 2026 on: Monday 9:00 to Friday 16:00 in Helsinki. */
export const aRound = (number: number, changes: Partial<Round> = {}): Round => {
  const day = (offset: number, hour: number): Date => new Date(Date.UTC(2026, 8, 7 + 7 * (number - 1) + offset, hour));
  return {
    id: `inq-r${number}`,
    inquiryId: 'inq',
    number,
    key: `k${number}`,
    setting: 'channel',
    questionIds: ['q1', 'q2'],
    ownText: null,
    steps: [],
    opensAt: day(0, 6),
    closesAt: day(4, 13),
    nudgeAt: day(2, 6),
    reflectAt: day(1, 6),
    status: 'open',
    openedAt: day(0, 6),
    closedAt: null,
    ...changes,
  };
};

export const answer = (roundId: string, participantId: string) => ({ roundId, participantId });

type Said = Pick<Contribution, 'id' | 'participantId' | 'text' | 'status' | 'visibility' | 'replyTo'>;

export const said = (
  id: string,
  participantId: string | null,
  text = 'Some words',
  changes: Partial<Said> = {},
): Said => ({
  id,
  participantId,
  text,
  status: 'live',
  visibility: participantId === null ? 'anonymous' : 'named',
  replyTo: null,
  ...changes,
});

let made = 0;

export const anAssignment = (contributionId: string, changes: Partial<Assignment> = {}): Assignment => {
  made += 1;
  return {
    id: `as${made}`,
    inquiryId: 'inq',
    contributionId,
    step: 'processes',
    also: [],
    cross: [],
    kind: 'comment',
    signals: [],
    buildsOn: null,
    confidence: 1,
    why: '',
    subThemeId: null,
    by: 'lexical',
    provisional: false,
    at: new Date('2026-09-08T09:00:00Z'),
    supersededAt: null,
    ...changes,
  };
};
