import { stat } from 'node:fs/promises';
import type { Model } from '../domain/model.ts';
import { InputError } from '../errors.ts';
import type { Content } from '../ports/content.ts';
import { loadMessages } from './load-messages.ts';
import { loadModels } from './load-models.ts';
import { loadProgrammes } from './load-programmes.ts';
import { loadQuestions } from './load-questions.ts';
import { makeSay } from './make-say.ts';
import { shownPath } from './read-text.ts';

/**
 * Reads and checks everything in `prompts/`: models, programmes, questions and messages.
 * @param extraDir an organisation's own folder, laid out the same: what it has comes in addition, and what has the
 * same id (a question or a message: in the same language) replaces.
 * @throws InputError naming file, line and field of the first fault, and what to do.
 */
export const loadContent = async (dir: string, extraDir?: string): Promise<Content> => {
  await requireFolder(dir);
  if (extraDir !== undefined) await requireFolder(extraDir);
  const models = await loadModels(dir, extraDir);
  const steps = models.size === 0 ? null : stepKeys(models.values());
  const questions = await loadQuestions(dir, extraDir, steps);
  const programmes = await loadProgrammes(dir, extraDir, { questions, steps });
  return { models, programmes, questions, say: makeSay(await loadMessages(dir, extraDir)) };
};

/** Step keys of every model. */
export const stepKeys = (models: Iterable<Model>): Set<string> =>
  new Set([...models].flatMap((model) => model.steps.map((step) => step.key)));

const requireFolder = async (dir: string): Promise<void> => {
  const isFolder = await stat(dir).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
  if (!isFolder)
    throw new InputError(shownPath(dir), 'is not a folder; give the folder that holds models/ and questions/');
};
