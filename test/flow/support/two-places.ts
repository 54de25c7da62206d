import type { MemoryHands, MemoryMessage, MemoryPlatform } from '../../../adapters/memory/index.ts';
import { CAPABILITIES, type Capability } from '../../../src/ports/chat-platform.ts';
import { createWorld, type InquiryOptions, type World, type WorldOptions } from '../world.ts';

/** People of the other platform; Yves has a Swedish profile. */
export const YARD = ['xia', 'yves', 'zoe'];

export interface TwoPlaces extends World {
  yard: MemoryPlatform;
  /** Somebody does something on the other platform. */
  there(who: string, action: (hands: MemoryHands) => Promise<unknown>): Promise<void>;
  /** A command in the other platform's channel. */
  thereCommand(who: string, text: string, options?: { private?: boolean }): Promise<void>;
  /** Presses a button of the last message over there that has it. */
  therePress(who: string, action: string): Promise<void>;
  /** What Porras told somebody over there in private, oldest first. */
  toldThere(who: string): string[];
  /** What it said in a channel over there. */
  saidThere(channel?: string): MemoryMessage[];
  /** The code that a facilitator in the kitchen gets. */
  code(who?: string): Promise<string>;
  /** The channel over there joins, by Xia's hand. */
  connect(): Promise<void>;
}

interface Options extends WorldOptions {
  inquiry?: InquiryOptions;
  yardWithout?: readonly Capability[];
}

/** A kitchen with an inquiry, whose first question is open unless told otherwise, and beside it a yard on another platform. */
export async function twoPlaces({ inquiry, yardWithout = [], ...options }: Options = {}): Promise<TwoPlaces> {
  const world = await createWorld({
    ...options,
    beside: [
      {
        name: 'yard',
        workspaceId: 'yard:works',
        people: YARD.map((id) => ({
          id,
          name: id.charAt(0).toUpperCase() + id.slice(1),
          ...(id === 'yves' && { profile: { locale: 'sv-SE', timeZone: 'Europe/Stockholm' } }),
        })),
        channels: [{ id: 'gate', name: 'The gate' }, { id: 'shed' }],
        capabilities: CAPABILITIES.filter((each) => !yardWithout.includes(each)),
      },
    ],
  });
  await world.begin(inquiry);
  await world.until('2026-03-02 09:00');
  const [yard] = world.beside;
  if (!yard) throw new Error('there is no yard');
  const privately = (who: string): MemoryMessage[] =>
    yard.visibleTo(who).filter((each) => each.by === null && each.conversation === yard.privateConversation(who));
  const two: TwoPlaces = {
    ...world,
    yard,
    there: (who, action) => world.happens(() => action(yard.as(who))),
    thereCommand: (who, text, more) => world.happens(() => yard.as(who).command(text, more)),
    async therePress(who, action) {
      const message = yard.visibleTo(who).findLast((each) => each.choices.some((it) => it.action === action));
      if (!message) throw new Error(`${who} sees no button "${action}"`);
      await world.happens(() => yard.as(who).press(message.ref, action));
    },
    toldThere: (who) => privately(who).map((each) => each.text),
    saidThere: (channel = 'gate') =>
      yard.messages().filter((each) => each.by === null && each.conversation === yard.channel(channel)),
    async code(who = 'anna') {
      await world.command(who, 'connect');
      const code = codeIn(world.lastTo(who));
      if (!code) throw new Error(`${who} was given no code, but "${world.lastTo(who)}"`);
      return code;
    },
    async connect() {
      await two.thereCommand('xia', `connect ${await two.code()}`);
    },
  };
  return two;
}

/** The code in what somebody was told. */
export const codeIn = (text: string): string | undefined => /\w{4}-\w{4}-\w{4}/.exec(text)?.[0];
