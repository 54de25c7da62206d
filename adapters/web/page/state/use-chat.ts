import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
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

  const refresh = useRef<(what: 'all' | 'workspace' | 'board') => Promise<void>>(async () => undefined);
  refresh.current = async (what) => {
    if (what === 'board') return setBoard(await readBoard());
    const found = await readWorkspace();
    setWorkspace(found);
    if (what === 'workspace' || myAddress === null) return;
    const places = [...found.channels.map((it) => it.address), privateOf(myAddress)];
    const lists = await Promise.all(places.map(async (it) => [it, await readMessages(myAddress, it)] as const));
    setConversations(Object.fromEntries(lists));
    setForm(await readForm(myAddress));
    setBoard(await readBoard());
  };

  useEffect(() => {
    const untilLoaded = async (): Promise<void> => {
      for (;;) {
        const loaded = await refresh.current('workspace').then(
          () => true,
          () => false,
        );
        if (loaded) return;
        await wait(1000);
      }
    };
    void untilLoaded();
  }, []);

  useEffect(() => {
    if (myAddress === null) return;
    setConversations({});
    const events = new EventSource(`/api/events?${new URLSearchParams({ as: myAddress })}`);
    const again = (what: 'all' | 'workspace' | 'board') => () => void refresh.current(what).catch(() => undefined);
    // The server says `ready` at every connection: what happened in between is read, not replayed.
    events.addEventListener('ready', () => {
      setConnected(true);
      again('all')();
    });
    events.addEventListener('error', () => setConnected(false));
    events.addEventListener('message', (event) => {
      if (event.data) setConversations((before) => upsert(before, JSON.parse(event.data as string) as MessageView));
    });
    events.addEventListener('form', (event) => setForm(JSON.parse((event as MessageEvent<string>).data) as OpenForm));
    events.addEventListener('members-changed', again('workspace'));
    events.addEventListener('board-changed', again('board'));
    return () => events.close();
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
