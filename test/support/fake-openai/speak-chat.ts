import type { FakeAnswer } from './answer.ts';
import type { FakeRequest } from './fake-request.ts';

/** A chat completion, as https://platform.openai.com/docs/api-reference/chat describes it. */
export function chatCompletion(answer: FakeAnswer, request: FakeRequest, id: string): Record<string, unknown> {
  const message =
    request.format === 'tool' && !answer.refusal && answer.text ? called(answer, request) : spoken(answer);
  return {
    ...head(request, id, 'chat.completion'),
    choices: answer.choices ? [{ index: 0, message, logprobs: null, finish_reason: finish(answer, request) }] : [],
    ...(answer.usage && { usage: usageOf(answer.usage) }),
  };
}

/** The same as a stream of events; usage comes last and only if asked for. */
export function chatChunks(answer: FakeAnswer, request: FakeRequest, id: string): Record<string, unknown>[] {
  const chunk = (delta: unknown, finish_reason: string | null = null) => ({
    ...head(request, id, 'chat.completion.chunk'),
    choices: [{ index: 0, delta, logprobs: null, finish_reason }],
  });
  const call = (part: unknown) => ({ tool_calls: [{ index: 0, ...(part as object) }] });
  const pieces = answer.text.match(/[\s\S]{1,20}/g) ?? [];
  const asTool = request.format === 'tool' && !answer.refusal;
  const options = request.body['stream_options'] as { include_usage?: boolean } | undefined;
  return [
    ...(answer.choices
      ? [
          chunk({ role: 'assistant', content: asTool ? null : '' }),
          ...(asTool
            ? [chunk(call({ id: 'call_1', type: 'function', function: { name: request.schemaName, arguments: '' } }))]
            : []),
          ...(answer.refusal ? [chunk({ refusal: answer.refusal })] : []),
          ...pieces.map((piece) => chunk(asTool ? call({ function: { arguments: piece } }) : { content: piece })),
          chunk({}, finish(answer, request)),
        ]
      : []),
    ...(answer.usage && options?.include_usage
      ? [{ ...head(request, id, 'chat.completion.chunk'), choices: [], usage: usageOf(answer.usage) }]
      : []),
  ];
}

const head = (request: FakeRequest, id: string, object: string) => ({
  id: `chatcmpl-${id}`,
  object,
  created: 1_750_000_000,
  model: request.model,
});

const spoken = ({ text, refusal }: FakeAnswer) => ({ role: 'assistant', content: refusal ? null : text, refusal });

const called = ({ text }: FakeAnswer, { schemaName }: FakeRequest) => ({
  role: 'assistant',
  content: null,
  refusal: null,
  tool_calls: [{ id: 'call_1', type: 'function', function: { name: schemaName, arguments: text } }],
});

const finish = ({ ended, refusal }: FakeAnswer, { format }: FakeRequest): string =>
  ended === 'stop' && format === 'tool' && !refusal ? 'tool_calls' : ended;

const usageOf = ({ input, cached, output, reasoning }: NonNullable<FakeAnswer['usage']>) => ({
  prompt_tokens: input,
  completion_tokens: output,
  total_tokens: input + output,
  prompt_tokens_details: { cached_tokens: cached, audio_tokens: 0 },
  completion_tokens_details: { reasoning_tokens: reasoning, audio_tokens: 0 },
});
