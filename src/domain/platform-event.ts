import type { Address } from './inquiry.ts';

/** Who did something on a platform. */
export interface Person {
  address: Address;
  name: string;
  isBot: boolean;
}

interface Base {
  /** The platform's own id of the event, prefixed with the platform's name; the same event twice has the same id. */
  id: string;
  at: Date;
  workspaceId: string;
}

/** Where something happened: a channel, or a private conversation with Porras. */
export interface Place {
  channel: Address;
  private: boolean;
}

/** What somebody wants with a message that they picked: have it in the inquiry, or say what builds on it. */
export type PickPurpose = 'add' | 'builds-on';

/** What a platform knows of a person; null where it does not say. */
export interface Profile {
  name: string;
  /** BCP 47, such as `sv-FI`. */
  locale: string | null;
  /** IANA, such as `Europe/Helsinki`. */
  timeZone: string | null;
  /** Until when they do not want to be disturbed, or are away. */
  awayUntil: Date | null;
}

/** What reaches the core from any chat platform. References of messages are unique strings. */
export type PlatformEvent = Base &
  (
    | {
        type: 'message-posted';
        place: Place;
        by: Person;
        ref: string;
        threadRef: string | null;
        text: string;
        /** Where a platform can answer a message with a form. */
        trigger?: string;
      }
    | { type: 'message-edited'; place: Place; by: Person; ref: string; text: string }
    | { type: 'message-deleted'; place: Place; ref: string }
    | { type: 'reaction-added'; place: Place; by: Person; ref: string; emoji: string }
    | { type: 'reaction-removed'; place: Place; by: Person; ref: string; emoji: string }
    | {
        type: 'choice-pressed';
        place: Place;
        by: Person;
        ref: string | null;
        action: string;
        value: string;
        trigger: string | null;
      }
    | {
        type: 'form-submitted';
        place: Place | null;
        by: Person;
        formId: string;
        context: string;
        answers: Record<string, string>;
      }
    | { type: 'command-invoked'; place: Place; by: Person; text: string; trigger: string | null }
    | { type: 'member-joined'; place: Place; by: Person }
    | { type: 'member-left'; place: Place; by: Person }
    | { type: 'person-left'; by: Person }
    /** Porras itself was added to a channel; `addedBy` null where the platform does not tell. */
    | { type: 'added-to-channel'; place: Place; addedBy: Address | null }
    | { type: 'channel-renamed'; place: Place; name: string }
    | { type: 'channel-gone'; place: Place }
    | {
        type: 'message-picked';
        place: Place;
        by: Person;
        purpose: PickPurpose;
        message: { ref: string; author: Person; threadRef: string | null; text: string };
        trigger: string | null;
      }
    | { type: 'home-opened'; by: Person }
    | { type: 'installed'; name: string }
    | { type: 'removed' }
  );

export type EventType = PlatformEvent['type'];
export type EventOf<T extends EventType> = Extract<PlatformEvent, { type: T }>;
