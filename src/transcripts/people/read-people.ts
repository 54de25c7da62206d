import { InputError } from '../../errors.ts';
import { kindOf, readWhole } from '../input-file.ts';
import { linesOfItems, parseJson } from '../json.ts';
import { shown } from '../shown.ts';
import { decodeUtf8 } from '../utf8.ts';
import { csvRows } from './csv-rows.ts';
import { type PersonRecord, toPersonRecord } from './person-record.ts';

/**
 * Reads a people file: JSON (a list, or `{"people": [...]}`) or CSV with a header, fields `id`, `role`, `unit`, `lang`
 * and if wanted `timezone`, `absent`, `name`; other fields are ignored.
 * @throws InputError, one line that names file and line and says what to do.
 */
export const readPeople = async (path: string): Promise<PersonRecord[]> => {
  if ((await kindOf(path)) === 'folder')
    throw new InputError(path, 'a folder; give the people file itself, JSON or CSV');
  const content = decodeUtf8(await readWhole(path), path);
  const people = /^\s*[[{]/.test(content) ? fromJson(content, path) : csvRows(content, path).map(toRecord);
  if (people.length === 0) throw new InputError(path, 'nobody is in it; write one line or object for each person');
  const seen = new Map<string, PersonRecord>();
  for (const person of people) {
    const first = seen.get(person.id);
    if (first) {
      throw new InputError(
        person.where,
        `the id ${shown(person.id)} was used before (${first.where}); give each person their own id, or remove one of the two`,
      );
    }
    seen.set(person.id, person);
  }
  return people;
};

const fromJson = (content: string, path: string): PersonRecord[] => {
  const parsed = parseJson(content, path);
  const lines = linesOfItems(content, path);
  const inside: unknown = Array.isArray(parsed) ? parsed : Reflect.get(Object(parsed), 'people');
  if (!Array.isArray(inside)) {
    throw new InputError(`${path}:1`, 'neither a list of people nor {"people": [...]}; put the people into a list');
  }
  const prefix = Array.isArray(parsed) ? '' : 'people/';
  return inside.map((value: unknown, n) => toPersonRecord(value, `${path}:${lines.get(`${prefix}${n}`) ?? 1}`));
};

const toRecord = ({ cells, where }: { cells: unknown; where: string }): PersonRecord => toPersonRecord(cells, where);
