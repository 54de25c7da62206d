import { useEffect, useState } from 'preact/hooks';
import { rootOf } from './conversations.ts';
import type { Chat } from './use-chat.ts';

export interface Jump {
  thread: string | null;
  openThread: (root: string | null) => void;
  highlight: string | null;
  jump: (ref: string) => void;
}

const FLASH_MS = 2500;
export const elementId = (ref: string): string => `m-${ref.replace(/[^\w-]/g, '_')}`;

/** Opens threads and goes to single messages, also to the one that the page's address names (`?message=`). */
export function useJump(chat: Chat, onJump: (inThread: boolean) => void): Jump {
  const [thread, openThread] = useState<string | null>(null);
  const [highlight, setHighlight] = useState<string | null>(null);
  const [wanted, setWanted] = useState<string | null>(() => new URLSearchParams(location.search).get('message'));

  useEffect(() => {
    if (wanted === null) return;
    for (const [conversation, messages] of Object.entries(chat.conversations)) {
      const found = messages.find((it) => it.ref === wanted);
      if (!found) continue;
      const root = rootOf(found, new Map(messages.map((it) => [it.ref, it])));
      chat.open(conversation);
      openThread(root === found ? null : root.ref);
      onJump(root !== found);
      setHighlight(wanted);
      setWanted(null);
      history.replaceState(null, '', location.pathname);
      return;
    }
  }, [wanted, chat.conversations]);

  useEffect(() => {
    if (highlight === null) return;
    const shown = setTimeout(
      () => document.getElementById(elementId(highlight))?.scrollIntoView({ block: 'center' }),
      60,
    );
    const over = setTimeout(() => setHighlight(null), FLASH_MS);
    return () => {
      clearTimeout(shown);
      clearTimeout(over);
    };
  }, [highlight]);

  return { thread, openThread, highlight, jump: setWanted };
}
