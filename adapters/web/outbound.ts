import type { Address } from '../../src/domain/inquiry.ts';
import type { ChatPlatform, Outgoing } from '../../src/ports/chat-platform.ts';
import { decode } from './address.ts';
import type { PictureShelf } from './chat-log.ts';
import { unsupported } from './errors.ts';
import { addReaction } from './reactions.ts';
import { refFor, renderBody, renderMessage } from './render-message.ts';
import { DELETED, type Room } from './room.ts';

/** What Porras does in the web chat. */
export function createOutbound(
  room: Room,
  pictures: PictureShelf,
  { baseUrl, workspaceId }: { baseUrl: string; workspaceId: string },
): Omit<ChatPlatform, 'name' | 'capabilities' | 'start' | 'stop'> {
  const { directory } = room;

  const keepPicture = async ({ message, picture }: Outgoing): Promise<void> => {
    if (message.picture && picture) await pictures.put(message.picture.id, picture.png, picture.alt);
  };

  const send = async (
    to: Address,
    outgoing: Outgoing,
    where: { thread?: string | undefined; whisperTo?: Address },
  ): Promise<string> => {
    const conversation = directory.conversation(to);
    await keepPicture(outgoing);
    const { thread = null, whisperTo = null } = where;
    const row = renderMessage(outgoing, { conversation, thread, whisperTo, sentAt: room.stamp() });
    await room.add(row);
    return row.id;
  };

  return {
    workspaceOf(address) {
      decode(address);
      return workspaceId;
    },
    async channelInfo(channel) {
      decode(channel, 'channel');
      const there = directory.channels.find((it) => it.address === channel);
      return { name: there?.name ?? null, isMember: there !== undefined };
    },
    post: (channel, outgoing, thread) => send(channel, outgoing, { thread }),
    async directMessage(person, outgoing) {
      return send(directory.person(person).address, outgoing, {});
    },
    async whisper(channel, person, outgoing) {
      await send(channel, outgoing, { whisperTo: directory.person(person).address });
    },
    async edit(ref, outgoing) {
      await keepPicture(outgoing);
      await room.change(ref, () => ({ ...renderBody(outgoing), editedAt: room.stamp() }));
    },
    async delete(ref) {
      if (await room.log.get(ref).then((row) => row && !row.deleted)) await room.change(ref, () => DELETED);
    },
    react: (ref, emoji) => room.change(ref, (row) => addReaction(row, emoji, null)),
    async openForm(person, trigger, form) {
      const { address } = directory.person(person);
      const open = { conversation: directory.mayRead(address, trigger) ? trigger : null, form };
      room.forms.set(address, open);
      room.live.tell((it) => (it === address ? { event: 'form', data: open } : null));
    },
    async members(channel) {
      const conversation = directory.conversation(decode(channel, 'channel') && channel);
      const here = new Set(directory.people.map((it) => it.address));
      for (const { kind, author } of await room.log.list(conversation)) {
        if (author && kind === 'left') here.delete(author);
        if (author && kind === 'joined') here.add(author);
      }
      return directory.people.filter((it) => here.has(it.address)).map((it) => directory.person(it.address));
    },
    async permalink(ref) {
      const row = await room.log.get(ref);
      return row && !row.deleted ? `${baseUrl}/?message=${encodeURIComponent(ref)}` : null;
    },
    async findSent(to, key) {
      const row = await room.log.get(refFor(directory.conversation(to), key));
      return row?.id ?? null;
    },
    // The page has no place of Porras's own, and knows of people what it was told.
    async showHome() {
      throw unsupported('home');
    },
    async profile() {
      throw unsupported('profile');
    },
  };
}
