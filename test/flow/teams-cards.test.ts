import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FORM_VERB } from '../../adapters/teams/form.ts';
import { loadParts } from '../../src/assemble-flow.ts';
import { createVirtualWorld, type VirtualWorld } from '../../src/replay/virtual-world.ts';
import type { SeenMessage } from '../support/teams/see.ts';
import { type TeamsPlace, teamsBeside } from './support/teams-beside.ts';
import { local } from './world.ts';

const PEOPLE = [
  { name: 'maija', real: 'Maija Meikäläinen', lang: 'fi' },
  { name: 'pekka', real: 'Pekka Väisänen', lang: 'sv' },
  { name: 'anna', real: 'Anna O’Neill', lang: 'en' },
] as const;

let world: VirtualWorld;
let place: TeamsPlace;
let close: () => Promise<void>;
const warnings: string[] = [];
const logged: string[] = [];

beforeEach(async () => {
  const beside = await teamsBeside({ team: 'kehitys', people: PEOPLE }, (what) => logged.push(what));
  world = createVirtualWorld({
    parts: await loadParts(),
    startsAt: local('2026-03-02 06:30'),
    platform: beside.beside,
    flow: { warn: (what, ids) => warnings.push(`${what} ${JSON.stringify(ids)}`) },
  });
  place = await beside.open(world.flow, settle);
  close = () => beside.close();
  for (const { name } of PEOPLE) await place.meet(name);
  await place.command('maija', 'uusi');
  await place.submit('maija', { topic: 'Arjen sujuvuus', language: 'fi', programme: 'co-development' });
  await place.press('maija', 'start-inquiry');
  await until('2026-03-02 09:30');
});
afterEach(() => close());

const settle = () => world.queue.advanceTo(world.clock.now());
const until = (at: string): Promise<void> => world.queue.advanceTo(local(at));
const question = (who?: string): SeenMessage => {
  const { id, conversation } = place.said().find((each) => each.words.startsWith('Kysymys 1'))!;
  return place.teams.messages(conversation, who).find((each) => each.id === id)!;
};
const titles = ({ actions }: SeenMessage): string[] => actions.map(({ title }) => title);
const look = async (who: string): Promise<SeenMessage> => {
  await place.teams.as(who).look(question());
  return question(who);
};
const below = () => place.everyoneSees().filter((each) => each.root === question().id);
const answers = () => world.store.contributions.find({}, { by: 'sentAt' });

const PLAIN = ['Vastaa kanavalla', 'Vastaa nimettömästi', 'Vastaa yksityisesti'];

describe('a question in a channel of Teams', () => {
  it('is answered in its card with one’s name, and the answer stands below it', async () => {
    expect(titles(question())).toEqual(PLAIN);
    await place.press('maija', 'answer-in-channel');
    expect(question('maija').words).toContain('Tuon vastauksesi ketjuun nimelläsi.');
    expect(titles(question('maija'))).toEqual(['Lähetä', 'Peruuta']);
    expect(titles(question('pekka'))).toEqual(PLAIN);
    await place.submit('maija', { text: 'Lyhensimme lomaketta.' });
    expect(await answers()).toMatchObject([{ text: 'Lyhensimme lomaketta.', visibility: 'named', via: 'channel' }]);
    expect(below().map((each) => each.words)).toEqual([
      'Maija Meikäläinen vastaa kysymykseen 1:\nLyhensimme lomaketta.',
    ]);
    expect(question('maija').words).toContain('Olet vastannut tähän kysymykseen. Vain sinä näet tämän rivin.');
    expect(titles(question('maija'))).toEqual(['Katso, mitä olet sanonut', ...PLAIN]);
    // Nobody else sees anything of it, and the message itself has not changed.
    for (const who of ['pekka', 'anna']) expect((await look(who)).words).toBe(question().words);
    expect(question().edits).toBe(0);
  });

  it('is answered in its card in private, without a name for others', async () => {
    await place.press('pekka', 'answer-privately');
    expect(question('pekka').words).toContain('Ditt namn syns inte för de andra');
    await place.submit('pekka', { text: 'Jag lärde mig av Anna.' });
    expect(await answers()).toMatchObject([{ visibility: 'pseudonymous', via: 'private' }]);
    expect(below()).toEqual([]);
    const view = question('pekka');
    expect(view.words).toContain('Du har svarat på den här frågan. Bara du ser den här raden.');
    expect(titles(view)).toEqual(['Se vad du har sagt', 'Svara i kanalen', 'Svara anonymt', 'Svara privat']);
    await place.press('pekka', 'show-mine');
    expect(place.privately('pekka').at(-1)?.words).toContain('Jag lärde mig av Anna.');
  });

  it('is answered in its card anonymously, and the card knows nothing of it', async () => {
    await place.press('anna', 'answer-anonymously');
    await place.submit('anna', { text: 'Nobody reads the reports.' });
    expect(await answers()).toMatchObject([{ visibility: 'anonymous', participantId: null }]);
    expect(question('anna').words).toBe(`${question().words}\nSent.`);
    expect((await look('anna')).words).toBe(question().words);
    expect(titles(question('anna'))).toEqual(PLAIN);
  });

  it('is answered by clients of old too, in the private chat', async () => {
    await place.teams.as('maija').press(question(), 'porras:answer-in-channel', { by: 'Action.Submit' });
    await settle();
    expect(question('maija').words).toBe(question().words);
    const form = place.privately('maija').at(-1)!;
    expect(form.words).toContain('Tuon vastauksesi ketjuun nimelläsi.');
    const inputs = { 'field:text': 'Vanhalta puhelimelta.' };
    await place.teams.as('maija').press(form, FORM_VERB, { inputs, by: 'Action.Submit' });
    await settle();
    expect(below().map((each) => each.words)).toEqual([
      'Maija Meikäläinen vastaa kysymykseen 1:\nVanhalta puhelimelta.',
    ]);
    await expect
      .poll(() => place.privately('maija').find((each) => each.id === form.id)?.words)
      .toBe('✓ Vastaa kanavalla');
  });

  it('shows what was said in its thread too, and nothing more once that is taken back', async () => {
    await place.post('maija', 'Siivosimme hyllyt.', question().id);
    expect((await look('maija')).words).toContain('Olet vastannut');
    const said = below().find((each) => each.text === 'Siivosimme hyllyt.')!;
    await place.delete('maija', said);
    expect((await look('maija')).words).toBe(question().words);
  });

  it('takes the answer out of its thread when its author takes it back', async () => {
    await place.press('maija', 'answer-in-channel');
    await place.submit('maija', { text: 'Lyhensimme lomaketta.' });
    await place.press('maija', 'withdraw');
    expect(below()).toEqual([]);
    expect((await look('maija')).words).toBe(question().words);
  });

  it('says that it has closed, to whoever looks', async () => {
    await place.post('maija', 'Siivosimme hyllyt.', question().id);
    await until('2026-03-08 12:00');
    expect((await look('pekka')).words).toContain('Tämä kysymys on sulkeutunut.');
    expect(titles(question('pekka'))).toEqual([]);
    expect(titles(await look('maija'))).toEqual(['Katso, mitä olet sanonut']);
  });

  it('does all that without anything going wrong', () => {
    expect([...warnings, ...logged]).toEqual([]);
  });
});
