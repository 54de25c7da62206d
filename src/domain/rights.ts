import type { Commitment } from './commitment.ts';
import type { Contribution } from './contribution.ts';
import type { Address, Inquiry, Participant } from './inquiry.ts';

export const ACTIONS = [
  'create-inquiry',
  'join-inquiry',
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
  'contribute',
  'correct-placement',
  'rename-sub-theme',
  'merge-sub-themes',
  'withdraw-contribution',
  'change-own-settings',
  'commit',
  'settle-commitment',
] as const;
export type Action = (typeof ACTIONS)[number];

/** Who asks, and about what. */
export interface Asking {
  person: Address;
  /** The inquiry that the action is about; null or absent when there is none yet. */
  inquiry?: Pick<Inquiry, 'id' | 'facilitators'> | null;
  /** Who the person is in that inquiry, if they are in it. */
  participant?: Pick<Participant, 'id' | 'inquiryId' | 'person' | 'leftAt'> | null;
  contribution?: Pick<Contribution, 'inquiryId' | 'participantId'> | null;
  commitment?: Pick<Commitment, 'inquiryId' | 'ownerId'> | null;
}

type Rule = (asking: Asking) => boolean;

const inInquiry: Rule = ({ person, inquiry, participant }) =>
  !!inquiry && !!participant && participant.inquiryId === inquiry.id && participant.person === person;

const member: Rule = (asking) => inInquiry(asking) && asking.participant?.leftAt === null;

const facilitator: Rule = ({ person, inquiry }) => !!inquiry?.facilitators.includes(person);

/** Whoever is where it is said: guests of a channel take part like everybody else. */
const anyone: Rule = () => true;

/** An anonymous contribution is nobody's: it is withdrawn with its code, which is checked where the code is known. */
const author: Rule = (asking) =>
  inInquiry(asking) &&
  asking.contribution?.inquiryId === asking.inquiry?.id &&
  asking.contribution?.participantId === asking.participant?.id;

const owner: Rule = (asking) =>
  inInquiry(asking) &&
  asking.commitment?.inquiryId === asking.inquiry?.id &&
  asking.commitment?.ownerId === asking.participant?.id;

const either =
  (...rules: Rule[]): Rule =>
  (asking) =>
    rules.some((rule) => rule(asking));

/** Any of the group may correct the model's result: it is theirs. */
const RULES: Record<Action, Rule> = {
  'create-inquiry': anyone,
  // Besides, they have the code that a facilitator gave.
  'join-inquiry': anyone,
  pause: facilitator,
  resume: facilitator,
  'skip-round': facilitator,
  close: facilitator,
  'ask-extra': facilitator,
  'compose-digest': facilitator,
  'nudge-now': facilitator,
  'connect-channel': facilitator,
  'disconnect-channel': facilitator,
  'see-voices': facilitator,
  contribute: member,
  'correct-placement': either(member, facilitator),
  'rename-sub-theme': either(member, facilitator),
  'merge-sub-themes': either(member, facilitator),
  'withdraw-contribution': author,
  'change-own-settings': inInquiry,
  commit: member,
  'settle-commitment': either(owner, facilitator),
};

/** Whether this person may do this. What state the inquiry is in (paused, closed) is not a matter of rights. */
export const may = (action: Action, asking: Asking): boolean => RULES[action](asking);
