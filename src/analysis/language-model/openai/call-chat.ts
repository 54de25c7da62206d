import type { ChatCompletion } from 'openai/resources/chat/completions';
import { PorrasError } from '../../../errors.ts';
import type { TokenUsage } from '../../../ports/language-model.ts';
import type { Answer } from '../judge-answer.ts';
import type { Call } from './call.ts';

/** `POST /chat/completions` */
export async function callChat(call: Call): Promise<Answer> {
  const { dialect, maxOutputTokens } = call;
  const completion = await call.client.chat.completions.create(
    {
      model: call.model,
      messages: [
        { role: 'system', content: call.instruction },
        { role: 'user', content: call.data },
      ],
      ...formatOf(call),
      ...(maxOutputTokens !== undefined && { [dialect.limit]: maxOutputTokens }),
      ...(call.temperature !== undefined && dialect.temperature && { temperature: call.temperature }),
      ...(call.reasoningEffort && dialect.reasoningEffort && { reasoning_effort: call.reasoningEffort }),
    },
    { signal: call.signal, headers: call.headers },
  );
  return readCompletion(completion);
}

function formatOf({ dialect, schema, schemaName }: Call) {
  if (dialect.format === 'text') return {};
  if (dialect.format === 'json_object') return { response_format: { type: 'json_object' as const } };
  const json_schema = { name: schemaName, strict: true, schema };
  return { response_format: { type: 'json_schema' as const, json_schema } };
}

/** Servers that only resemble OpenAI leave out what its types promise. */
function readCompletion(completion: Partial<ChatCompletion> | string): Answer {
  if (typeof completion !== 'object' || !Array.isArray(completion.choices))
    throw new PorrasError('model-garbled', 'the server answered with something that is no chat completion', {
      retryable: true,
    });
  const choice = completion.choices[0];
  const reason = choice?.finish_reason;
  return {
    text: choice?.message?.content ?? '',
    refusal: choice?.message?.refusal ?? null,
    ended: reason === 'length' ? 'truncated' : reason === 'content_filter' ? 'content-filter' : 'whole',
    usage: completion.usage ? readUsage(completion.usage) : null,
  };
}

const readUsage = (usage: NonNullable<ChatCompletion['usage']>): TokenUsage => ({
  tokensIn: usage.prompt_tokens ?? 0,
  cachedIn: usage.prompt_tokens_details?.cached_tokens ?? 0,
  tokensOut: usage.completion_tokens ?? 0,
  reasoning: usage.completion_tokens_details?.reasoning_tokens ?? 0,
});
