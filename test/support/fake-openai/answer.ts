import type { Brain } from './default-brain.ts';
import type { FakeRequest } from './fake-request.ts';
import type { Fault } from './fault.ts';
import { spoilValue } from './spoil-value.ts';

/** What is answered, before it is put into the words of an API. */
export interface FakeAnswer {
  text: string;
  refusal: string | null;
  ended: 'stop' | 'length' | 'content_filter';
  /** Whether there is a choice, or an output, at all. */
  choices: boolean;
  usage: { input: number; cached: number; output: number; reasoning: number } | null;
}

const CHARS_PER_TOKEN = 4;
const REASONING = 8;

/** The answer of a brain, with what a fault does to it. */
export async function makeAnswer(brain: Brain, request: FakeRequest, fault: Fault | null): Promise<FakeAnswer> {
  const kind = fault?.kind ?? null;
  const value = await brain(request);
  const whole = JSON.stringify(kind ? spoilValue(kind, value, request.schema) : value);
  const texts: Partial<Record<Fault['kind'], string>> = {
    truncated: whole.slice(0, Math.ceil(whole.length / 2)),
    'content-filter': whole.slice(0, Math.ceil(whole.length / 3)),
    'not-json': 'Sure! Here is what I think about it: all is well.',
    fenced: `<think>They want JSON.</think>\nHere it is:\n\`\`\`json\n${whole}\n\`\`\``,
    refusal: '',
    'empty-text': '',
    'empty-choices': '',
  };
  const text = (kind && texts[kind]) ?? whole;
  const refusal = kind === 'refusal' ? 'I cannot help with that.' : null;
  const tokens = (chars: number) => Math.ceil(chars / CHARS_PER_TOKEN);
  const input = tokens(request.instruction.length + request.data.length);
  return {
    text,
    refusal,
    ended: kind === 'truncated' ? 'length' : kind === 'content-filter' ? 'content_filter' : 'stop',
    choices: kind !== 'empty-choices',
    usage:
      kind === 'usage-missing'
        ? null
        : {
            input,
            cached: Math.floor(input / 2),
            output: tokens(text.length + (refusal ?? '').length) + REASONING,
            reasoning: REASONING,
          },
  };
}
