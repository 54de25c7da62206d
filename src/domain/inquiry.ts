import type { Lang, Role } from './words.ts';

/** Opaque to the core; only the adapter that made it can read it. Starts with the platform's name and a colon. */
export type Address = string;

/** An installation: a Slack team, a Teams tenant, the built-in web chat. */
export interface Workspace {
  id: string;
  platform: string;
  name: string;
  installedAt: Date;
  removedAt: Date | null;
}

/** A channel that Porras knows; at most one open inquiry at a time lives in it. */
export interface Channel {
  /** The channel's address. */
  id: Address;
  workspaceId: string;
  name: string;
  inquiryId: string | null;
}

export type InquiryStatus = 'draft' | 'running' | 'paused' | 'closed';

/** One facilitated process on a topic, in one channel or in several at once. */
export interface Inquiry {
  id: string;
  workspaceId: string;
  channels: Address[];
  topic: string;
  language: Lang;
  timeZone: string;
  modelId: string;
  programmeId: string;
  /** Local calendar date (YYYY-MM-DD) of day 0. */
  startsOn: string;
  status: InquiryStatus;
  /** Person addresses of those who may pause, skip, close, and read facilitator pages. */
  facilitators: Address[];
  /** Whom the creator named for a role; everyone else is a specialist until the people list says otherwise. */
  roles: { leader: Address[]; supervisor: Address[]; stakeholder: Address[] };
  policy: Policy;
  createdAt: Date;
  closedAt: Date | null;
}

export interface Policy {
  /** Local times between which nothing private is sent, e.g. 17:00 to 08:00; may cross midnight. */
  quietHours: { from: string; to: string };
  nudge: { perRound: number; perFortnight: number };
  /** No breakdown by role or unit, and no anonymous quote, below this many people. */
  threshold: number;
  allowAnonymous: boolean;
  /** Leaders' and stakeholders' answers are held until staff have spoken, at most this many hours; 0 holds nothing. */
  holdLeadersHours: number;
  /** Country code for public holidays, as in ISO 3166-1 (FI, SE, ...); null knows no holidays. */
  holidays: string | null;
  /** A multiplier of the programme's pace: 1 as written, 2 twice as slow. */
  pace: number;
}

export const DEFAULT_POLICY: Policy = {
  quietHours: { from: '17:00', to: '08:00' },
  nudge: { perRound: 1, perFortnight: 2 },
  threshold: 5,
  allowAnonymous: true,
  holdLeadersHours: 0,
  holidays: 'FI',
  pace: 1,
};

export type NudgeChoice = 'on' | 'stopped';

/** A person in an inquiry. */
export interface Participant {
  id: string;
  inquiryId: string;
  /** The person's address on their platform. */
  person: Address;
  name: string;
  role: Role;
  unit: string | null;
  lang: Lang;
  timeZone: string;
  nudges: NudgeChoice;
  snoozedUntil: Date | null;
  /** Local dates (YYYY-MM-DD), both included, on which the person is away. */
  absences: { from: string; to: string }[];
  joinedAt: Date;
  leftAt: Date | null;
}
