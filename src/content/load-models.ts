import { join } from 'node:path';
import type { Model } from '../domain/model.ts';
import { InputError } from '../errors.ts';
import { loadYamlFile, loadYamlFolder } from './load-yaml.ts';
import { type Located, mergeById, type Path } from './located.ts';
import { modelSchema } from './model-schema.ts';

/** Models of the folders' `models/`; an id in a later folder replaces the same id of the one before. */
export const loadModels = async (dir: string, extraDir?: string): Promise<Map<string, Model>> => {
  const base = await loadYamlFolder(join(dir, 'models'), modelSchema);
  const extra = extraDir === undefined ? [] : await loadYamlFolder(join(extraDir, 'models'), modelSchema);
  return new Map([...mergeById(base, extra)].map(([id, entry]) => [id, checked(entry)]));
};

/** One model from a file of its own, such as `--model FILE.yaml` names. */
export const loadModelFile = async (file: string): Promise<Model> => checked(await loadYamlFile(file, modelSchema));

const checked = (entry: Located<Model>): Model => {
  const { steps, crossCutting } = entry.value;
  allDifferent(entry, [
    ...steps.map((step, i): [string, Path] => [step.key, ['steps', i, 'key']]),
    ...crossCutting.map((theme, i): [string, Path] => [theme.key, ['crossCutting', i, 'key']]),
  ]);
  const concepts = (list: Model['steps'] | Model['crossCutting'], name: string) =>
    list.flatMap((one, i) => one.cues.map((cue, j): [string, Path] => [cue.concept, [name, i, 'cues', j, 'concept']]));
  allDifferent(entry, [...concepts(steps, 'steps'), ...concepts(crossCutting, 'crossCutting')]);
  return entry.value;
};

const allDifferent = (entry: Located<Model>, words: readonly [string, Path][]): void => {
  const seen = new Set<string>();
  for (const [word, path] of words) {
    if (seen.has(word))
      throw new InputError(entry.where(path), `${word} is used already in this model; choose another word`);
    seen.add(word);
  }
};
