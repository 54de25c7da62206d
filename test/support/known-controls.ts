import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

const file = parse(readFileSync('prompts/controls.yaml', 'utf8')) as Record<
  string,
  { sentence: string; name: string }[]
>;
const absurdities = new Map(Object.values(file).flatMap((all) => all.map((each) => [each.sentence, each.name])));

/** The name of something that nobody says, put among the rest to see whether the model reads; null for what people say. */
export const absurdityIn = (text: string): string | null => absurdities.get(text) ?? null;

/** Steps of the worked examples that an instruction shows, by their text: what a model that reads it can tell. */
export const stepsShownIn = (instruction: string): Map<string, string> =>
  new Map(
    [...instruction.matchAll(/^(?:↳ )?(.+) => ([\w-]+)(?: \(or [^)]*\))?; /gm)].map(([, text = '', step = '']) => [
      text,
      step,
    ]),
  );
