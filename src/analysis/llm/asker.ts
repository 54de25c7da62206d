import { createHmac } from 'node:crypto';
import type { z } from 'zod';
import { PorrasError } from '../../errors.ts';
import type { Setting } from '../../ports/analyst.ts';
import type { LanguageModel } from '../../ports/language-model.ts';
import { createMasker } from '../masking/create-masker.ts';
import { type Block, frame } from './frame.ts';
import { fill, type Instruction, type Instructions } from './instruction.ts';

export interface Question<T> {
  task: string;
  fills: Record<string, string>;
  blocks: readonly Block[];
  schema: z.ZodType<T>;
}

/** Puts questions to the language model; masks what leaves, and puts back in the answer only what it masked itself. */
export interface Asker {
  /**
   * @returns null when the answer was none of the wanted shape, or a refusal: another question may fare better.
   * @throws PorrasError when the model cannot be reached, refuses the key, or its budget is spent
   */
  ask<T>(question: Question<T>): Promise<T | null>;
}

export interface AskerParts {
  model: LanguageModel;
  instructions: Instructions;
  /** Makes boundaries that nobody outside this process can guess, and the same ones for the same data. */
  secret: string;
}

/** The messages of one request. */
export interface Messages {
  instruction: string;
  data: string;
}

/** What is wrong with this one request: a smaller one may be right. */
const ITS_OWN_FAULT = new Set(['model-input-too-long', 'model-bad-request']);

export const createAsker = (parts: AskerParts, setting: Pick<Setting, 'names' | 'workspaceId'>): Asker => ({
  async ask({ task, fills, blocks, schema }) {
    const { mask, restore } = createMasker({ names: setting.names });
    const instruction = instructionFor(parts.instructions, task);
    const messages = messagesFor(instruction, fills, blocks, parts.secret, mask);
    const { workspaceId } = setting;
    try {
      const reply = await parts.model.structured({
        task,
        ...messages,
        schema,
        schemaName: instruction.schema,
        workspaceId,
      });
      return reply.kind === 'value' ? restored(reply.value, restore) : null;
    } catch (thrown) {
      if (thrown instanceof PorrasError && ITS_OWN_FAULT.has(thrown.code)) return null;
      throw thrown;
    }
  },
});

const MARKS =
  'Marks such as [PERSON1] stand for people and data; the same number is the same one. Copy them exactly; an ending follows as in [PERSON1]:lle, [PERSON1]s.';

export function messagesFor(
  instruction: Instruction,
  fills: Record<string, string>,
  blocks: readonly Block[],
  secret: string,
  mask: (text: string) => string,
): Messages {
  const values = Object.fromEntries(Object.entries(fills).map(([name, value]) => [name, mask(value)]));
  const masked = blocks.map((block) => ({ ...block, lines: block.lines.map(mask) }));
  const boundary = createHmac('sha256', secret)
    .update(JSON.stringify([instruction.task, masked]))
    .digest('hex')
    .slice(0, 16);
  const data = frame(masked, boundary);
  const text = fill(instruction, values);
  return { instruction: /\[[A-Z]+\d+[A-Z]?\]/.test(data) ? `${text}\n\n${MARKS}` : text, data };
}

export function instructionFor(instructions: Instructions, task: string): Instruction {
  const found = instructions.get(task);
  if (!found)
    throw new PorrasError('unknown-instruction', `prompts/instructions has no file for the task "${task}"; add it`);
  return found;
}

/** Every text of the answer with what was masked put back. */
function restored<T>(value: T, restore: (text: string) => string): T {
  if (typeof value === 'string') return restore(value) as T;
  if (Array.isArray(value)) return value.map((each: unknown) => restored(each, restore)) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, restored(each, restore)])) as T;
}
