import { join } from 'node:path';
import type { Programme, Question } from '../domain/programme.ts';
import { checkProgramme } from './check-programme.ts';
import { fillRounds } from './fill-rounds.ts';
import { loadYamlFile, loadYamlFolder } from './load-yaml.ts';
import { type Located, mergeById } from './located.ts';
import { programmeSchema } from './programme-schema.ts';

/** What programmes refer to. `steps` is null when no model is at hand to check against. */
export interface Known {
  questions: ReadonlyMap<string, Question>;
  steps: ReadonlySet<string> | null;
}

/** Programmes of the folders' `programmes/`; an id in the extra folder replaces the same id of the base folder. */
export const loadProgrammes = async (
  dir: string,
  extraDir: string | undefined,
  known: Known,
): Promise<Map<string, Programme>> => {
  const base = await loadYamlFolder(join(dir, 'programmes'), programmeSchema);
  const extra = extraDir === undefined ? [] : await loadYamlFolder(join(extraDir, 'programmes'), programmeSchema);
  return new Map([...mergeById(base, extra)].map(([id, entry]) => [id, finished(entry, known)]));
};

/** One programme from a file of its own, checked against what is loaded. */
export const loadProgrammeFile = async (file: string, known: Known): Promise<Programme> =>
  finished(await loadYamlFile(file, programmeSchema), known);

const finished = (entry: Located<Programme>, known: Known): Programme => {
  checkProgramme(entry, known);
  return fillRounds(entry, known.questions);
};
