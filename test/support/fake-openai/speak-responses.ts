import type { FakeAnswer } from './answer.ts';
import type { FakeRequest } from './fake-request.ts';

/** A response, as https://platform.openai.com/docs/api-reference/responses describes it. */
export function responseOf(answer: FakeAnswer, request: FakeRequest, id: string): Record<string, unknown> {
  const incomplete = answer.ended !== 'stop';
  return {
    id: `resp_${id}`,
    object: 'response',
    created_at: 1_750_000_000,
    model: request.model,
    status: incomplete ? 'incomplete' : 'completed',
    error: null,
    incomplete_details: incomplete
      ? { reason: answer.ended === 'length' ? 'max_output_tokens' : 'content_filter' }
      : null,
    output: answer.choices ? [itemOf(answer, request, id, incomplete)] : [],
    parallel_tool_calls: true,
    tools: [],
    metadata: {},
    ...(answer.usage && { usage: usageOf(answer.usage) }),
  };
}

/** The same as a stream of events; the last one holds it whole, with usage. */
export function responseEvents(answer: FakeAnswer, request: FakeRequest, id: string): Record<string, unknown>[] {
  const response = responseOf(answer, request, id);
  const { usage: _, ...begun } = response;
  const at = { item_id: `msg_${id}`, output_index: 0, content_index: 0 };
  const asTool = request.format === 'tool' && !answer.refusal;
  const kind = answer.refusal ? 'refusal' : asTool ? 'function_call_arguments' : 'output_text';
  const pieces = (answer.refusal ?? answer.text).match(/[\s\S]{1,20}/g) ?? [];
  const item = itemOf(answer, request, id, false);
  const events = [
    { type: 'response.created', response: { ...begun, status: 'in_progress', output: [] } },
    ...(answer.choices
      ? [
          { type: 'response.output_item.added', output_index: 0, item: { ...item, status: 'in_progress' } },
          ...pieces.map((delta) => ({ type: `response.${kind}.delta`, ...at, delta })),
          { type: 'response.output_item.done', output_index: 0, item },
        ]
      : []),
    { type: answer.ended === 'stop' ? 'response.completed' : 'response.incomplete', response },
  ];
  return events.map((event, sequence_number) => ({ ...event, sequence_number }));
}

function itemOf(answer: FakeAnswer, request: FakeRequest, id: string, incomplete: boolean): Record<string, unknown> {
  const status = incomplete ? 'incomplete' : 'completed';
  if (request.format === 'tool' && !answer.refusal && answer.text)
    return {
      type: 'function_call',
      id: `fc_${id}`,
      call_id: 'call_1',
      name: request.schemaName,
      arguments: answer.text,
      status,
    };
  const part = answer.refusal
    ? { type: 'refusal', refusal: answer.refusal }
    : { type: 'output_text', text: answer.text, annotations: [] };
  return { type: 'message', id: `msg_${id}`, role: 'assistant', status, content: [part] };
}

const usageOf = ({ input, cached, output, reasoning }: NonNullable<FakeAnswer['usage']>) => ({
  input_tokens: input,
  input_tokens_details: { cached_tokens: cached },
  output_tokens: output,
  output_tokens_details: { reasoning_tokens: reasoning },
  total_tokens: input + output,
});
