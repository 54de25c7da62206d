import type { ChatLog, ChatRow, PictureShelf } from './chat-log.ts';

const byTime = (a: ChatRow, b: ChatRow): number => a.sentAt.getTime() - b.sentAt.getTime() || (a.id < b.id ? -1 : 1);

/** Conversations in memory: gone when the process ends. */
export function createMemoryChatLog(): ChatLog {
  const rows = new Map<string, ChatRow>();
  const where = (test: (row: ChatRow) => boolean): ChatRow[] =>
    structuredClone([...rows.values()].filter(test).sort(byTime));
  return {
    async insert(row) {
      if (rows.has(row.id)) return false;
      rows.set(row.id, structuredClone(row));
      return true;
    },
    get: async (id) => structuredClone(rows.get(id) ?? null),
    async update(id, patch) {
      const row = rows.get(id);
      if (row) rows.set(id, { ...row, ...structuredClone(patch) });
    },
    list: async (conversation) => where((row) => row.conversation === conversation),
    unheard: async () => where((row) => !row.heard),
  };
}

export function createMemoryPictureShelf(): PictureShelf {
  const pictures = new Map<string, Uint8Array>();
  return {
    async put(id, png) {
      pictures.set(id, png.slice());
    },
    get: async (id) => pictures.get(id) ?? null,
  };
}
