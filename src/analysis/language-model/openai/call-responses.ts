import type { Response, ResponseUsage } from 'openai/resources/responses/responses';
import { PorrasError } from '../../../errors.ts';
import type { TokenUsage } from '../../../ports/language-model.ts';
import type { Answer } from '../judge-answer.ts';
import type { Call } from './call.ts';

/** `POST /responses` */
export async function callResponses(call: Call): Promise<Answer> {
  const { dialect, maxOutputTokens } = call;
  const response = await call.client.responses.create(
    {
      model: call.model,
      instructions: call.instruction,
      input: [{ role: 'user', content: call.data }],
      // Else the provider keeps what people wrote for thirty days.
      store: false,
      ...formatOf(call),
      ...(maxOutputTokens !== undefined && { max_output_tokens: maxOutputTokens }),
      ...(call.temperature !== undefined && dialect.temperature && { temperature: call.temperature }),
      ...(call.reasoningEffort && dialect.reasoningEffort && { reasoning: { effort: call.reasoningEffort } }),
    },
    { signal: call.signal, headers: call.headers },
  );
  return readResponse(response);
}

function formatOf({ dialect, schema, schemaName }: Call) {
  if (dialect.format === 'text') return {};
  if (dialect.format === 'json_object') return { text: { format: { type: 'json_object' as const } } };
  return { text: { format: { type: 'json_schema' as const, name: schemaName, strict: true, schema } } };
}

function readResponse(response: Partial<Response> | string): Answer {
  if (typeof response !== 'object' || !Array.isArray(response.output)) throw garbled('no response');
  if (response.status === 'failed') throw garbled(`a failure (${response.error?.code ?? 'no code'})`);
  const parts = response.output.flatMap((item) => (item.type === 'message' ? item.content : []));
  const reason = response.status === 'incomplete' ? response.incomplete_details?.reason : undefined;
  return {
    text: parts.map((part) => (part.type === 'output_text' ? part.text : '')).join(''),
    refusal: parts.map((part) => (part.type === 'refusal' ? part.refusal : '')).join('') || null,
    ended: reason === 'max_output_tokens' ? 'truncated' : reason === 'content_filter' ? 'content-filter' : 'whole',
    usage: response.usage ? readUsage(response.usage) : null,
  };
}

const garbled = (what: string): PorrasError =>
  new PorrasError('model-garbled', `the server answered with ${what}`, { retryable: true });

const readUsage = (usage: ResponseUsage): TokenUsage => ({
  tokensIn: usage.input_tokens ?? 0,
  cachedIn: usage.input_tokens_details?.cached_tokens ?? 0,
  tokensOut: usage.output_tokens ?? 0,
  reasoning: usage.output_tokens_details?.reasoning_tokens ?? 0,
});
