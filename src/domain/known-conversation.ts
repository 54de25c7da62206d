import type { Address } from './inquiry.ts';

/**
 * How a platform is reached that has to be told where: of a channel, a private conversation, or a person. It is the
 * adapter's own record, in no SDK's terms, and renewed by what comes from there.
 */
export interface KnownConversation {
  /** Of the channel or the person. */
  id: Address;
  /** Where its server is, as a request said whose signature vouched for it. */
  serviceUrl: string;
  tenantId: string;
  /** As the platform calls it; empty for a person with whom there is no private conversation yet. */
  conversationId: string;
  /** The team that a channel belongs to. */
  teamId: string | null;
  /** Porras's own id there. */
  botId: string | null;
  /** How this bot knows the person. */
  userId: string | null;
  /** Of the person or the channel; empty where it was not said. */
  name: string;
  locale: string | null;
  timeZone: string | null;
  updatedAt: Date;
}
