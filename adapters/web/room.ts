import type { Address } from '../../src/domain/inquiry.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { ChatLog, ChatRow } from './chat-log.ts';
import type { Directory } from './directory.ts';
import { unknownMessage } from './errors.ts';
import type { Live, OpenForm } from './live.ts';
import { viewFor } from './view-for.ts';

/** What both directions work on. */
export interface Room {
  directory: Directory;
  log: ChatLog;
  live: Live;
  /** Person -> the form that is open for them. */
  forms: Map<Address, OpenForm>;
  /** Now, and later than any time that it gave before: conversations are ordered by it. */
  stamp(): Date;
  /** @throws PorrasError `unknown-message` */
  row(ref: string): Promise<ChatRow>;
  /** Adds a row and tells the pages. @returns false when it was there already. */
  add(row: ChatRow): Promise<boolean>;
  /** Changes a row, one change at a time, and tells the pages; null leaves it as it is. */
  change(ref: string, patch: (row: ChatRow) => Partial<Omit<ChatRow, 'id'>> | null): Promise<void>;
}

/** What is left of a message that was deleted. */
export const DELETED: Partial<ChatRow> = {
  deleted: true,
  text: '',
  markdown: null,
  choices: [],
  picture: null,
  reactions: [],
};

export function createRoom(parts: { directory: Directory; log: ChatLog; live: Live; clock: Clock }): Room {
  const { directory, log, live, clock } = parts;
  let last = 0;
  let changing: Promise<unknown> = Promise.resolve();

  const tell = (row: ChatRow): void =>
    live.tell((person) => {
      const view = directory.mayRead(person, row.conversation) ? viewFor(person, row) : null;
      return view && { event: 'message', data: view };
    });

  const row = async (ref: string): Promise<ChatRow> => {
    const found = await log.get(ref);
    if (!found || found.deleted) throw unknownMessage(ref);
    return found;
  };

  return {
    directory,
    log,
    live,
    forms: new Map(),
    row,
    stamp() {
      last = Math.max(clock.now().getTime(), last + 1);
      return new Date(last);
    },
    async add(added) {
      const isNew = await log.insert(added);
      if (isNew) tell(added);
      return isNew;
    },
    change(ref, patchOf) {
      const change = changing.then(async () => {
        const before = await row(ref);
        const patch = patchOf(before);
        if (!patch) return;
        await log.update(ref, patch);
        tell({ ...before, ...patch });
      });
      changing = change.catch(() => undefined);
      return change;
    },
  };
}
