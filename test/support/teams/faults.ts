/** What the Connector is asked to do. */
export type Operation = 'send' | 'update' | 'delete' | 'create' | 'members' | 'token';

export interface Fault {
  /** Which call goes wrong; any if left out. */
  operation?: Operation;
  /** How often; once if left out. */
  times?: number;
  status?: number;
  code?: string;
  message?: string;
  /** Seconds. */
  retryAfter?: number;
  /** The connection breaks: `before` anything was done, or `after` it was. */
  reset?: 'before' | 'after';
}

/** Faults as they are published, by name. */
export const FAULTS = {
  throttled: { status: 429, code: 'Throttled', message: 'Too many requests', retryAfter: 3 },
  precondition: { status: 412, code: 'PreconditionFailed', message: 'Precondition failed, please retry' },
  badGateway: { status: 502, code: 'BadGateway', message: 'Bad gateway' },
  gatewayTimeout: { status: 504, code: 'GatewayTimeout', message: 'Gateway timeout' },
  notInstalled: {
    status: 403,
    code: 'BotNotInConversationRoster',
    message: 'The bot is not part of the conversation roster.',
  },
  blocked: { status: 403, code: 'ConversationBlockedByUser', message: 'User blocked the conversation with the bot.' },
  tooLarge: { status: 413, code: 'MessageSizeTooBig', message: 'Message size too large.' },
  notFound: { status: 404, code: 'ConversationNotFound', message: 'Conversation not found.' },
  messageGone: {
    status: 404,
    code: 'ActivityNotFoundInConversation',
    message: 'The activity is not in this conversation.',
  },
  badRequest: { status: 400, code: 'BadSyntax', message: 'Bad format of the request.' },
  unauthorized: { status: 401, code: 'Unauthorized', message: 'Authorization has been denied for this request.' },
} as const satisfies Record<string, Fault>;

export interface Faults {
  add(fault: Fault): void;
  take(operation: Operation): Fault | null;
}

export function createFaults(): Faults {
  const waiting: (Fault & { left: number })[] = [];
  return {
    add: (fault) => void waiting.push({ ...fault, left: fault.times ?? 1 }),
    take(operation) {
      const fault = waiting.find((each) => each.left > 0 && (!each.operation || each.operation === operation));
      if (!fault) return null;
      fault.left -= 1;
      return fault;
    },
  };
}
