import type { Address, Inquiry } from '../../domain/inquiry.ts';
import type { Message } from '../../domain/message.ts';
import { asMarkdown, markdownMessage } from '../../domain/plain-text.ts';
import { howToAnswer } from '../ask/ask-in-channel.ts';
import type { Flow } from '../context.ts';
import { ensureParticipant, membersIn, namedRole, participantId } from '../who/find-inquiry.ts';
import { can } from '../who/workspaces.ts';

/**
 * Makes the people of a channel participants: when its inquiry begins, or when it joins one. Where the platform does not
 * tell who they are, they are once they write.
 */
export async function inviteMembers(flow: Flow, inquiry: Inquiry, channel: Address): Promise<void> {
  for (const member of (await membersIn(flow, channel)) ?? []) {
    await ensureParticipant(flow, inquiry, member);
    const role = namedRole(inquiry, member.address);
    if (role) await flow.store.participants.update({ id: participantId(inquiry.id, member.address) }, { role });
  }
}

/** What a channel of the inquiry is told first: who is speaking, what is going to happen, and who else reads it. */
export async function welcomeTo(flow: Flow, inquiry: Inquiry): Promise<(channel: Address) => Message> {
  const participants = await flow.store.participants.count({ inquiryId: inquiry.id, leftAt: null });
  const { language, topic, policy } = inquiry;
  const say = (key: string, params = {}) => flow.content.say(language, key, params);
  return (channel) => {
    const sign = can(flow, channel, 'react') ? 'yes' : 'no';
    const words = [
      say('welcome', { topic: asMarkdown(topic), how: howToAnswer(flow, channel), sign }),
      ...(inquiry.channels.length > 1 ? [say('welcome.shared')] : []),
      ...(participants < policy.threshold ? [say('welcome.small-group', { threshold: policy.threshold })] : []),
    ];
    return markdownMessage(language, words.join('\n\n'));
  };
}
