import { systemClock } from '../../../ports/clock.ts';
import type { LanguageModel, Reply, StructuredRequest } from '../../../ports/language-model.ts';
import { type Answer, judgeAnswer, NO_USAGE } from '../judge-answer.ts';
import { isContentFilter, modelError, readFailure } from '../model-error.ts';
import { strictSchema, withSchema } from '../strict-schema.ts';
import { TASK_HEADER } from '../task-header.ts';
import type { Call } from './call.ts';
import { callChat } from './call-chat.ts';
import { callResponses } from './call-responses.ts';
import { type Dialect, learn } from './dialect.ts';
import { loadOpenAiClient } from './openai-client.ts';
import {
  apiOf,
  checkSettings,
  DEFAULT_TIMEOUT_MS,
  describeSettings,
  isOpenAi,
  type OpenAiSettings,
} from './openai-settings.ts';

/** After this many answers in a row that break a schema which the server had accepted, the model is told it in words. */
const IGNORED_TWICE = 2;
/** As many as there are things to learn; a server that refuses every word teaches nothing. */
const MAX_LESSONS = 6;

/** A model of OpenAI, Azure OpenAI, or any server that speaks like them. Retries nothing. */
export function createOpenAiModel(settings: OpenAiSettings): LanguageModel {
  const { timeoutMs = DEFAULT_TIMEOUT_MS, keyName = 'OPENAI_API_KEY', apiKey, clock = systemClock } = settings;
  checkSettings(settings);
  let client: ReturnType<typeof loadOpenAiClient> | undefined;
  const name = describeSettings(settings);
  const send = apiOf(settings) === 'responses' ? callResponses : callChat;
  let dialect: Dialect = {
    format: 'json_schema',
    tellSchema: false,
    limit: isOpenAi(settings) || settings.azure ? 'max_completion_tokens' : 'max_tokens',
    temperature: true,
    reasoningEffort: true,
  };
  let ignored = 0;

  /** Sends, and again in other words for as long as the server refuses the words. */
  async function ask(call: Omit<Call, 'dialect' | 'client'>): Promise<Answer> {
    client ??= loadOpenAiClient(settings, timeoutMs);
    for (let lessons = 0; ; lessons += 1) {
      const tried = dialect;
      try {
        const instruction = tried.tellSchema ? withSchema(call.instruction, call.schema) : call.instruction;
        return await send({ ...call, client: await client, dialect: tried, instruction });
      } catch (thrown) {
        const failure = readFailure(thrown);
        if (failure.status === 400 && isContentFilter(failure))
          return { text: '', refusal: null, ended: 'content-filter', usage: NO_USAGE };
        const learned = learn(tried, failure);
        if (!learned || lessons === MAX_LESSONS) throw thrown;
        // Another call may have learned meanwhile.
        if (dialect === tried) dialect = learned;
      }
    }
  }

  function notice(reply: Reply<unknown>): void {
    if (reply.kind === 'value') ignored = 0;
    else if (reply.kind === 'invalid' && (reply.code === 'not-json' || reply.code === 'wrong-schema')) ignored += 1;
    if (ignored >= IGNORED_TWICE && !isOpenAi(settings)) dialect = { ...dialect, tellSchema: true };
  }

  return {
    describe: () => name,
    async structured<T>(request: StructuredRequest<T>): Promise<Reply<T>> {
      const schema = await strictSchema(request.schema, request.schemaName);
      const deadline = AbortSignal.timeout(timeoutMs);
      try {
        const answer = await ask({
          model: settings.azure?.deployment ?? settings.model,
          instruction: request.instruction,
          data: request.data,
          schema,
          schemaName: request.schemaName,
          maxOutputTokens: request.maxOutputTokens,
          temperature: settings.temperature,
          reasoningEffort: settings.reasoningEffort,
          signal: request.signal ? AbortSignal.any([request.signal, deadline]) : deadline,
          headers: { [TASK_HEADER]: request.task },
        });
        const reply = judgeAnswer(answer, request);
        notice(reply);
        return reply;
      } catch (thrown) {
        throw modelError(thrown, {
          model: name,
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
