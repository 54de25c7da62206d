import type { Envelope } from './parse-event-context.ts';
import { baseConversation } from './address.ts';
import { wordsFor } from './inbound-words.ts';
import type { Activity, Conversation } from './transport.ts';

/**
 * What is said once where Porras was added for a group. Nobody of the group gets a message of their own, however small
 * it is: a person is greeted by the core when they open Porras, and who joins a channel with an inquiry when they join.
 */
export const welcomeFor = ({ locale }: Envelope): Activity => {
  const { welcome } = wordsFor(locale);
  return { type: 'message', textFormat: 'markdown', text: welcome, summary: welcome.replaceAll('**', '') };
};

export const conversationOf = ({ serviceUrl, conversation }: Envelope, tenantId: string): Conversation => ({
  serviceUrl,
  tenantId,
  conversationId: baseConversation(conversation.id),
});
