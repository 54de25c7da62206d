import { describe, expect, it } from 'vitest';
import { loadContent } from '../../src/content/load-content.ts';
import { faultOf, folderOf, SOUND } from './support.ts';

const MODEL = 'models/garden.yaml';
const PROGRAMME = 'programmes/spring.yaml';
const QUESTIONS = 'questions/sv/outdoors.md';
const MESSAGES = 'messages/sv.json';

/** One change to sound content: in `file`, `from` becomes `to`. */
const loadChanged = async (file: string, from: string | RegExp, to: string): Promise<string> => {
  const before = SOUND[file] ?? '';
  const after = before.replace(from, () => to);
  expect(after).not.toBe(before);
  const dir = await folderOf({ ...SOUND, [file]: after });
  return faultOf(dir, loadContent(dir));
};

describe('a fault names the file, the line and the field, and says what to do', () => {
  it.each([
    [
      'a field that is misspelt',
      PROGRAMME,
      'repeats:',
      'repaets:',
      'programmes/spring.yaml:6 repaets: is not a field that is known here',
      'known: id, version, name, description, source, repeats',
    ],
    [
      'a field that is not known',
      PROGRAMME,
      'repeats: false',
      'repeats: false\npacing: 2',
      ':7 pacing: is not a field that is known here',
      'known: id, version',
    ],
    [
      'a field that is not known further in',
      PROGRAMME,
      'weekday: 5',
      'weekday: 5, hour: 3',
      ':12 pace.digest.hour: is not a field',
      'known: weekday, at',
    ],
    ['a comma in a flow group', PROGRAMME, '{ fi: Nimi,', '{ fi: Nimi, ja muuta,', ':3 name.ja muuta: ', 'quotes'],
    [
      'text for a number',
      PROGRAMME,
      'opensOnDay: 0',
      'opensOnDay: soon',
      ':22 rounds[0].opensOnDay: must be a whole number of at least 0, not "soon"',
      '',
    ],
    [
      'a negative number',
      PROGRAMME,
      'opensOnDay: 0',
      'opensOnDay: -1',
      ':22 rounds[0].opensOnDay: must be a whole number of at least 0, not -1',
      '',
    ],
    [
      'half a day',
      PROGRAMME,
      'openForDays: 7',
      'openForDays: 1.5',
      ':23 rounds[0].openForDays: must be a whole number of at least 1, not 1.5',
      '',
    ],
    [
      'an eighth weekday',
      PROGRAMME,
      'weekday: 5',
      'weekday: 8',
      ':12 pace.digest.weekday: must be a whole number from 1 to 7, not 8',
      '',
    ],
    [
      'a time that no clock shows',
      PROGRAMME,
      "'08:00'",
      "'25:00'",
      ':8 pace.openAt: must be a time of day from 00:00 to 23:59',
      '',
    ],
    [
      'text for true or false',
      PROGRAMME,
      'repeats: false',
      'repeats: sometimes',
      ':6 repeats: must be true or false, not "sometimes"',
      '',
    ],
    [
      'a setting that is not known',
      PROGRAMME,
      'setting: channel',
      'setting: corridor',
      ':18 rounds[0].setting: must be channel or private, not "corridor"',
      '',
    ],
    [
      'a language left out',
      PROGRAMME,
      'name: { fi: Nimi, sv: Namn, en: Name }',
      'name: { fi: Nimi, en: Name }',
      ':3 name.sv: is missing; say it in Swedish too',
      '',
    ],
    ['no rounds', PROGRAMME, /rounds:[^]*/, 'rounds: []\n', ':14 rounds: must have at least one round', ''],
    [
      'a phase that no question has',
      PROGRAMME,
      'phase: outdoors',
      'phase: indoors',
      ':19 rounds[0].phase: no question has the phase "indoors"; there are outdoors',
      '',
    ],
    [
      'a question that is not there',
      PROGRAMME,
      '[first-spade]',
      '[first-spade, last-spade]',
      ':20 rounds[0].questions[1]: there is no question "last-spade"',
      '',
    ],
    [
      'a question twice',
      PROGRAMME,
      '[first-spade]',
      '[first-spade, first-spade]',
      ':20 rounds[0].questions[1]: "first-spade" stands twice',
      '',
    ],
    [
      'a step of no model',
      PROGRAMME,
      'steps: [soil]',
      'steps: [sky]',
      ':21 rounds[0].steps[0]: "sky" is a step of no model; there are soil, seed',
      '',
    ],
    ['YAML that breaks off', PROGRAMME, "openAt: '08:00'", "openAt: '08:00", ':8: cannot be read as YAML', ''],
    ['an id with capitals', PROGRAMME, 'id: spring', 'id: Spring Time', ':1 id: must be small letters', ''],
    [
      'a field given twice',
      PROGRAMME,
      'source: own',
      'source: own\nsource: other',
      ':6: cannot be read as YAML: Map keys must be unique',
      '',
    ],

    [
      'a model without a language',
      MODEL,
      'fi: [sana], sv: [ord]',
      'fi: [sana]',
      'models/garden.yaml:12 steps[0].cues[0].sv: is missing; say it in Swedish too',
      '',
    ],
    [
      'two steps of one name',
      MODEL,
      'key: seed',
      'key: soil',
      ':13 steps[1].key: soil is used already in this model',
      '',
    ],
    [
      'a concept used twice',
      MODEL,
      'concept: seed-words',
      'concept: soil-words',
      ':19 steps[1].cues[0].concept: soil-words is used already',
      '',
    ],
    ['a step called none', MODEL, 'key: seed', 'key: none', ':13 steps[1].key: must not be none or any', ''],

    [
      'a question without steps',
      QUESTIONS,
      'steps: any\n',
      '',
      'questions/sv/outdoors.md:9 first-spade-next.steps: is missing',
      'steps: any',
    ],
    [
      'a question on an unknown step',
      QUESTIONS,
      'soil, seed',
      'soil, sky',
      ':4 first-spade.steps: is "soil, sky" here and "soil, seed" at questions/en/outdoors.md:3 first-spade; make them the same',
      '',
    ],
    [
      'a question for an unknown role',
      QUESTIONS,
      'specialist, any',
      'boss',
      ':5 first-spade.roles: must be any, leader, supervisor, specialist or stakeholder, not "boss"',
      '',
    ],
    [
      'a tag that is not known',
      QUESTIONS,
      'roles:',
      'rolls:',
      ':5 first-spade.rolls: a tag is missing or not known',
      '',
    ],
    ['a tag given twice', QUESTIONS, 'roles: specialist, any', 'steps: soil', ':5 first-spade.steps: stands twice', ''],
    [
      'a question that follows nothing',
      QUESTIONS,
      'follows: first-spade',
      'follows: last-spade',
      ':11 first-spade-next.follows: is "last-spade" here',
      '',
    ],
    ['a question without words', QUESTIONS, /And under it.*/, '', ':9 first-spade-next.text: is missing', ''],
    [
      'a question without an id',
      QUESTIONS,
      '## first-spade-next',
      '## ',
      ":9: a question's id must be small letters",
      '',
    ],
    [
      'a question twice',
      QUESTIONS,
      '## first-spade-next',
      '## first-spade',
      ':9 first-spade: is used already in questions/sv/outdoors.md:3 first-spade',
      '',
    ],
    [
      'a heading of another level',
      QUESTIONS,
      'And under it',
      '### And under it',
      ':13 first-spade-next: only "## question-id" headings',
      '',
    ],
    [
      'a question in two languages only',
      QUESTIONS,
      '## first-spade-next',
      '## first-spade-mext',
      'questions/en/outdoors.md:9 first-spade-next: is missing in Swedish',
      'questions/sv/outdoors.md',
    ],
    ['a file with no question', QUESTIONS, /##[^]*/, 'later\n', ':1: has no question', ''],

    [
      'a message in two languages only',
      MESSAGES,
      /,\n {2}"ideas".*/,
      '',
      'ideas: is missing in messages/sv.json; add it there',
      '',
    ],
    [
      'a placeholder with another name',
      MESSAGES,
      '{name}',
      '{nam}',
      ':2 hello: lacks {name}, which messages/fi.json:2 hello has',
      '',
    ],
    [
      'a brace that is not closed',
      MESSAGES,
      '{name}',
      '{name',
      'messages/sv.json:2 hello: is not a well-formed ICU message',
      '',
    ],
    [
      'a plural without "other"',
      MESSAGES,
      ' other {# ideas}',
      '',
      'messages/sv.json:3 ideas: is not a well-formed ICU message (MISSING_OTHER_CLAUSE)',
      '',
    ],
    ['a comma too many', MESSAGES, 'ideas}}"\n', 'ideas}}",\n', 'messages/sv.json:4: is not JSON', ''],
    [
      'a message that is no text',
      MESSAGES,
      '"sv hello {name}"',
      '7',
      'messages/sv.json:2 hello: must be text, not 7',
      '',
    ],
  ])('%s', async (_, file, from, to, where, todo) => {
    const fault = await loadChanged(file, from, to);
    expect(fault).toContain(file);
    expect(fault).toContain(where);
    expect(fault).toContain(todo);
    expect(fault).not.toContain('\n');
  });

  it.each([[MODEL], [PROGRAMME], [QUESTIONS], [MESSAGES]])('an empty %s', async (file) => {
    const dir = await folderOf({ ...SOUND, [file]: '' });
    expect(await faultOf(dir, loadContent(dir))).toContain(`${file}:1: is empty`);
  });

  it.each([[MODEL], [PROGRAMME], [QUESTIONS], [MESSAGES]])('bytes that are not UTF-8 in %s', async (file) => {
    const dir = await folderOf({ ...SOUND, [file]: Uint8Array.of(0x69, 0x64, 0x3a, 0xc3, 0x28) });
    expect(await faultOf(dir, loadContent(dir))).toContain(`${file}:1: is not UTF-8`);
  });

  it('a step of no model in all three languages of a question', async () => {
    const files = Object.entries(SOUND).map(([name, text]) => [name, text.replace('soil, seed', 'sky')]);
    const dir = await folderOf(Object.fromEntries(files));
    expect(await faultOf(dir, loadContent(dir))).toContain(
      'outdoors.md:4 first-spade.steps: "sky" is a step of no model',
    );
  });

  it.each([
    ['nothing', 'last-spade', 'there is no question "last-spade"'],
    ['a question that itself follows one', 'first-spade-next', 'must be a main question of the phase outdoors'],
  ])('a reflection question on %s', async (_, target, expected) => {
    const files = Object.entries(SOUND).map(([name, text]) => [
      name,
      text.replace('follows: first-spade', `follows: ${target}`),
    ]);
    const dir = await folderOf(Object.fromEntries(files));
    expect(await faultOf(dir, loadContent(dir))).toContain(`outdoors.md:11 first-spade-next.follows: `);
    expect(await faultOf(dir, loadContent(dir))).toContain(expected);
  });

  it('the same id in two files of a folder', async () => {
    const dir = await folderOf({ ...SOUND, 'programmes/summer.yaml': SOUND[PROGRAMME] ?? '' });
    const fault = await faultOf(dir, loadContent(dir));
    expect(fault).toBe(
      'programmes/summer.yaml:1 id: is used already in programmes/spring.yaml:1; give it an id of its own',
    );
  });

  it('a third question in a channel, which nobody would be asked', async () => {
    const third = (text: string) => `${text}\n## and-more\nsteps: any\n\nMore?\n`;
    const files = Object.entries(SOUND).map(([name, text]) => [
      name,
      name.startsWith('questions/') ? third(text) : text,
    ]);
    const programme = SOUND[PROGRAMME]?.replace('[first-spade]', '[first-spade, first-spade-next, and-more]') ?? '';
    const dir = await folderOf({ ...Object.fromEntries(files), [PROGRAMME]: programme });
    expect(await faultOf(dir, loadContent(dir))).toContain('spring.yaml:20 rounds[0].questions[2]: is never asked');
  });

  it('rounds out of order', async () => {
    const text = SOUND[PROGRAMME] ?? '';
    const round = text.slice(text.indexOf('  - key: dig'));
    const late = text.replace('opensOnDay: 0', 'opensOnDay: 7');
    const dir = await folderOf({ ...SOUND, [PROGRAMME]: late + round.replace('key: dig', 'key: sow') });
    expect(await faultOf(dir, loadContent(dir))).toContain('spring.yaml:31 rounds[1].opensOnDay: is earlier than');
  });

  it('how many more faults the file has', async () => {
    const fault = await loadChanged(PROGRAMME, /version: 1|openForDays: 7/g, 'version: 0');
    expect(fault).toContain('spring.yaml:23 rounds[0].version: is not a field');
    expect(fault).toMatch(/\(and 2 more in this file\)$/);
  });

  it('a folder that is not there', async () => {
    const dir = await folderOf({});
    expect(await faultOf(dir, loadContent(`${dir}/nowhere`))).toContain('nowhere: is not a folder; give');
  });
});
