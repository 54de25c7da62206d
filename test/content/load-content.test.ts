import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadContent } from '../../src/content/load-content.ts';
import { loadModelFile } from '../../src/content/load-models.ts';
import { faultOf, folderOf, SOUND } from './support.ts';

const PROGRAMME = SOUND['programmes/spring.yaml'] ?? '';
const withQuestions = (list: string): string => PROGRAMME.replace('[first-spade]', list);

/** The questions of a programme's rounds, from content that has `more` questions besides those of SOUND. */
const roundsOf = async (programme: string, more = ''): Promise<string[][]> => {
  const files = Object.entries(SOUND).map(([name, text]) => [name, name.startsWith('questions/') ? text + more : text]);
  const dir = await folderOf({ ...Object.fromEntries(files), 'programmes/spring.yaml': programme });
  return [...(await loadContent(dir)).programmes.values()].flatMap(({ rounds }) =>
    rounds.map((round) => round.questions),
  );
};

describe('loadContent', () => {
  it('reads every kind of file', async () => {
    const content = await loadContent(await folderOf(SOUND));
    expect(content.models.get('garden')?.steps.map((step) => step.key)).toEqual(['soil', 'seed']);
    expect(content.programmes.get('spring')?.rounds[0]?.opensOnDay).toBe(0);
    expect(content.questions.get('first-spade')).toEqual({
      id: 'first-spade',
      phase: 'outdoors',
      steps: ['soil', 'seed'],
      roles: ['specialist', 'any'],
      text: { fi: 'What did you find (fi)?', sv: 'What did you find (sv)?', en: 'What did you find (en)?' },
    });
    expect(content.questions.get('first-spade-next')?.follows).toBe('first-spade');
    expect(content.say('sv', 'hello', { name: 'Åsa' })).toBe('sv hello Åsa');
  });

  it('reads files with Windows line ends and a byte order mark', async () => {
    const files = Object.entries(SOUND).map(([name, text]) => [name, `\uFEFF${text.replaceAll('\n', '\r\n')}`]);
    const content = await loadContent(await folderOf(Object.fromEntries(files)));
    expect(content.questions.get('first-spade')?.text.en).toBe('What did you find (en)?');
  });

  it('does without kinds of files that a folder has none of', async () => {
    const content = await loadContent(await folderOf({}));
    expect([content.models.size, content.programmes.size, content.questions.size]).toEqual([0, 0, 0]);
  });

  it('reads a model from a path of its own', async () => {
    const dir = await folderOf({ 'mine.yaml': SOUND['models/garden.yaml'] ?? '' });
    expect((await loadModelFile(join(dir, 'mine.yaml'))).id).toBe('garden');
    expect(await faultOf(dir, loadModelFile(join(dir, 'yours.yaml')))).toBe(
      'yours.yaml: cannot be read; check the path and the rights to it',
    );
  });
});

describe('the extra folder', () => {
  it('replaces what has the same id and adds the rest', async () => {
    const extra = await folderOf({
      'programmes/ours.yaml': PROGRAMME.replace('version: 1', 'version: 2'),
      'programmes/autumn.yaml': PROGRAMME.replace('id: spring', 'id: autumn'),
      'questions/fi/outdoors.md': '## first-spade\nsteps: soil, seed\nroles: specialist, any\n\nMitä löytyi?\n',
      'messages/sv.json': '{"hello": "Hej {name}"}',
    });
    const content = await loadContent(await folderOf(SOUND), extra);
    expect([...content.programmes].map(([id, { version }]) => [id, version])).toEqual([
      ['spring', 2],
      ['autumn', 1],
    ]);
    expect(content.questions.get('first-spade')?.text).toMatchObject({
      fi: 'Mitä löytyi?',
      en: 'What did you find (en)?',
    });
    expect(content.say('sv', 'hello', { name: 'Åsa' })).toBe('Hej Åsa');
    expect(content.say('en', 'hello', { name: 'Ann' })).toBe('en hello Ann');
  });

  it('is checked together with what it replaces', async () => {
    const base = await folderOf(SOUND);
    const extra = await folderOf({ 'messages/sv.json': '{"hello": "Hej"}' });
    expect(await faultOf(extra, loadContent(base, extra))).toContain('messages/sv.json:1 hello: lacks {name}, which');
  });
});

describe('a round that lists no questions', () => {
  it('gets a main question of its phase with the question that follows it', async () => {
    expect(await roundsOf(withQuestions('[]'))).toEqual([['first-spade', 'first-spade-next']]);
  });

  it('gets one on its steps before another', async () => {
    const more = '\n## more\nsteps: any\n\nMore?\n\n## on-soil\nsteps: soil\n\nSoil?\n';
    const two =
      withQuestions('[]') +
      PROGRAMME.slice(PROGRAMME.indexOf('  - key: dig')).replace('dig', 'sow').replace('[first-spade]', '[]');
    expect(await roundsOf(two, more)).toEqual([['first-spade', 'first-spade-next'], ['on-soil']]);
  });

  it('gets none that is written for some roles only, or that another round has', async () => {
    const leaders = '\n## led\nsteps: soil\nroles: leader\n\nLed?\n';
    const two =
      PROGRAMME +
      PROGRAMME.slice(PROGRAMME.indexOf('  - key: dig')).replace('dig', 'sow').replace('[first-spade]', '[]');
    await expect(roundsOf(two, leaders)).rejects.toThrow(
      'rounds[1].questions: the phase outdoors has no unused main question left',
    );
  });
});
