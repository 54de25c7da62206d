import type { Parts } from '../src/assemble-flow.ts';
import type { Configuration } from './configuration.ts';
import { evaluateSet } from './evaluate-set.ts';
import type { GoldSet } from './read-gold-set.ts';
import type { Evaluation, SetResult } from './result.ts';

/** Runs every gold set with the configuration, one after another. @param onSet told which one begins */
export async function evaluate(
  configuration: Configuration,
  goldSets: readonly GoldSet[],
  parts: Parts,
  onSet: (name: string) => void = () => undefined,
): Promise<Evaluation> {
  const sets: SetResult[] = [];
  let by = '';
  try {
    for (const set of goldSets) {
      onSet(set.name);
      const away: string[] = [];
      const analyst = await configuration.analyst((code) => away.push(code));
      by = analyst.describe();
      sets.push({ ...(await evaluateSet(set, analyst, parts)), away });
    }
  } finally {
    // What a recording lacks says more than what came of it.
    await configuration.done();
  }
  return { by, sets };
}
