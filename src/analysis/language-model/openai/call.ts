import type OpenAI from 'openai';
import type { JsonSchema } from '../strict-schema.ts';
import type { Dialect } from './dialect.ts';

/** One request, ready to be put into the words of either API. */
export interface Call {
  client: OpenAI;
  model: string;
  dialect: Dialect;
  instruction: string;
  data: string;
  schema: JsonSchema;
  schemaName: string;
  maxOutputTokens: number | undefined;
  temperature: number | undefined;
  reasoningEffort: 'none' | 'minimal' | 'low' | 'medium' | 'high' | undefined;
  signal: AbortSignal;
  /** Sent along, so that a gateway can tell calls apart. */
  headers: Record<string, string>;
}
