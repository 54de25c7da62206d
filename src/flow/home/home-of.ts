import type { Address, Inquiry, Participant } from '../../domain/inquiry.ts';
import type { Home, Message } from '../../domain/message.ts';
import { markdownMessage } from '../../domain/plain-text.ts';
import type { Params } from '../../ports/content.ts';
import type { Flow } from '../context.ts';
import { facilitating } from './home-facilitating.ts';
import { commitmentsOf, contributionsOf } from './home-own.ts';
import { openFor } from './home-open.ts';
import { nudgesOf } from './home-nudges.ts';
import type { HomeParts } from './home-parts.ts';
import { languageOf } from '../say/tell-privately.ts';
import { workspaceAt } from '../who/workspaces.ts';

/** Inquiries that go on: those of the person, wherever they were begun, and those that they may lead without a part in them. */
async function goingFor(flow: Flow, person: Address, participants: readonly Participant[]): Promise<Inquiry[]> {
  const status = ['running', 'paused'] as const;
  const theirs = await flow.store.inquiries.find({ id: participants.map((each) => each.inquiryId), status });
  const here = await flow.store.inquiries.find({ workspaceId: workspaceAt(flow, person), status });
  const all = new Map([...theirs, ...here].map((each) => [each.id, each]));
  return [...all.values()].sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? -1 : 1));
}

/** What a person finds when they open Porras by itself, in their language: what is open for them, and what is theirs. */
export async function homeOf(flow: Flow, person: Address): Promise<Home> {
  const lang = await languageOf(flow, person);
  const say = (key: string, params: Params = {}) => flow.content.say(lang, key, params);
  const participants = await flow.store.participants.find({ person });
  const going = await goingFor(flow, person, participants);
  const parts = going.flatMap((inquiry) => {
    const participant = participants.find((each) => each.inquiryId === inquiry.id && each.leftAt === null);
    return participant ? [{ inquiry, participant }] : [];
  });
  const led = going.filter((each) => each.facilitators.includes(person));
  const home: HomeParts = { flow, lang, say, parts };
  const sections: Message[] = [
    ...(await openFor(home)),
    ...(await contributionsOf(home, participants)),
    ...nudgesOf(home),
    ...(await commitmentsOf(home, participants)),
    ...(await facilitating(home, led)),
    markdownMessage(lang, say(parts.length + led.length > 0 ? 'home.help' : 'home.nothing')),
  ];
  return { lang, sections };
}
