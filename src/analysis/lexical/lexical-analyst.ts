import type { Analyst } from '../../ports/analyst.ts';
import { classify } from './classify.ts';
import { createReader } from './create-reader.ts';
import { findMomentums } from './find-momentums.ts';
import type { Lexicons } from './load-lexicons.ts';
import { planSubThemes } from './plan-sub-themes.ts';
import { reframe } from './reframe.ts';
import { summarise } from './summarise.ts';

/**
 * Reads by words: cues of the model say what a contribution is about, lexicons what it does. No network, no key, and
 * the same input gives the same output. What it knows of a domain is the model's data; see prompts/lexicons/README.md.
 */
export function createLexicalAnalyst(lexicons: Lexicons): Analyst {
  const read = createReader(lexicons);
  return {
    name: 'lexical',
    describe: () => 'lexical',
    classify: async (request) =>
      new Map(
        [...classify(request, read, lexicons)].map(([id, label]) => [
          id,
          { ...label, by: 'lexical', provisional: false },
        ]),
      ),
    subThemes: async (request) => planSubThemes(request, read),
    momentums: async (request) => findMomentums(request, read, lexicons[request.language]),
    summarise: async (request) => ({ claims: summarise(request, read, lexicons[request.language]), dropped: [] }),
    reframe: async (request) => reframe(request, read, lexicons[request.language]),
    wordNudge: async () => null,
    followUp: async () => null,
    observe: async () => null,
    canRedo: () => false,
    usage: () => ({}),
  };
}
