import { setTimeout as sleep } from 'node:timers/promises';
import type { Act } from '../../adapters/web/parse-event.ts';
import { webAddress } from '../../adapters/web/index.ts';
import type { PageApi } from './page-api.ts';

export const CHANNEL = webAddress('channel', 'kehittaminen');
export const person = (id: string): string => webAddress('person', id);
export const privateWith = (id: string): string => webAddress('private', id);

export type How = 'channel' | 'thread' | 'private' | 'anonymous';

export interface Written {
  who: string;
  how: How;
  /** Unlike any other. */
  text: string;
  /** What the chat log calls it; an anonymous answer stands nowhere in the chat. */
  ref: string | null;
}

export interface Writers {
  /** What was written so far, in the order in which it was stored. */
  stored: readonly Written[];
  /** Stops writing; resolves when what was begun is stored. */
  finish(): Promise<void>;
}

/** Each writes one thing after another, and tries each again until it is stored, as the page does. */
export function startWriting(api: PageApi, who: readonly string[], random: () => number): Writers {
  const stored: Written[] = [];
  let writing = true;

  const write = async (id: string): Promise<void> => {
    for (let count = 1; writing; count += 1) {
      const how = HOW[count % HOW.length]!;
      const text = `${SAYINGS[Math.floor(random() * SAYINGS.length)]} (${id}, ${count})`;
      const act = actOf({ who: id, how, text, count, thread: stored.findLast((each) => each.how === 'channel')?.ref });
      for (let pause = 50; !(await api.send(act)); pause = Math.min(pause * 2, 400)) await sleep(pause);
      const inChat = how !== 'anonymous';
      stored.push({ who: id, how, text, ref: inChat ? webAddress('message', act.id) : null });
      await sleep(random() * 60);
    }
  };
  const writers = who.map(write);
  return {
    stored,
    async finish() {
      writing = false;
      await Promise.all(writers);
    },
  };
}

const HOW: readonly How[] = ['channel', 'private', 'thread', 'private', 'anonymous'];

const SAYINGS = [
  'Opin kassajärjestelmän, kun sain istua hetken kokeneemman vieressä',
  'Voisimmeko kirjata varahenkilöt yhteen paikkaan, josta kaikki ne löytävät?',
  'Kiitos avusta, ilman sinua lasku olisi taas jäänyt matkalle',
  'Lomake kiertää neljän pöydän kautta ennen kuin asiakas saa vastauksen',
  'Jag hittar aldrig den senaste versionen av mallen i de gemensamma mapparna',
  'Vi borde fråga skolorna vad de egentligen behöver innan vi ändrar blanketten',
  'On Fridays nobody knows whose turn it is to answer the phone',
  'A short guide to the archive would save each of us an hour a week',
];

function actOf(of: { who: string; how: How; text: string; count: number; thread: string | null | undefined }): Act {
  const base = { id: `kill-${of.who}-${of.count}`, as: person(of.who) };
  if (of.how === 'anonymous')
    return { ...base, type: 'command', conversation: privateWith(of.who), text: `anonymous ${of.text}` };
  const conversation = of.how === 'private' ? privateWith(of.who) : CHANNEL;
  const thread = of.how === 'thread' ? (of.thread ?? null) : null;
  return { ...base, type: 'post', conversation, thread, text: of.text };
}
