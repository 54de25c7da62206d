import type { CallbackHandlerMethods } from '@langchain/core/callbacks/base';
import type { TokenUsage } from '../../../ports/language-model.ts';
import { readUsage } from './read-message.ts';

/**
 * Callbacks of one call: what it cost, also where langchain then throws. The name is that of langchain's own tracer,
 * which is therefore not added: with LANGSMITH_TRACING in the environment it would send every prompt to a third party.
 */
export function watchCall(): {
  callbacks: (CallbackHandlerMethods & { name: string })[];
  usage: () => TokenUsage | null;
} {
  let spent: TokenUsage | null = null;
  const handler = {
    name: 'langchain_tracer',
    awaitHandlers: true,
    handleLLMEnd(output: { llmOutput?: Record<string, unknown> }) {
      const usage = output.llmOutput?.['tokenUsage'] as
        | { promptTokens?: number; completionTokens?: number }
        | undefined;
      const { promptTokens, completionTokens } = usage ?? {};
      spent = readUsage({
        ...(promptTokens !== undefined && { input_tokens: promptTokens }),
        ...(completionTokens !== undefined && { output_tokens: completionTokens }),
      });
    },
  };
  return { callbacks: [handler], usage: () => spent };
}
