import { beforeEach, describe, expect, it } from 'vitest';
import type { ChatLog, ChatRow } from '../../adapters/web/chat-log.ts';

const row = (id: string, more: Partial<ChatRow> = {}): ChatRow => ({
  id,
  conversation: 'web:channel/a',
  kind: 'message',
  thread: null,
  author: 'web:person/maija',
  text: `text of ${id} 👩‍👧 "quoted"`,
  markdown: null,
  choices: [{ action: 'stop', value: 'r|1', label: 'Stop', style: 'danger' }],
  picture: { id: 'p', alt: 'Stairs' },
  whisperTo: null,
  reactions: [{ emoji: '🌱', by: null }],
  sentAt: new Date('2026-03-02T08:00:00.123Z'),
  editedAt: null,
  deleted: false,
  heard: true,
  ...more,
});

/** The suite that every place for the web chat's conversations passes. */
export function chatLogContract(name: string, make: () => Promise<ChatLog>): void {
  describe(`chat log contract: ${name}`, () => {
    let log: ChatLog;
    beforeEach(async () => {
      log = await make();
    });

    it('gives back a row as it was put in', async () => {
      expect(await log.insert(row('m1'))).toBe(true);
      expect(await log.get('m1')).toEqual(row('m1'));
      expect(await log.get('m2')).toBeNull();
    });

    it('keeps the first of two rows with the same id, also when both come at once', async () => {
      const inserted = await Promise.all([
        log.insert(row('m1', { text: 'one' })),
        log.insert(row('m1', { text: 'two' })),
      ]);
      expect(inserted.filter(Boolean)).toHaveLength(1);
      expect(await log.list('web:channel/a')).toHaveLength(1);
    });

    it('changes what a patch names and nothing else, and ignores ids that it does not know', async () => {
      await log.insert(row('m1'));
      const patch = {
        text: 'new',
        editedAt: new Date('2026-03-02T09:00:00Z'),
        reactions: [],
        choices: [],
        picture: null,
      };
      await log.update('m1', patch);
      await log.update('m2', patch);
      expect(await log.get('m1')).toEqual(row('m1', patch));
      expect(await log.get('m2')).toBeNull();
    });

    it('lists a conversation, oldest first', async () => {
      const at = (minute: number) => ({ sentAt: new Date(Date.UTC(2026, 2, 2, 8, minute)) });
      for (const [id, minute] of [
        ['m3', 3],
        ['m1', 1],
        ['m2', 2],
      ] as const)
        await log.insert(row(id, at(minute)));
      await log.insert(row('elsewhere', { conversation: 'web:channel/b' }));
      expect((await log.list('web:channel/a')).map((it) => it.id)).toEqual(['m1', 'm2', 'm3']);
      expect(await log.list('web:channel/c')).toEqual([]);
    });

    it('lists what has not been heard, until it has', async () => {
      await log.insert(row('m1', { heard: false }));
      await log.insert(row('m2'));
      expect((await log.unheard()).map((it) => it.id)).toEqual(['m1']);
      await log.update('m1', { heard: true });
      expect(await log.unheard()).toEqual([]);
    });

    it('is not changed by what is done to a row that it gave', async () => {
      await log.insert(row('m1'));
      const given = await log.get('m1');
      given?.reactions.push({ emoji: '👏', by: null });
      expect((await log.get('m1'))?.reactions).toEqual([{ emoji: '🌱', by: null }]);
    });
  });
}
