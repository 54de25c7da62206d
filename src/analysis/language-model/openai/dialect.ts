import type { Failure } from '../model-error.ts';

/** What a server understands, learned from its refusals. */
export interface Dialect {
  /** How the answer's shape is asked for. */
  format: 'json_schema' | 'json_object' | 'text';
  /** The schema also stands in the instruction, since nothing else holds the model to it. */
  tellSchema: boolean;
  /** How chat completions call the limit of tokens: the newer name is OpenAI's and Azure's. */
  limit: 'max_completion_tokens' | 'max_tokens';
  temperature: boolean;
  reasoningEffort: boolean;
}

const UNSUPPORTED =
  /not? (?:longer )?(?:support|available|allow|permit|implement)|n't support|unsupported|unavailable|unknown|unrecogni[sz]ed|must be|supported (?:values|formats)|invalid (?:value|type)|only .*(?:support|allow)|extra (?:inputs|fields)|not? permitted/i;
const FORMAT = /response_format|json_schema|json_object|text\.format|structured.?outputs?|json.?mode/i;

/**
 * The dialect to try instead after a server refused a request, or null when the refusal is about something else. A
 * schema that the server finds wrong ("Invalid schema for response_format") is our mistake and not a lack of the server's.
 */
export function learn(dialect: Dialect, { status, words }: Failure): Dialect | null {
  if (status !== 400 && status !== 422 && status !== 501) return null;
  if (!UNSUPPORTED.test(words)) return null;
  if (/max_(?:completion_)?tokens/.test(words) && new RegExp(`\\b${dialect.limit}\\b`).test(words))
    return { ...dialect, limit: dialect.limit === 'max_tokens' ? 'max_completion_tokens' : 'max_tokens' };
  if (dialect.temperature && /temperature/i.test(words)) return { ...dialect, temperature: false };
  if (dialect.reasoningEffort && /reasoning/i.test(words)) return { ...dialect, reasoningEffort: false };
  if (!FORMAT.test(words) || /invalid schema/i.test(words) || dialect.format === 'text') return null;
  return { ...dialect, tellSchema: true, format: dialect.format === 'json_schema' ? 'json_object' : 'text' };
}
