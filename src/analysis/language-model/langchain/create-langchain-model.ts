import type { ConfigurableModel } from 'langchain/chat_models/universal';
import { systemClock } from '../../../ports/clock.ts';
import type { LanguageModel, Reply, StructuredRequest } from '../../../ports/language-model.ts';
import { type Answer, judgeAnswer, NO_USAGE } from '../judge-answer.ts';
import { type Failure, isContentFilter, modelError, readFailure } from '../model-error.ts';
import { type JsonSchema, strictSchema, withSchema } from '../strict-schema.ts';
import { TASK_HEADER } from '../task-header.ts';
import { type LangchainSettings, providerOf } from './langchain-settings.ts';
import { loadChatModel } from './load-chat-model.ts';
import { readMessage } from './read-message.ts';
import { watchCall } from './watch-call.ts';

const DEFAULT_TIMEOUT_MS = 120_000;

/**
 * A model of any provider that langchain knows. Retries nothing. The shape is asked for as the one tool to call, which
 * every provider has; langchain's own structured output throws on a bad answer and loses what it cost.
 */
export function createLangchainModel(settings: LangchainSettings): LanguageModel {
  const { timeoutMs = DEFAULT_TIMEOUT_MS, keyName = 'the API key', apiKey, clock = systemClock } = settings;
  const models = new Map<number | undefined, Promise<ConfigurableModel>>();
  /** Whether the model can call tools; if not, the schema is told in words. */
  let tools = true;

  function load(maxOutputTokens: number | undefined): Promise<ConfigurableModel> {
    const loading = models.get(maxOutputTokens) ?? loadChatModel(settings, timeoutMs, maxOutputTokens);
    models.set(maxOutputTokens, loading);
    loading.catch(() => models.delete(maxOutputTokens));
    return loading;
  }

  async function ask(request: StructuredRequest<unknown>, schema: JsonSchema, signal: AbortSignal): Promise<Answer> {
    const model = await load(request.maxOutputTokens);
    const withTools = tools;
    const { callbacks, usage } = watchCall();
    const options = {
      signal,
      callbacks,
      ...(providerOf(settings).endsWith('openai') && { options: { headers: { [TASK_HEADER]: request.task } } }),
    };
    const instruction = withTools ? request.instruction : withSchema(request.instruction, schema);
    const messages: [string, string][] = [
      ['system', instruction],
      ['human', request.data],
    ];
    try {
      if (!withTools) return readMessage(await model.invoke(messages, options));
      const tool = { name: request.schemaName, description: 'Give the answer.', parameters: schema, strict: true };
      const bound = model.bindTools([{ type: 'function', function: tool }], { tool_choice: 'any' });
      return readMessage(await bound.invoke(messages, options));
    } catch (thrown) {
      const failure = readFailure(thrown);
      if (failure.status === 400 && isContentFilter(failure))
        return { text: '', refusal: null, ended: 'content-filter', usage: NO_USAGE };
      if (withTools && lacksTools(failure)) {
        tools = false;
        return ask(request, schema, signal);
      }
      // An answer without a choice makes langchain stumble, but what it cost is known.
      const spent = usage();
      if (spent) return { text: '', refusal: null, ended: 'whole', usage: spent };
      throw thrown;
    }
  }

  return {
    describe: () => settings.model,
    async structured<T>(request: StructuredRequest<T>): Promise<Reply<T>> {
      const schema = await strictSchema(request.schema, request.schemaName);
      const deadline = AbortSignal.timeout(timeoutMs);
      try {
        const signal = request.signal ? AbortSignal.any([request.signal, deadline]) : deadline;
        return judgeAnswer(await ask(request, schema, signal), request);
      } catch (thrown) {
        throw modelError(thrown, {
          model: settings.model,
          keyName,
          secrets: apiKey ? [apiKey] : [],
          data: request.data,
          now: clock.now(),
          aborted: request.signal?.aborted ?? false,
          late: deadline.aborted,
        });
      }
    },
  };
}

const lacksTools = ({ status, words }: Failure): boolean =>
  status !== null && status < 500 && /\btool|function.?call/i.test(words) && /not|unsupported|n't/i.test(words);
