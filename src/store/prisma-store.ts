import type { Store, TableName, Tables } from '../ports/store.ts';
import { CATALOGUE } from './catalogue.ts';
import type { Prisma, PrismaClient } from './generated/client.ts';
import { insertWith } from './prisma-insert.ts';
import { storeError } from './prisma-errors.ts';
import { createPrismaTable, type Delegate } from './prisma-table.ts';

/** How long a transaction may wait for a connection, and how long it may last, in milliseconds. */
const TRANSACTION = { maxWait: 10_000, timeout: 30_000 };

/** The store of a running Porras: PostgreSQL, through Prisma. */
export function createPrismaStore(client: PrismaClient): Store {
  return {
    ...tablesOver(client),
    async transaction(work) {
      let own: unknown;
      try {
        return await client.$transaction(async (within) => {
          try {
            return await work(tablesOver(within, { inTransaction: true }));
          } catch (error) {
            own = error;
            throw error;
          }
        }, TRANSACTION);
      } catch (error) {
        throw error === own ? error : storeError('transaction', error);
      }
    },
  };
}

function tablesOver(client: Prisma.TransactionClient, options = { inTransaction: false }): Tables {
  const delegates: Record<TableName, unknown> = {
    workspaces: client.workspace,
    channels: client.channel,
    inquiries: client.inquiry,
    people: client.knownPerson,
    participants: client.participant,
    rounds: client.round,
    contributions: client.contribution,
    assignments: client.assignment,
    subThemes: client.subTheme,
    reactions: client.reaction,
    answered: client.answered,
    nudges: client.nudge,
    digests: client.digest,
    pictures: client.picture,
    commitments: client.commitment,
    deliveries: client.delivery,
    events: client.inboxEvent,
    formSessions: client.formSession,
    picks: client.pickedMessage,
    chatMessages: client.chatMessage,
    modelCalls: client.modelCall,
    installations: client.installation,
    conversations: client.knownConversation,
    messageParts: client.messageParts,
    joinCodes: client.joinCode,
  };
  const insert = insertWith(client);
  const tables = Object.entries(delegates).map(([name, delegate]) => [
    name,
    createPrismaTable(CATALOGUE[name as TableName], delegate as Delegate, insert, options),
  ]);
  return Object.fromEntries(tables) as unknown as Tables;
}
