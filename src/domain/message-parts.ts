/** Which messages of a platform a long message of Porras's became, where the platform cannot be asked. */
export interface MessageParts {
  /** Reference of the first. */
  id: string;
  /** The platform's id of the conversation, with its thread if it is in one. */
  conversationId: string;
  /** The platform's ids, in order, the first included. */
  parts: string[];
}
