import { describe, expect, it } from 'vitest';
import { loadContent } from '../../src/content/load-content.ts';
import { LANGUAGES } from '../../src/domain/words.ts';
import { SHIPPED } from './support.ts';

const content = await loadContent(SHIPPED);
const questions = [...content.questions.values()];
const programmes = [...content.programmes.values()];
const model = content.models.get('value-co-creation');
const STEPS = ['competence', 'needs', 'interfaces', 'processes', 'information'];

describe('the model', () => {
  it('has the five steps of the study in climbing order, and its three cross-cutting themes', () => {
    expect(model?.steps.map((step) => step.key)).toEqual(STEPS);
    expect(model?.crossCutting.map((theme) => theme.key)).toEqual(['openness', 'technology', 'security']);
  });
});

describe('programmes', () => {
  it('are the three that are promised', () => {
    expect([...content.programmes.keys()].toSorted()).toEqual(['co-development', 'five-d', 'weekly-reflection']);
  });

  it('co-development: an interview beside the first of four weeks', () => {
    const rounds = content.programmes.get('co-development')?.rounds ?? [];
    expect(rounds.map(({ key, setting, opensOnDay }) => [key, setting, opensOnDay])).toEqual([
      ['interview', 'private', 0],
      ['identity-and-strengths', 'channel', 0],
      ['technology-and-sharing', 'channel', 7],
      ['customers-and-stakeholders', 'channel', 14],
      ['building-the-model', 'channel', 21],
    ]);
  });

  it('five-d: define, discover, dream, design, destiny', () => {
    const rounds = content.programmes.get('five-d')?.rounds ?? [];
    expect(rounds.map((round) => round.key)).toEqual(['define', 'discover', 'dream', 'design', 'destiny']);
  });

  it('weekly-reflection: a round a week that meets every step, and starts over on the same weekday', () => {
    const weekly = content.programmes.get('weekly-reflection');
    const rounds = weekly?.rounds ?? [];
    expect(weekly?.repeats).toBe(true);
    expect(rounds.map((round) => round.opensOnDay)).toEqual(rounds.map((_, i) => 7 * i));
    expect(Math.max(...rounds.map((round) => round.opensOnDay + round.openForDays)) % 7).toBe(0);
    expect(new Set(rounds.flatMap((round) => round.steps))).toEqual(new Set(STEPS));
  });

  it('ask everyone in a channel only what is written for everyone', () => {
    for (const round of programmes.flatMap(({ rounds }) => rounds).filter(({ setting }) => setting === 'channel')) {
      for (const id of round.questions) expect(content.questions.get(id)?.roles).toContain('any');
    }
  });

  it('follow a main question with a reflection question on it, or with a main question', () => {
    for (const { setting, questions: ids } of programmes.flatMap(({ rounds }) => rounds)) {
      if (setting !== 'channel') continue;
      const [main, reflection] = ids.map((id) => content.questions.get(id));
      expect(main?.follows).toBeUndefined();
      expect([main?.id, undefined]).toContain(reflection?.follows);
    }
  });

  it('have questions enough in each phase to choose another', () => {
    const phases = new Set(programmes.flatMap(({ rounds }) => rounds.map((round) => round.phase)));
    const mains = questions.filter((one) => one.follows === undefined && one.roles.includes('any'));
    const thin = [...phases].filter((phase) => mains.filter((one) => one.phase === phase).length < 5);
    expect(thin).toEqual([]);
  });
});

describe('questions', () => {
  it('are at least 72', () => {
    expect(questions.length).toBeGreaterThanOrEqual(72);
  });

  it.each(STEPS)('ask about the step %s at least eight times', (step) => {
    expect(questions.filter((question) => question.steps.includes(step)).length).toBeGreaterThanOrEqual(8);
  });

  it('have some for leaders and some for stakeholders in the phases of co-development', () => {
    for (const role of ['leader', 'stakeholder']) {
      const phases = new Set(questions.filter(({ roles }) => roles.includes(role)).map(({ phase }) => phase));
      expect([...phases]).toEqual(
        expect.arrayContaining(['before', 'identity-and-strengths', 'technology-and-sharing']),
      );
      expect([...phases]).toEqual(expect.arrayContaining(['customers-and-stakeholders', 'building-the-model']));
    }
  });

  it.each(LANGUAGES)('are short, whole, and ask at most two things in %s', (lang) => {
    const isFine = (text: string): boolean =>
      text.length <= 200 && /^\p{Lu}.*[?.]$/u.test(text) && text.split('?').length <= 3;
    expect(questions.map(({ text }) => text[lang]).filter((text) => !isFine(text))).toEqual([]);
  });

  it.each(LANGUAGES)('are each asked once in %s', (lang) => {
    const texts = questions.map(({ text }) => text[lang]);
    expect(texts.filter((text, i) => texts.indexOf(text) < i)).toEqual([]);
  });

  it('are not the same words in two languages', () => {
    for (const { text } of questions) expect(new Set(Object.values(text)).size).toBe(3);
  });
});
