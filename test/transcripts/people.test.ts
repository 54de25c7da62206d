import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LANGUAGES, ROLES } from '../../src/domain/words.ts';
import { readPeople } from '../../src/transcripts/people/read-people.ts';
import { complaintOf, fileWith, type Files, folderWith } from './support/folder.ts';

const people = async (content: Files[string], name = 'people.csv') => readPeople(await fileWith(name, content));
const complaint = async (content: Files[string]) => {
  const file = await fileWith('people', content);
  return (await complaintOf(readPeople(file))).replaceAll(file, 'people');
};

const aino = {
  id: 'aino',
  name: 'Aino Virta',
  role: 'leader',
  unit: 'Talous, hallinto',
  lang: 'fi',
  timeZone: 'Europe/Helsinki',
  absences: [
    { from: '2026-03-09', to: '2026-03-13' },
    { from: '2026-03-20', to: '2026-03-20' },
  ],
};

test.each([
  [
    'CSV',
    'id,role,unit,lang,timezone,absent,name\naino,leader,"Talous, hallinto",fi,Europe/Helsinki,2026-03-20; 2026-03-09..2026-03-13,Aino Virta\n',
  ],
  [
    'CSV of a spreadsheet',
    '\uFEFFID;Name;Role;Unit;Lang;Timezone;Absent;Phone\r\naino;Aino Virta;leader;Talous, hallinto;fi;Europe/Helsinki;"2026-03-20; 2026-03-09..2026-03-13";\r\n;;;;;;;\r\n',
  ],
  [
    'a list',
    [
      {
        id: 'aino',
        name: 'Aino Virta',
        role: 'leader',
        unit: 'Talous, hallinto',
        lang: 'fi',
        timezone: 'Europe/Helsinki',
        absent: ['2026-03-20', { from: '2026-03-09', to: '2026-03-13' }],
      },
    ],
  ],
  [
    'an object',
    {
      people: [
        {
          id: 'aino',
          name: 'Aino Virta',
          role: 'leader',
          unit: 'Talous, hallinto',
          lang: 'fi',
          timezone: 'Europe/Helsinki',
          absent: '2026-03-20; 2026-03-09 .. 2026-03-13',
        },
      ],
    },
  ],
])('the same person comes from %s', async (_form, content) => {
  const [person, ...others] = await people(content);
  expect(person).toMatchObject(aino);
  expect(others).toEqual([]);
});

test('what is optional may be left out or left empty', async () => {
  const nothing = { name: null, unit: null, timeZone: null, absences: [] };
  expect(await people('id,role,lang\naino,leader,fi')).toMatchObject([nothing]);
  expect(await people('id,role,unit,lang,timezone,absent\naino,leader,,fi\n')).toMatchObject([nothing]);
  expect(
    await people([{ id: 'aino', role: 'leader', unit: null, lang: 'fi', timezone: '', absent: null }]),
  ).toMatchObject([nothing]);
});

test.each([
  ['an empty file', '', 'people: the file is empty'],
  ['nobody', 'id,role,unit,lang\n', 'people: nobody is in it'],
  ['nobody in a list', '[]', 'people: nobody is in it'],
  ['no header', 'aino,leader,Talous,fi\n', 'people:1: no column id, role, lang; the first line names the columns'],
  ['a column twice', 'id,role,lang,ID\n', 'people:1: two columns are called "id"'],
  [
    'a quotation mark that is never closed',
    'id,role,lang\naino,leader,fi\neino,"leader,fi\nx,y,z\n',
    'people:3: not valid CSV (quote not closed)',
  ],
  ['a quotation mark inside', 'id,role,lang\nai"no,leader,fi\n', 'people:2: not valid CSV (invalid opening quote)'],
  ['a cell too many', 'id,role,lang\naino,leader,fi,Talous\n', 'people:2: 4 cells, where the header names 3 columns'],
  [
    'a row after quoted line breaks',
    'id,role,unit,lang\r\n"aino",leader,"a\r\nb\r\n\r\nc",fi\r\n\r\neino,boss,x,fi\r\n',
    'people:7: field "role" must be one of',
  ],
  [
    'a role with a slip',
    'id,role,lang\naino,speciallist,fi\n',
    'people:2: field "role" must be one of leader, supervisor, specialist, stakeholder, not "speciallist"; did you mean "specialist"?',
  ],
  [
    'a language that we do not know',
    'id,role,lang\naino,leader,suomi\n',
    'people:2: field "lang" must be one of fi, sv, en, not "suomi"',
  ],
  ['a missing role', 'id,role,lang\naino,,fi\n', 'people:2: field "role" is missing'],
  ['a missing id', 'id,role,lang\n,leader,fi\n', 'people:2: field "id" is missing'],
  [
    'a time zone with a slip',
    'id,role,lang,timezone\naino,leader,fi,Europe/Helsinky\n',
    'people:2: field "timezone" "Europe/Helsinky" is no time zone; write it like Europe/Helsinki; did you mean "Europe/Helsinki"?',
  ],
  [
    'an offset',
    'id,role,lang,timezone\naino,leader,fi,+02:00\n',
    'people:2: field "timezone" "+02:00" is no time zone',
  ],
  [
    'a day that is none',
    'id,role,lang,absent\naino,leader,fi,2026-02-30\n',
    'people:2: field "absent" "2026-02-30" is no date or range of dates',
  ],
  [
    'three days in a range',
    'id,role,lang,absent\naino,leader,fi,2026-02-01..2026-02-02..2026-02-03\n',
    'people:2: field "absent"',
  ],
  [
    'a range backwards',
    'id,role,lang,absent\naino,leader,fi,2026-02-03..2026-02-01\n',
    'people:2: field "absent" "2026-02-03..2026-02-01" ends before it begins',
  ],
  [
    'an absence that is a number',
    [{ id: 'a', role: 'leader', lang: 'fi', absent: 3 }],
    'people:2: field "absent" "3" is no date',
  ],
  [
    'an id twice',
    'id,role,lang\naino,leader,fi\n\naino,leader,fi\n',
    'people:4: the id "aino" was used before (people:2)',
  ],
  ['JSON that is none', '[\n{"id": "aino",\n]', 'people:3: not valid JSON at column 1'],
  ['an object without people', '{"id": "aino"}', 'people:1: neither a list of people nor {"people": [...]}'],
  ['a number among the people', '[\n7]', 'people:1: not an object in braces'],
  [
    'a second person with a number for an id',
    [
      { id: 'a', role: 'leader', lang: 'fi' },
      { id: 1, role: 'leader', lang: 'fi' },
    ],
    'people:7: field "id" must be text',
  ],
  [
    'an escape for terminals',
    [{ id: '\u001b', role: 'leader', lang: 'fi' }],
    'people:2: field "id" has the control character U+001B',
  ],
  [
    'a spreadsheet in another encoding',
    Buffer.from('id,role,unit,lang\naino,leader,p\xe4\xe4toimi,fi\n', 'latin1'),
    'people:2: not valid UTF-8 at byte 15 of the line; save the file as UTF-8',
  ],
])('%s is told in one line', async (_what, content, expected) => {
  const said = await complaint(content);
  expect(said).toContain(expected);
  expect(said).not.toContain('\n');
});

test('a folder, and a file that is not there', async () => {
  const folder = await folderWith({});
  expect(await complaintOf(readPeople(folder))).toContain('a folder; give the people file itself');
  expect(await complaintOf(readPeople(`${folder}/people.csv`))).toContain('there is no such file or folder');
});

const cell = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .filter((text) => !/[\p{Cc}\p{Cs}]/u.test(text) && text.trim() === text);
const record = fc.record({
  id: cell,
  role: fc.constantFrom(...ROLES),
  unit: fc.option(fc.oneof(cell, fc.constant('a\nb, "c"; d'))),
  lang: fc.constantFrom(...LANGUAGES),
});

test.each([',', ';', '\t'])(
  'people come back from CSV parted by %j, each on the line where it begins',
  async (delimiter) => {
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(record, { selector: ({ id }) => id, minLength: 1, maxLength: 8 }),
        async (records) => {
          const rows = records.map(({ id, role, unit, lang }) =>
            [id, role, unit ?? '', lang].map(quoted).join(delimiter),
          );
          const csv = [['id', 'role', 'unit', 'lang'].join(delimiter), ...rows].join('\n');
          let line = 2;
          const expected = records.map((person, index) => {
            const where = `:${line}`;
            line += (rows[index]?.match(/\n/g)?.length ?? 0) + 1;
            return { ...person, where };
          });
          const read = (await people(csv)).map(({ id, role, unit, lang, where }) => ({
            id,
            role,
            unit,
            lang,
            where: where.replace(/.*:/, ':'),
          }));
          expect(read).toEqual(expected);
        },
      ),
      { numRuns: 50 },
    );
  },
);
