import { messagesFor } from '../analysis/llm/asker.ts';
import { describeCrossCutting, describeStep, describeSteps, LANGUAGE_NAMES } from '../analysis/llm/describe-model.ts';
import { examplesFor, loadExamples } from '../analysis/llm/examples.ts';
import { lineOf, Numbering, SAID } from '../analysis/llm/frame.ts';
import { loadInstruction } from '../analysis/llm/instruction.ts';
import { createMasker } from '../analysis/masking/create-masker.ts';
import { loadParts } from '../assemble-flow.ts';
import { detectLanguage } from '../analysis/lexical/detect-language.ts';
import { InputError } from '../errors.ts';
import { PROMPTS } from '../paths.ts';
import type { Utterance } from '../ports/analyst.ts';
import { readTranscript } from '../transcripts/read-transcript.ts';
import { languageFrom } from './replay.ts';
import { pickFrom } from './pick-from.ts';

export interface TryOptions {
  input: string;
  model: string;
  step?: string;
  lang?: string;
  /** Names to be masked, separated by commas. */
  names?: string;
}

/** `porras instructions try`: the exact messages that would be sent for an instruction, without sending them. */
export async function tryInstruction(file: string, options: TryOptions): Promise<string> {
  const instruction = await loadInstruction(file).catch((cause: unknown) => {
    if (cause instanceof InputError) throw cause;
    throw new InputError(file, 'cannot be read; name a file of prompts/instructions', { cause });
  });
  const { content } = await loadParts();
  const model = pickFrom('--model', 'models', content.models, options.model);
  const language = languageFrom(options.lang) ?? 'en';
  const { messages } = await readTranscript(options.input);
  const batch = messages.map(
    ({ id, author, text, replyTo, role }): Utterance => ({
      id,
      speaker: author,
      role: role ?? null,
      text,
      lang: detectLanguage(text, language),
      replyTo,
      question: null,
    }),
  );
  const steps = model.steps.map(({ key }) => key);
  const step = options.step ?? steps[0] ?? '';
  if (!steps.includes(step))
    throw new InputError('--step', `"${step}" is not a step of ${model.id}; it is one of ${steps.join(', ')}`);
  const numbering = new Numbering(batch.map((each) => each.id));
  const speakers = new Numbering();
  const present = new Set(batch.map((each) => each.id));
  const lines = batch.map((each) =>
    lineOf({ ...each, speaker: `p${speakers.number(each.speaker ?? '')}` }, numbering, present),
  );
  const fills = {
    topic: '(topic of the inquiry)',
    language: LANGUAGE_NAMES[language],
    steps: describeSteps(model),
    step: describeStep(model, step),
    crossCutting: describeCrossCutting(model),
    examples: examplesFor(await loadExamples(`${PROMPTS}/examples`, model.id), batch),
    reason: '(reason of the nudge)',
    role: '(role of the person)',
  };
  const { mask } = createMasker({
    names: (options.names ?? '')
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean),
  });
  const sent = messagesFor(instruction, fills, [{ title: 'Batch', columns: SAID, lines }], 'shown, not sent', mask);
  return [
    `# ${instruction.task}, version ${instruction.version}, answer of the shape "${instruction.schema}"`,
    `## system (${sent.instruction.length} characters)`,
    sent.instruction,
    `## user (${sent.data.length} characters)`,
    sent.data,
  ].join('\n\n');
}
