import type { z } from 'zod';
import { messageOf, PorrasError } from '../../errors.ts';

export type JsonSchema = Record<string, unknown>;

/** The JSON schema, in the strict subset that providers enforce, of a zod schema. @throws PorrasError `bad-schema` */
export async function strictSchema(schema: z.ZodType, name: string): Promise<JsonSchema> {
  const { zodResponseFormat } = await import('openai/helpers/zod');
  try {
    // Without the mark of its dialect, which some servers do not know.
    const { $schema: _, ...rest } = zodResponseFormat(schema, name).json_schema.schema ?? {};
    return rest;
  } catch (thrown) {
    throw new PorrasError(
      'bad-schema',
      `schema ${name} cannot be asked of a language model: ${messageOf(thrown)}. Use objects with required, nullable fields`,
      { cause: thrown },
    );
  }
}

/** An instruction that also tells the shape of the answer, for servers that do not enforce it. */
export const withSchema = (instruction: string, schema: JsonSchema): string =>
  `${instruction}\n\nAnswer with one JSON object and nothing else. It must match this JSON schema:\n${JSON.stringify(schema)}`;
