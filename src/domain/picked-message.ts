import type { Address } from './inquiry.ts';

/** Words that somebody else would like to have in an inquiry, kept until their author has said yes or no. */
export interface PickedMessage {
  /** The message's reference. */
  id: string;
  inquiryId: string;
  author: Address;
  channel: Address;
  threadRef: string | null;
  text: string;
  askedAt: Date;
}
