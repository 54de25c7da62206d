import { createHmac } from 'node:crypto';
import type { z } from 'zod';
import { PorrasError } from '../../errors.ts';
import type { Setting } from '../../ports/analyst.ts';
import type { LanguageModel } from '../../ports/language-model.ts';
import { createMasker } from '../masking/create-masker.ts';
import { frame, type Row } from './frame.ts';
import { fill, type Instructions } from './instruction.ts';

export interface Question<T> {
  task: string;
  fills: Record<string, string>;
  /** Titled groups of contributions; texts as people wrote them. */
  blocks: { title: string; rows: readonly Row[] }[];
  schema: z.ZodType<T>;
}

/** What came of a question: a value of its shape, or why there is none. */
export type Answer<T> = { value: T } | { value: null; why: string };

/** One request to the language model; masks what leaves, and puts back in the answer only what it masked itself. */
export interface Asker {
  ask<T>(question: Question<T>): Promise<Answer<T>>;
}

/** The messages that would be sent, for whoever wants to see them. */
export interface Messages {
  instruction: string;
  data: string;
}

export interface AskerParts {
  model: LanguageModel;
  instructions: Instructions;
  /** Makes boundaries that nobody outside this process can guess, and the same ones for the same data. */
  secret: string;
}

/** @throws PorrasError when the model cannot be reached, refuses the key, or its budget is spent */
export const createAsker = (parts: AskerParts, setting: Setting): Asker => ({
  async ask(question) {
    const masker = createMasker({ names: setting.names });
    const { instruction, data } = messagesFor(parts, question, masker.mask);
    const { task, schema } = question;
    const reply = await parts.model.structured({ task, instruction, data, schema, schemaName: instructionOf(parts.instructions, task).schema, workspaceId: setting.workspaceId });
    if (reply.kind === 'value') return { value: restored(reply.value, masker.restore) };
    return { value: null, why: reply.kind };
  },
});

export function messagesFor(
  { instructions, secret }: Pick<AskerParts, 'instructions' | 'secret'>,
  { task, fills, blocks }: Pick<Question<unknown>, 'task' | 'fills' | 'blocks'>,
  mask: (text: string) => string,
): Messages {
  const masked = blocks.map(({ title, rows }) => ({ title, rows: rows.map((row) => ({ ...row, text: mask(row.text) })) }));
  const values = Object.fromEntries(Object.entries(fills).map(([name, value]) => [name, mask(value)]));
  const boundary = createHmac('sha256', secret).update(JSON.stringify([task, masked])).digest('hex').slice(0, 16);
  return { instruction: fill(instructionOf(instructions, task), values), data: frame(masked, boundary) };
}

function instructionOf(instructions: Instructions, task: string) {
  const found = instructions.get(task);
  if (!found) throw new PorrasError('unknown-instruction', `prompts/instructions has no file for the task "${task}"; add it`);
  return found;
}

/** Every text of the answer with what was masked put back. */
function restored<T>(value: T, restore: (text: string) => string): T {
  if (typeof value === 'string') return restore(value) as T;
  if (Array.isArray(value)) return value.map((each) => restored(each, restore)) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, restored(each, restore)])) as T;
}

