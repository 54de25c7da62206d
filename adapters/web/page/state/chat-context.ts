import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PersonView } from './api.ts';
import type { Chat } from './use-chat.ts';

export interface ChatOnPage extends Chat {
  me: PersonView;
  /** The name of an author; Porras when null. */
  nameOf: (author: string | null) => string;
  /** Opens the conversation and thread of a message and shows it. */
  jump: (ref: string) => void;
  /** Root of the thread that is open at the side. */
  thread: string | null;
  openThread: (root: string | null) => void;
  /** A message to draw the eye to. */
  highlight: string | null;
}

export const ChatContext = createContext<ChatOnPage | null>(null);

export function useChatOnPage(): ChatOnPage {
  const chat = useContext(ChatContext);
  if (!chat) throw new Error('useChatOnPage is for components below the chat page');
  return chat;
}
