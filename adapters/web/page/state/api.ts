import type { BoardView } from '../../../../src/ports/board-view.ts';
import type { WebPerson } from '../../directory.ts';
import type { OpenForm } from '../../live.ts';
import type { Act } from '../../parse-event.ts';
import type { MessageView } from '../../view-for.ts';

export interface PersonView extends WebPerson {
  address: string;
}

export interface ChannelView {
  address: string;
  name: string;
  /** Addresses of people. */
  members: string[];
}

export interface Workspace {
  people: PersonView[];
  channels: ChannelView[];
}

async function get<T>(path: string, query: Record<string, string> = {}): Promise<T> {
  const response = await fetch(`${path}?${new URLSearchParams(query)}`);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return (await response.json()) as T;
}

export const readWorkspace = (): Promise<Workspace> => get('/api/workspace');
export const readBoard = async (): Promise<BoardView | null> =>
  (await get<{ board: BoardView | null }>('/api/board')).board;
export const readForm = async (as: string): Promise<OpenForm | null> =>
  (await get<{ open: OpenForm | null }>('/api/form', { as })).open;
export const readMessages = async (as: string, conversation: string): Promise<MessageView[]> =>
  (await get<{ messages: MessageView[] }>('/api/messages', { as, conversation })).messages;

export async function closeForm(as: string): Promise<void> {
  await fetch(`/api/form?${new URLSearchParams({ as })}`, {
    method: 'DELETE',
    headers: { 'Content-Type': 'application/json' },
  });
}

/** What became of an act: `again` may be sent once more under the same id, `refused` never helps. */
export type Sent = { outcome: 'stored' } | { outcome: 'again' } | { outcome: 'refused'; message: string };

export async function sendAct(act: Act): Promise<Sent> {
  try {
    const response = await fetch('/api/acts', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(act),
    });
    if (response.ok) return { outcome: 'stored' };
    if (response.status >= 500) return { outcome: 'again' };
    const { error } = (await response.json()) as { error: { message: string } };
    return { outcome: 'refused', message: error.message };
  } catch {
    return { outcome: 'again' };
  }
}
