import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { BoardView } from '../../../../src/ports/board-view.ts';
import type { OpenForm } from '../../live.ts';
import type { Act } from '../../parse-event.ts';
import type { MessageView } from '../../view-for.ts';
import {
  closeForm,
  type PersonView,
  readBoard,
  readForm,
  readMessages,
  readWorkspace,
  sendAct,
  type Workspace,
} from './api.ts';
import { type Conversations, unreadCount, upsert } from './conversations.ts';
import { createOutbox, type OutboxItem } from './outbox.ts';
import { forget, recall, recallAll, remember } from './remember.ts';

type DraftOf<A> = A extends Act ? Omit<A, 'id' | 'as'> : never;
/** What a person does, before it has an id and a doer. */
export type Draft = DraftOf<Act>;

export interface Chat {
  workspace: Workspace | null;
  me: PersonView | null;
  /** Becomes another person; null asks who. */
  be: (person: string | null) => void;
  /** The address of the conversation that is open. */
  conversation: string;
  open: (conversation: string) => void;
  conversations: Conversations;
  unread: (conversation: string) => number;
  markRead: (conversation: string) => void;
  outbox: readonly OutboxItem[];
  /** Resolves to whether it was stored. */
  act: (draft: Draft) => Promise<boolean>;
  discard: (id: string) => void;
  form: OpenForm | null;
  /** Closes this form, unless another has taken its place; one that was sent is closed on the server already. */
  closeForm: (form: OpenForm, how: 'sent' | 'dismissed') => void;
  /** Undefined until it has been read. */
  board: BoardView | null | undefined;
  /** Whether live updates arrive. */
  connected: boolean;
}

export const privateOf = (person: string): string => person.replace('web:person/', 'web:private/');
/** Unique, and later ones sort later: what is left over is sent in the order in which it was written. */
const newId = (): string => `${Date.now().toString(36)}-${crypto.randomUUID()}`;

async function readConversations(me: string): Promise<Conversations> {
  const { channels } = await readWorkspace();
  const places = [...channels.map((it) => it.address), privateOf(me)];
  return Object.fromEntries(await Promise.all(places.map(async (it) => [it, await readMessages(me, it)] as const)));
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export function useChat(): Chat {
  const [workspace, setWorkspace] = useState<Workspace | null>(null);
  const [meAddress, setMe] = useState<string | null>(() => recall('me', null));
  const [conversation, setConversation] = useState<string>('');
  const [conversations, setConversations] = useState<Conversations>({});
  const [read, setRead] = useState<Record<string, string>>(() => recall('read', {}));
  const [outboxItems, setOutboxItems] = useState<readonly OutboxItem[]>([]);
  const [form, setForm] = useState<OpenForm | null>(null);
  const [board, setBoard] = useState<BoardView | null>();
  const [connected, setConnected] = useState(false);

  const me = workspace?.people.find((it) => it.address === meAddress) ?? null;
  const myAddress = me?.address ?? null;

  const outbox = useMemo(
    () =>
      createOutbox({
        send: sendAct,
        wait,
        // One key for each act: pages that are open at the same time do not overwrite each other's.
        left: recallAll<OutboxItem>('outbox.'),
        keep: (id, item) => (item ? remember(`outbox.${id}`, item) : forget(`outbox.${id}`)),
        onChange: setOutboxItems,
      }),
    [],
  );

  useEffect(() => {
    const untilLoaded = async (): Promise<void> => {
      for (;;) {
        const found = await readWorkspace().catch(() => null);
        if (found) return setWorkspace(found);
        await wait(1000);
      }
    };
    void untilLoaded();
  }, []);

  useEffect(() => {
    if (myAddress === null) return;
    setConversations({});
    let closed = false;
    // What is told while everything is being read may be newer than what that finds. One list for each such reading.
    const told = new Set<MessageView[]>();

    const show = async <T>(read: Promise<T>, set: (found: T) => void): Promise<void> => {
      const found = await read;
      if (!closed) set(found);
    };
    const refresh = {
      workspace: () => show(readWorkspace(), setWorkspace),
      board: () => show(readBoard(), setBoard),
      all: async () => {
        const since: MessageView[] = [];
        told.add(since);
        try {
          await show(readConversations(myAddress), (found) => setConversations(since.reduce(upsert, found)));
        } finally {
          told.delete(since);
        }
        await refresh.workspace();
        await show(readForm(myAddress), setForm);
        await refresh.board();
      },
    };
    const again = (what: keyof typeof refresh) => () => void refresh[what]().catch(() => undefined);

    const events = new EventSource(`/api/events?${new URLSearchParams({ as: myAddress })}`);
    // The server says `ready` at every connection: what happened in between is read, not replayed.
    events.addEventListener('ready', () => {
      setConnected(true);
      again('all')();
    });
    events.addEventListener('error', () => setConnected(false));
    events.addEventListener('message', (event) => {
      if (!event.data) return;
      const message = JSON.parse(event.data as string) as MessageView;
      for (const since of told) since.push(message);
      setConversations((before) => upsert(before, message));
    });
    events.addEventListener('form', (event) => setForm(JSON.parse((event as MessageEvent<string>).data) as OpenForm));
    events.addEventListener('members-changed', again('workspace'));
    events.addEventListener('board-changed', again('board'));
    return () => {
      closed = true;
      events.close();
    };
  }, [myAddress]);

  const places = useMemo(
    () => [...(workspace?.channels.map((it) => it.address) ?? []), ...(myAddress ? [privateOf(myAddress)] : [])],
    [workspace, myAddress],
  );
  const current = places.includes(conversation) ? conversation : (places[0] ?? '');

  const markRead = useCallback(
    (place: string) => {
      const latest = conversations[place]?.at(-1)?.sentAt;
      setRead((before) => {
        const key = `${myAddress} ${place}`;
        if (!latest || (before[key] ?? '') >= latest) return before;
        const after = { ...before, [key]: latest };
        remember('read', after);
        return after;
      });
    },
    [conversations, myAddress],
  );

  return {
    workspace,
    me,
    be(person) {
      remember('me', person);
      setForm(null);
      setConversation('');
      setMe(person);
    },
    conversation: current,
    open: setConversation,
    conversations,
    unread: (place) =>
      myAddress ? unreadCount(conversations[place] ?? [], myAddress, read[`${myAddress} ${place}`] ?? '') : 0,
    markRead,
    outbox: outboxItems,
    act: (draft) => (myAddress ? outbox.add({ ...draft, id: newId(), as: myAddress } as Act) : Promise.resolve(false)),
    discard: outbox.discard,
    form,
    closeForm(closed, how) {
      setForm((now) => (now === closed ? null : now));
      if (myAddress && how === 'dismissed') void closeForm(myAddress).catch(() => undefined);
    },
    board,
    connected,
  };
}
