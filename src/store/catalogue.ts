import type { Row, TableName, Tables } from '../ports/store.ts';

type KindOf<V> = [V] extends [string]
  ? 'text'
  : [V] extends [number]
    ? 'number'
    : [V] extends [boolean]
      ? 'boolean'
      : [V] extends [Date]
        ? 'date'
        : [V] extends [Uint8Array]
          ? 'bytes'
          : [V] extends [readonly string[]]
            ? 'list'
            : 'json';
type FieldOf<V> = null extends V ? `${KindOf<NonNullable<V>>}?` : KindOf<V>;
type RowOf<N extends TableName> = Tables[N] extends { get(id: string): Promise<infer T | null> } ? T : never;

export type Kind = 'text' | 'number' | 'boolean' | 'date' | 'bytes' | 'list' | 'json';

/** How a field is kept. */
export interface Field {
  kind: Kind;
  nullable: boolean;
}

export interface TableSpec {
  name: TableName;
  fields: ReadonlyMap<string, Field>;
  /** Fields by which rows are found quickly, besides `id`. */
  indexed: readonly string[];
  /** The field, if any, whose values (null aside) are there only once. */
  unique: string | null;
}

/** @param fields the kind of each field, with a question mark where it may be null; the types of the domain decide it. */
function spec<N extends TableName>(
  name: N,
  fields: { [K in keyof RowOf<N>]-?: FieldOf<RowOf<N>[K]> },
  indexed: readonly (keyof RowOf<N> & string)[] = [],
  unique: (keyof RowOf<N> & string) | null = null,
): TableSpec {
  const kinds = Object.entries<string>(fields).map(
    ([field, kind]) => [field, { kind: kind.replace('?', '') as Kind, nullable: kind.endsWith('?') }] as const,
  );
  return { name, fields: new Map(kinds), indexed, unique };
}

/** Every table with its fields, as `prisma/schema.prisma` has them; the compiler holds it to the domain's types. */
export const CATALOGUE: Readonly<Record<TableName, TableSpec>> = {
  workspaces: spec('workspaces', {
    id: 'text',
    platform: 'text',
    name: 'text',
    installedAt: 'date',
    removedAt: 'date?',
  }),
  channels: spec('channels', { id: 'text', workspaceId: 'text', name: 'text', inquiryId: 'text?' }, [
    'workspaceId',
    'inquiryId',
  ]),
  inquiries: spec(
    'inquiries',
    {
      id: 'text',
      workspaceId: 'text',
      channels: 'list',
      topic: 'text',
      language: 'text',
      timeZone: 'text',
      modelId: 'text',
      programmeId: 'text',
      startsOn: 'text',
      status: 'text',
      facilitators: 'list',
      roles: 'json',
      policy: 'json',
      createdAt: 'date',
      closedAt: 'date?',
    },
    ['workspaceId', 'status'],
  ),
  people: spec('people', {
    id: 'text',
    workspaceId: 'text',
    ownLang: 'text?',
    ownTimeZone: 'text?',
    lang: 'text?',
    timeZone: 'text?',
    awayUntil: 'date?',
    askedAt: 'date?',
    homeSince: 'date?',
  }),
  participants: spec(
    'participants',
    {
      id: 'text',
      inquiryId: 'text',
      person: 'text',
      name: 'text',
      role: 'text',
      unit: 'text?',
      lang: 'text',
      timeZone: 'text',
      nudges: 'text',
      snoozedUntil: 'date?',
      absences: 'json',
      joinedAt: 'date',
      leftAt: 'date?',
    },
    ['inquiryId', 'person'],
  ),
  rounds: spec(
    'rounds',
    {
      id: 'text',
      inquiryId: 'text',
      number: 'number',
      key: 'text',
      setting: 'text',
      questionIds: 'list',
      ownText: 'text?',
      steps: 'list',
      opensAt: 'date',
      closesAt: 'date',
      nudgeAt: 'date',
      reflectAt: 'date?',
      status: 'text',
      openedAt: 'date?',
      closedAt: 'date?',
    },
    ['inquiryId', 'status'],
  ),
  contributions: spec(
    'contributions',
    {
      id: 'text',
      inquiryId: 'text',
      roundId: 'text?',
      participantId: 'text?',
      visibility: 'text',
      via: 'text',
      text: 'text',
      lang: 'text',
      ref: 'text?',
      replyTo: 'text?',
      status: 'text',
      sentAt: 'date',
      editedAt: 'date?',
      labelledAt: 'date?',
      receipt: 'text?',
    },
    ['inquiryId', 'roundId', 'participantId', 'replyTo', 'labelledAt', 'receipt', 'status'],
    'ref',
  ),
  assignments: spec(
    'assignments',
    {
      id: 'text',
      inquiryId: 'text',
      contributionId: 'text',
      subThemeId: 'text?',
      step: 'text',
      also: 'list',
      cross: 'list',
      kind: 'text',
      signals: 'list',
      buildsOn: 'text?',
      confidence: 'number',
      why: 'text',
      by: 'text',
      provisional: 'boolean',
      at: 'date',
      supersededAt: 'date?',
    },
    ['inquiryId', 'contributionId', 'subThemeId', 'provisional'],
  ),
  subThemes: spec(
    'subThemes',
    {
      id: 'text',
      inquiryId: 'text',
      step: 'text',
      label: 'text',
      labelBy: 'text',
      mergedInto: 'text?',
      history: 'json',
      createdAt: 'date',
    },
    ['inquiryId', 'step', 'mergedInto'],
  ),
  reactions: spec(
    'reactions',
    { id: 'text', inquiryId: 'text', contributionId: 'text', participantId: 'text', emoji: 'text', at: 'date' },
    ['inquiryId', 'contributionId', 'participantId'],
  ),
  answered: spec(
    'answered',
    { id: 'text', inquiryId: 'text', roundId: 'text', participantId: 'text', how: 'text', at: 'date' },
    ['inquiryId', 'roundId', 'participantId'],
  ),
  nudges: spec(
    'nudges',
    {
      id: 'text',
      inquiryId: 'text',
      roundId: 'text',
      participantId: 'text',
      reason: 'text',
      text: 'text',
      lang: 'text',
      at: 'date',
      outcome: 'text',
    },
    ['inquiryId', 'roundId', 'participantId'],
  ),
  digests: spec(
    'digests',
    {
      id: 'text',
      inquiryId: 'text',
      week: 'number',
      content: 'json',
      markdown: 'text',
      pictureId: 'text',
      at: 'date',
    },
    ['inquiryId'],
  ),
  pictures: spec('pictures', { id: 'text', png: 'bytes', alt: 'text' }),
  commitments: spec(
    'commitments',
    {
      id: 'text',
      inquiryId: 'text',
      contributionId: 'text?',
      text: 'text',
      ownerId: 'text',
      dueOn: 'text',
      status: 'text',
      outcome: 'text?',
      askedAt: 'date?',
      settledAt: 'date?',
      createdAt: 'date',
    },
    ['inquiryId', 'contributionId', 'ownerId'],
  ),
  deliveries: spec(
    'deliveries',
    {
      id: 'text',
      workspaceId: 'text',
      inquiryId: 'text?',
      roundId: 'text?',
      target: 'json',
      recipient: 'text',
      message: 'json',
      forget: 'boolean',
      status: 'text',
      attempts: 'number',
      ref: 'text?',
      error: 'text?',
      plannedAt: 'date',
      sentAt: 'date?',
    },
    ['status', 'ref', 'inquiryId', 'roundId', 'recipient'],
  ),
  events: spec('events', { id: 'text', payload: 'json?', receivedAt: 'date', handledAt: 'date?', error: 'text?' }, [
    'handledAt',
  ]),
  formSessions: spec('formSessions', { id: 'text', form: 'json', answers: 'json', startedAt: 'date' }),
  picks: spec(
    'picks',
    {
      id: 'text',
      inquiryId: 'text',
      author: 'text',
      channel: 'text',
      threadRef: 'text?',
      text: 'text',
      askedAt: 'date',
    },
    ['inquiryId', 'author'],
  ),
  chatMessages: spec(
    'chatMessages',
    {
      id: 'text',
      conversation: 'text',
      kind: 'text',
      thread: 'text?',
      author: 'text?',
      text: 'text',
      markdown: 'text?',
      choices: 'json',
      picture: 'json?',
      whisperTo: 'text?',
      reactions: 'json',
      sentAt: 'date',
      editedAt: 'date?',
      deleted: 'boolean',
      heard: 'boolean',
    },
    ['conversation', 'heard'],
  ),
  modelCalls: spec('modelCalls', { id: 'text', workspaceId: 'text', month: 'text', tokens: 'number', at: 'date' }, [
    'workspaceId',
    'month',
  ]),
  installations: spec('installations', { id: 'text', sealed: 'text', updatedAt: 'date' }),
  conversations: spec(
    'conversations',
    {
      id: 'text',
      serviceUrl: 'text',
      tenantId: 'text',
      conversationId: 'text',
      teamId: 'text?',
      botId: 'text?',
      userId: 'text?',
      name: 'text',
      locale: 'text?',
      timeZone: 'text?',
      updatedAt: 'date',
    },
    ['tenantId', 'teamId'],
  ),
  messageParts: spec('messageParts', { id: 'text', conversationId: 'text', parts: 'list' }),
  joinCodes: spec('joinCodes', { id: 'text', inquiryId: 'text', madeAt: 'date', usedBy: 'text?' }),
};

export type AnyRow = Row & Record<string, unknown>;
