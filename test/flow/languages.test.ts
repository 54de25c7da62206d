import { describe, expect, it } from 'vitest';
import type { Lang } from '../../src/domain/words.ts';
import { LANGUAGES } from '../../src/domain/words.ts';
import { observeRound } from '../../src/flow/ask/observe-round.ts';
import { createWorld, type World } from './world.ts';

/** Words of a language that the others do not have, to tell by which one was spoken. */
const TELLTALE: Record<Lang, RegExp> = {
  fi: /\b(ja|että|on|kun|voit|sinun|jos|tämä|viikko)\b/iu,
  sv: /\b(och|att|är|du|kan|det|när|vecka)\b/iu,
  en: /\b(and|that|the|you|is|when|week)\b/iu,
};
const FAULTS = /undefined|\bnull\b|\[object|\bNaN\b|Invalid Date|\{[a-z]+[,}]|\{#\}/;
/** `some.phrase-key` where words should be. */
const RAW_KEY = /(^|[\s“(])[a-z]+(\.[a-z][a-z-]+)+(?=$|[\s”).,])/m;

/** Goes through everything that a person can do and see, in an inquiry of one language with people of another. */
async function everything(language: Lang, person: Lang): Promise<World> {
  const world = await createWorld({ channels: [{ id: 'kitchen' }, { id: 'lounge' }] });
  world.analyst.script = {
    queue: { kind: 'concern', signals: ['thank'] },
    shorter: { kind: 'idea', signals: ['raise', 'interest'] },
    even: { kind: 'solution', signals: ['build', 'encourage'] },
  };
  await world.begin({
    language,
    topic: 'X',
    programme: 'co-development',
    roles: { leader: ['eva'], stakeholder: ['fia'], supervisor: ['gus'] },
    policy: { holdLeadersHours: 2 },
  });
  await world.store.participants.update({}, { lang: person });
  await world.until('2026-03-03 09:00');
  const idea = await world.say('bo', 'X shorter X');
  await world.say('cia', 'X even X', { threadRef: idea });
  await world.say('dan', 'X queue X');
  await world.tell('dan', 'X');
  await world.tell('eva', 'X');
  for (const action of ['show-name', 'correct', 'withdraw', 'withdraw']) await world.press('dan', action);
  await world.command('cia', 'anonymous X', { private: true });
  await world.command('cia', 'anonymous', { private: true });
  await world.say('cia', '@porras anonymous X');
  for (const word of [
    'help',
    'status',
    'mine',
    'move',
    'themes',
    'commit',
    'settings',
    'withdraw',
    'ask',
    'unheard-of',
  ])
    await world.command('bo', word);
  for (const word of ['help', 'status', 'ask', 'digest', 'digest', 'nudge', 'new', 'skip'])
    await world.command('anna', word);
  const [row] = await world.store.contributions.find({ status: 'live' });
  await world.command('bo', 'move');
  await world.submit('bo', { contribution: row?.id ?? '', step: 'needs' });
  await world.command('bo', 'themes');
  await world.submit('bo', { subTheme: 'inquiry-needs-1', label: 'X' });
  await world.command('bo', 'themes');
  await world.submit('bo', { subTheme: 'inquiry-needs-1' });
  await world.command('bo', 'commit');
  await world.submit('bo', { idea: row?.id ?? '', text: 'X', dueOn: '2026-03-04' });
  await world.command('bo', 'commit');
  await world.submit('bo', { text: '', dueOn: '' });
  await world.command('anna', 'ask');
  await world.submit('anna', { text: 'X', days: '2' });
  await world.until('2026-03-05 10:00');
  for (const action of ['why-me', 'snooze', 'stop-nudges', 'resume-nudges', 'contributed-elsewhere'])
    await world.press('fia', action);
  await world.press('bo', 'commitment-later');
  await world.press('bo', 'commitment-done');
  await world.submit('bo', { outcome: 'X' });
  await world.say('bo', 'X shorter', { ref: 'there', channel: world.platform.channel('lounge') });
  for (const purpose of ['add', 'builds-on'] as const) await world.act('cia', (hands) => hands.pick('there', purpose));
  await world.submit('cia', { text: 'X even X' });
  await world.press('bo', 'pick-add');
  await world.act('bo', (hands) => hands.pick('there', 'add'));
  for (const who of ['anna', 'bo', 'dan']) await world.act(who, (hands) => hands.openHome());
  await world.act('anna', (hands) => hands.pressHome('close'));
  await world.submit('anna', { sure: 'no' });
  await world.command('anna', 'pause');
  await world.tell('cia', 'X');
  await world.command('anna', 'resume');
  await world.until('2026-03-13 18:00');
  await world.close('anna');
  await world.begin({ id: 'second', language, topic: 'X', channels: ['lounge'], startsOn: '2026-03-16' });
  await world.store.participants.update({}, { lang: person });
  await world.happens((platform) => platform.removeChannel('lounge'));
  return world;
}

const markdownOf = (world: World) => world.platform.messages().filter((each) => each.by === null);

describe('everything that is said', () => {
  it.each(LANGUAGES.map((language, index) => [language, LANGUAGES[(index + 1) % LANGUAGES.length]!] as const))(
    'is in %s in the channel and in %s to people, without a raw key, an unfilled place or a value that is none',
    async (language, person) => {
      const world = await everything(language, person);
      const said = markdownOf(world);
      expect(said.length).toBeGreaterThan(60);
      const foreign: string[] = [];
      for (const message of said) {
        const lines = [message.text, ...message.choices.map((each) => each.label)];
        for (const line of lines) {
          expect(line).not.toMatch(FAULTS);
          expect(line).not.toMatch(RAW_KEY);
          expect(line.trim()).not.toBe('');
        }
        const lang = message.private ? person : language;
        const others = LANGUAGES.filter((each) => each !== lang);
        if (message.text.length < 60 || message.text.includes('X shorter')) continue;
        const spoken = [lang, ...others].map(
          (each) => (message.text.match(new RegExp(TELLTALE[each], 'giu')) ?? []).length,
        );
        if (spoken[0] !== Math.max(...spoken)) foreign.push(message.text);
      }
      expect(foreign).toEqual([]);
      for (const { markdown, choices = [], lang } of ['anna', 'bo', 'dan'].flatMap(
        (who) => world.platform.homeFor(who)?.sections ?? [],
      )) {
        expect(lang).toBe(person);
        for (const line of [markdown, ...choices.map((each) => each.label)]) {
          expect(line).not.toMatch(FAULTS);
          expect(line).not.toMatch(RAW_KEY);
        }
      }
      for (const { ownText: _, ...round } of await world.store.rounds.find({ status: ['open', 'closed'] })) {
        const sheet = await observeRound(world.flow, await world.inquiry(), { ...round, ownText: null });
        expect(sheet).not.toMatch(FAULTS);
        expect(sheet).not.toMatch(RAW_KEY);
      }
      expect(world.warnings).toEqual([]);
    },
  );

  it('in forms as well', async () => {
    for (const lang of LANGUAGES) {
      const world = await createWorld();
      await world.begin({ language: lang });
      await world.until('2026-03-02 09:00');
      await world.say('bo', 'X');
      for (const word of ['move', 'themes', 'commit', 'settings', 'ask']) {
        await world.command('anna', word);
        const form = world.platform.formFor('anna');
        expect(form?.lang).toBe(lang);
        const words = [
          form?.title,
          form?.intro,
          form?.submit,
          ...(form?.fields ?? []).flatMap((each) => [each.label, each.hint ?? 'x']),
        ];
        for (const each of words) {
          expect(each).not.toMatch(FAULTS);
          expect(each).not.toMatch(RAW_KEY);
        }
      }
    }
  });
});
