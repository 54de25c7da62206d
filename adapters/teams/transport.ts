/** Teams in plain JSON: all that Porras asks of whatever SDK stands behind `client.ts`. */

/** An Activity as it goes over the wire. */
export type Activity = Record<string, unknown> & { type: string };

/** A conversation as Porras keeps it: of no SDK, so that any can take it up. */
export interface Conversation {
  /** Where its Connector is; only ever taken from a request whose token vouched for it. */
  serviceUrl: string;
  tenantId: string;
  /** With `;messageid=…` a thread of a channel. */
  conversationId: string;
}

/** What begins a conversation: with one person in private, or a new thread of a channel. */
export type NewConversation = {
  serviceUrl: string;
  tenantId: string;
  /** The first message; a new thread needs one. */
  activity?: Activity;
} & ({ user: string } | { channel: string });

/** A line of a roster, as Teams gives it. */
export interface TeamsMember {
  /** `29:…`, as this bot knows the person. */
  id: string;
  aadObjectId?: string | undefined;
  name?: string | undefined;
  givenName?: string | undefined;
  surname?: string | undefined;
  email?: string | undefined;
  userPrincipalName?: string | undefined;
  /** `user`, `guest`, `anonymous`. */
  userRole?: string | undefined;
  tenantId?: string | undefined;
}

export interface MemberPage {
  members: TeamsMember[];
  /** Of the next page; null on the last. */
  next: string | null;
}

/**
 * Each call is made once: whoever calls decides whether to try again. Failures are `connectorError` or `unreachable` of
 * errors.ts.
 */
export interface TeamsTransport {
  send(conversation: Conversation, activity: Activity): Promise<{ id: string }>;
  update(conversation: Conversation, id: string, activity: Activity): Promise<void>;
  remove(conversation: Conversation, id: string): Promise<void>;
  /** @returns null for `activityId` where no message was sent with it. */
  createConversation(what: NewConversation): Promise<{ conversationId: string; activityId: string | null }>;
  members(conversation: Conversation, page?: string): Promise<MemberPage>;
  /** One person of a conversation, by the id of the directory or of the bot. */
  member(conversation: Conversation, id: string): Promise<TeamsMember>;
}
