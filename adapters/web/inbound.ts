import type { Person, Place } from '../../src/domain/platform-event.ts';
import type { EventSink } from '../../src/ports/chat-platform.ts';
import { decode } from './address.ts';
import type { ChatRow } from './chat-log.ts';
import { badRequest, notStored, notYours, unknownMessage } from './errors.ts';
import { type Act, messageRef, toEvent } from './parse-event.ts';
import { addReaction, removeReaction } from './reactions.ts';
import { DELETED, type Room } from './room.ts';

export interface Inbound {
  open(sink: EventSink): Promise<void>;
  close(): void;
  /** Resolves once Porras has stored what the person did: only then may the page be answered. */
  take(act: Act): Promise<void>;
}

export function createInbound(room: Room, workspaceId: string): Inbound {
  const { directory } = room;
  let sink: EventSink | null = null;

  const placeOf = (conversation: string): Place => ({
    channel: conversation,
    private: !directory.isChannel(conversation),
  });

  const hear = async (act: Act, by: Person, place: Place | null, at: Date): Promise<void> => {
    if (!sink) throw notStored(new Error('the web chat has not been started'));
    try {
      await sink(toEvent(act, { by, at, workspaceId, place }));
    } catch (cause) {
      throw notStored(cause);
    }
  };

  /** A message that a person may see, and its place. */
  const find = async (by: Person, ref: string): Promise<ChatRow> => {
    const row = await room.row(ref);
    const forThem = directory.mayRead(by.address, row.conversation) && (row.whisperTo ?? by.address) === by.address;
    if (!forThem) throw unknownMessage(ref);
    return row;
  };

  const inConversation = (by: Person, address: string): Place => {
    const conversation = directory.conversation(address);
    if (!directory.mayRead(by.address, conversation)) throw notYours('open');
    return placeOf(conversation);
  };

  /**
   * The row comes first, so that Porras finds what it answers; others see it once it has been heard. Whoever dies in
   * between: the page tries again with the same id, and `open` hears what is left over.
   */
  const post = async (act: Act & { type: 'post' }, by: Person): Promise<void> => {
    const place = inConversation(by, act.conversation);
    const sentAt = room.stamp();
    const row = personsRow(act, by, place, 'message', sentAt);
    if (!(await room.add(row))) {
      const there = await room.log.get(row.id);
      if (there?.author !== by.address || there.conversation !== place.channel)
        throw badRequest('This id has been used: make a new one.');
      if (there.heard) return;
    }
    await hear(act, by, place, sentAt);
    await room.change(row.id, () => ({ heard: true }));
  };

  /** Everything else is heard first: what Porras knows is never behind what the page shows. */
  const act = async (it: Exclude<Act, { type: 'post' }>, by: Person): Promise<void> => {
    const at = room.stamp();
    switch (it.type) {
      case 'edit':
      case 'delete': {
        const row = await room.log.get(it.ref);
        // A second try of a deletion that went through: heard already, under the same id.
        if (it.type === 'delete' && row?.deleted && row.author === by.address) return;
        const { author, conversation } = await find(by, it.ref);
        if (author !== by.address) throw notYours(it.type);
        await hear(it, by, placeOf(conversation), at);
        return room.change(it.ref, () => (it.type === 'edit' ? { text: it.text, editedAt: at } : DELETED));
      }
      case 'react': {
        const { conversation } = await find(by, it.ref);
        await hear(it, by, placeOf(conversation), at);
        return room.change(it.ref, (row) => (it.on ? addReaction : removeReaction)(row, it.emoji, by.address));
      }
      case 'press': {
        const { conversation, choices } = await find(by, it.ref);
        if (!choices.some(({ action, value }) => action === it.action && value === it.value)) {
          throw badRequest('This message has no such button any more: reload the page.');
        }
        return hear(it, by, placeOf(conversation), at);
      }
      case 'submit': {
        const answered = room.forms.get(by.address);
        await hear(it, by, it.conversation === null ? null : inConversation(by, it.conversation), at);
        // The answer may have opened the next form already.
        if (room.forms.get(by.address) === answered) room.forms.delete(by.address);
        return;
      }
      case 'command':
        return hear(it, by, inConversation(by, it.conversation), at);
      case 'membership': {
        const place = inConversation(by, decode(it.conversation, 'channel') && it.conversation);
        await hear(it, by, place, at);
        await room.add(personsRow(it, by, place, it.joined ? 'joined' : 'left', at));
        room.live.tell(() => ({ event: 'members-changed', data: { conversation: place.channel } }));
        return;
      }
      case 'home':
        return hear(it, by, null, at);
    }
  };

  return {
    async open(to) {
      sink = to;
      for (const row of await room.log.unheard()) {
        // Someone who is no longer among the people of this chat has nobody to speak as.
        if (row.author === null || !directory.people.some((it) => it.address === row.author)) continue;
        const { id } = decode(row.id, 'message');
        const again: Act = {
          type: 'post',
          id,
          as: row.author,
          conversation: row.conversation,
          thread: row.thread,
          text: row.text,
        };
        await hear(again, directory.person(row.author), placeOf(row.conversation), row.sentAt);
        await room.change(row.id, () => ({ heard: true }));
      }
    },
    close() {
      sink = null;
    },
    async take(it) {
      const by = directory.person(it.as);
      await (it.type === 'post' ? post(it, by) : act(it, by));
    },
  };
}

const personsRow = (act: Act, by: Person, place: Place, kind: ChatRow['kind'], sentAt: Date): ChatRow => ({
  id: messageRef(act),
  conversation: place.channel,
  kind,
  thread: act.type === 'post' ? act.thread : null,
  author: by.address,
  text: act.type === 'post' ? act.text : '',
  markdown: null,
  choices: [],
  picture: null,
  whisperTo: null,
  reactions: [],
  sentAt,
  editedAt: null,
  deleted: false,
  heard: kind !== 'message',
});
