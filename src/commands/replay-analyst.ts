import type { Parts } from '../assemble-flow.ts';
import { chooseAnalyst } from '../choose-analyst.ts';
import { readConfig } from '../config.ts';
import { InputError } from '../errors.ts';
import type { Analyst } from '../ports/analyst.ts';
import { systemClock } from '../ports/clock.ts';
import { createMemoryStore } from '../store/memory-store.ts';

/** The analyst that `--analyst` names. A replay costs what it costs once: it counts into nobody's monthly budget. */
export async function replayAnalyst(name: string | undefined, parts: Parts): Promise<Analyst> {
  if (name === undefined || name === 'lexical') return parts.lexical;
  if (name !== 'llm') throw new InputError('--analyst', `there is no analyst "${name}"; it is lexical or llm`);
  const config = readConfig().languageModel;
  if (!config) {
    throw new InputError(
      '--analyst llm',
      'no language model is configured: set OPENAI_API_KEY, or OPENAI_BASE_URL and PORRAS_MODEL (see "Configuration" in README.md)',
    );
  }
  const onAway = (code: string) =>
    console.error(`porras: the language model could not be had (${code}); rules stand in`);
  return chooseAnalyst({ config, lexical: parts.lexical, store: createMemoryStore(), clock: systemClock, onAway });
}
