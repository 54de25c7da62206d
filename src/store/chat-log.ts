import type { ChatMessage } from '../domain/chat-message.ts';
import type { Tables } from '../ports/store.ts';

/** The built-in chat's conversations, kept in the store like everything else (the port is adapters/web/chat-log.ts). */
export const createStoredChatLog = ({ chatMessages }: Pick<Tables, 'chatMessages'>) => ({
  insert: (row: ChatMessage): Promise<boolean> => chatMessages.insert(row),
  get: (id: string): Promise<ChatMessage | null> => chatMessages.get(id),
  async update(id: string, patch: Partial<Omit<ChatMessage, 'id'>>): Promise<void> {
    await chatMessages.update({ id }, patch);
  },
  list: (conversation: string): Promise<ChatMessage[]> => chatMessages.find({ conversation }, { by: 'sentAt' }),
  unheard: (): Promise<ChatMessage[]> => chatMessages.find({ heard: false }, { by: 'sentAt' }),
});

/** Pictures that Porras sent, by their id: the store has them already, so putting one again changes nothing. */
export const createStoredPictureShelf = ({ pictures }: Pick<Tables, 'pictures'>) => ({
  async put(id: string, png: Uint8Array, alt: string): Promise<void> {
    await pictures.insert({ id, png, alt });
  },
  get: async (id: string): Promise<Uint8Array | null> => (await pictures.get(id))?.png ?? null,
});
