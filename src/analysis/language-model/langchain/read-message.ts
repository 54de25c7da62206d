import type { AIMessageChunk, UsageMetadata } from '@langchain/core/messages';
import type { TokenUsage } from '../../../ports/language-model.ts';
import type { Answer } from '../judge-answer.ts';

/** What providers say when an answer ended at the limit, or was stopped. */
const TRUNCATED = /^(?:length|max_tokens|max_output_tokens|MAX_TOKENS|model_length|model_context_window_exceeded)$/;
const FILTERED =
  /^(?:content_filter|SAFETY|RECITATION|BLOCKLIST|PROHIBITED_CONTENT|SPII|content_filtered|guardrail_intervened)$/;
const DECLINED = 'refusal';

type Loose = Record<string, unknown>;
const record = (value: unknown): Loose => (typeof value === 'object' && value !== null ? (value as Loose) : {});
const first = (value: unknown): Loose => record(Array.isArray(value) ? value[0] : undefined);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** An answer from a message of any provider's: the call of the one tool, else its words. */
export function readMessage(message: AIMessageChunk): Answer {
  const call = message.tool_calls?.[0];
  const broken = message.invalid_tool_calls?.[0];
  const reason = reasonOf(message);
  const raw = first(record(record(message.additional_kwargs)['__raw_response'])['choices']);
  const refusal = text(record(raw['message'])['refusal']) || text(record(message.additional_kwargs)['refusal']);
  return {
    text: call ? JSON.stringify(call.args) : (broken?.args ?? message.text),
    refusal: refusal || (reason === DECLINED ? message.text || 'declined' : null),
    ended: TRUNCATED.test(reason) ? 'truncated' : FILTERED.test(reason) ? 'content-filter' : 'whole',
    usage: readUsage(message.usage_metadata),
  };
}

function reasonOf({ response_metadata, additional_kwargs }: AIMessageChunk): string {
  const said = record(response_metadata);
  const raw = first(record(record(additional_kwargs)['__raw_response'])['choices']);
  const incomplete = record(said['incomplete_details'])['reason'];
  return (
    text(incomplete) ||
    ['finish_reason', 'finishReason', 'stop_reason', 'stopReason', 'done_reason']
      .map((key) => text(said[key]))
      .find(Boolean) ||
    text(raw['finish_reason'])
  );
}

/** Null when the provider did not say. */
export function readUsage(usage: Partial<UsageMetadata> | undefined): TokenUsage | null {
  // Where the server says nothing, langchain says zero.
  if (!usage?.input_tokens && !usage?.output_tokens) return null;
  return {
    tokensIn: usage.input_tokens ?? 0,
    cachedIn: usage.input_token_details?.cache_read ?? 0,
    tokensOut: usage.output_tokens ?? 0,
    reasoning: usage.output_token_details?.reasoning ?? 0,
  };
}
