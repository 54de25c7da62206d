import { baseConversation, rootOf } from '../../../adapters/teams/address.ts';
import type { Activity } from '../../../adapters/teams/transport.ts';
import { bytesOf } from './card-shape.ts';
import { ConnectorRefusal } from './connector-error.ts';
import { FAULTS } from './faults.ts';
import type { RateLimits } from './rate-limits.ts';
import { personalOf, type TeamsConversation, type TeamsMessage, type TeamsPerson, type TeamsWorld } from './world.ts';

/** What the Bot Framework Connector of Teams does with a bot's calls. @source learn.microsoft.com, Connector API reference */
export interface Connector {
  send(conversationId: string, activity: Activity): { id: string };
  reply(conversationId: string, to: string, activity: Activity): { id: string };
  update(conversationId: string, id: string, activity: Activity): { id: string };
  remove(conversationId: string, id: string): void;
  create(parameters: Record<string, unknown>): { id: string; activityId?: string; serviceUrl: string };
  members(conversationId: string): Record<string, unknown>[];
  pagedMembers(
    conversationId: string,
    pageSize: number,
    token: string | null,
  ): { members: Record<string, unknown>[]; continuationToken?: string };
  member(conversationId: string, id: string): Record<string, unknown>;
}

/** Above this Teams refuses; bytes as UTF-16. */
const LARGEST = 100 * 1024;

export function createConnector(world: TeamsWorld, limits: RateLimits, serviceUrl: () => string): Connector {
  const refuse = (fault: ConstructorParameters<typeof ConnectorRefusal>[0]): never => {
    throw new ConnectorRefusal(fault);
  };

  function conversationFor(id: string): TeamsConversation {
    const conversation = world.conversations.get(baseConversation(id));
    if (!conversation || conversation.gone) return refuse(FAULTS.notFound);
    if (!conversation.installed) return refuse(FAULTS.notInstalled);
    if (conversation.blocked) return refuse(FAULTS.blocked);
    return conversation;
  }

  function count(conversation: TeamsConversation): void {
    const retryAfter = limits.refuse(conversation.id);
    if (retryAfter !== null) refuse({ ...FAULTS.throttled, retryAfter });
  }

  function check(activity: Activity): void {
    if (typeof activity !== 'object' || activity === null || typeof activity.type !== 'string')
      refuse(FAULTS.badRequest);
    if (bytesOf(activity) > LARGEST) refuse(FAULTS.tooLarge);
    const { text, attachments } = activity;
    if (activity.type === 'message' && !text && !(Array.isArray(attachments) && attachments.length > 0))
      refuse({ ...FAULTS.badRequest, message: 'Activity must include text or attachments.' });
  }

  function post(conversation: TeamsConversation, activity: Activity, root: string | null): { id: string } {
    const begins = (each: TeamsMessage): boolean => each.id === root && each.root === null;
    // Answers mostly go to what was said lately.
    if (root !== null && !conversation.messages.findLast(begins)) refuse(FAULTS.messageGone);
    const id = world.nextId();
    const message: TeamsMessage = {
      id,
      conversation: conversation.id,
      root,
      from: null,
      activity,
      text: '',
      reactions: [],
      edits: 0,
      deleted: false,
      views: new Map(),
    };
    conversation.messages.push(message);
    return { id };
  }

  function ownMessage(conversation: TeamsConversation, id: string): TeamsMessage {
    const message = conversation.messages.find((each) => each.id === id && !each.deleted);
    if (!message) return refuse(FAULTS.messageGone);
    if (message.from !== null) return refuse({ status: 403, code: 'NotEnoughPermissions', message: 'Not yours.' });
    return message;
  }

  const roster = ({ members }: TeamsConversation): Record<string, unknown>[] =>
    [...members].flatMap((key) => {
      const person = world.people.get(key);
      return person ? [memberOf(world, person)] : [];
    });

  const sendTo = (conversationId: string, activity: Activity, root: string | null): { id: string } => {
    const conversation = conversationFor(conversationId);
    check(activity);
    count(conversation);
    return post(conversation, activity, conversation.kind === 'channel' ? root : null);
  };

  return {
    send: (id, activity) => sendTo(id, activity, rootOf(id)),
    reply: (id, to, activity) => sendTo(id, activity, rootOf(id) ?? to),
    update(conversationId, id, activity) {
      const conversation = conversationFor(conversationId);
      check(activity);
      count(conversation);
      const message = ownMessage(conversation, id);
      Object.assign(message, { activity, edits: message.edits + 1 });
      message.views.clear();
      return { id };
    },
    remove(conversationId, id) {
      ownMessage(conversationFor(conversationId), id).deleted = true;
    },
    create(parameters) {
      const { members, isGroup, activity, channelData } = parameters as {
        members?: { id: string }[];
        isGroup?: boolean;
        activity?: Activity;
        channelData?: { channel?: { id?: string } };
      };
      const channel = channelData?.channel?.id;
      if (isGroup === true && channel) {
        if (!activity) return refuse({ ...FAULTS.badRequest, message: 'A new thread needs an activity.' });
        const { id } = sendTo(channel, activity, null);
        return { id: `${channel};messageid=${id}`, activityId: id, serviceUrl: serviceUrl() };
      }
      const wanted = members?.[0]?.id;
      const person = [...world.people.values()].find((each) => each.id === wanted || each.aadObjectId === wanted);
      if (!person) return refuse({ ...FAULTS.badRequest, code: 'BadArgument', message: 'Unknown member.' });
      const conversation = personalOf(world, person.key);
      // By the id of the directory only those are found who have the app themselves.
      if (wanted === person.aadObjectId && !conversation.own) return refuse(FAULTS.notInstalled);
      const sent = activity ? sendTo(conversation.id, activity, null) : (conversationFor(conversation.id), null);
      return { id: conversation.id, serviceUrl: serviceUrl(), ...(sent && { activityId: sent.id }) };
    },
    members: (id) => roster(conversationFor(id)),
    pagedMembers(id, pageSize, token) {
      const all = roster(conversationFor(id));
      const from = token === null ? 0 : Number(token.replace('page-', ''));
      const until = from + pageSize;
      return {
        members: all.slice(from, until),
        ...(until < all.length && { continuationToken: `page-${until}` }),
      };
    },
    member(conversationId, id) {
      const member = roster(conversationFor(conversationId)).find((each) => each.id === id || each.aadObjectId === id);
      return member ?? refuse({ status: 404, code: 'MemberNotFoundInConversation', message: 'Not a member.' });
    },
  };
}

export const memberOf = (world: TeamsWorld, person: TeamsPerson): Record<string, unknown> => ({
  id: person.id,
  name: person.name,
  aadObjectId: person.aadObjectId,
  objectId: person.aadObjectId,
  givenName: person.name.split(' ')[0],
  surname: person.name.split(' ').slice(1).join(' '),
  email: person.userPrincipalName,
  userPrincipalName: person.userPrincipalName,
  tenantId: world.tenantId,
  userRole: 'user',
});
