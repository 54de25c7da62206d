import type { z } from 'zod';
import type { Located } from './located.ts';
import { parseYaml } from './parse-yaml.ts';
import { listFiles, readText, shownPath } from './read-text.ts';

/** One YAML file by a schema. */
export const loadYamlFile = async <T extends { id: string }>(
  file: string,
  schema: z.ZodType<T>,
): Promise<Located<T>> => {
  const { value, where } = parseYaml(shownPath(file), await readText(file), schema);
  return { id: value.id, value, where };
};

/** Every YAML file directly in a folder, by name; none when there is no such folder. */
export const loadYamlFolder = async <T extends { id: string }>(
  folder: string,
  schema: z.ZodType<T>,
): Promise<Located<T>[]> => {
  const files = await listFiles(folder, ['.yaml', '.yml']);
  return Promise.all(files.map((file) => loadYamlFile(file, schema)));
};
