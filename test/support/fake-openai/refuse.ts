import type { FakeRequest } from './fake-request.ts';
import type { Fault, FaultKind } from './fault.ts';

/** A refusal as OpenAI and its like word it. */
export interface Refusal {
  status: number;
  type: string;
  code: string | null;
  message: string;
}

export const REFUSALS: Partial<Record<FaultKind, Refusal>> = {
  'rate-limited': refusal(429, 'requests', 'rate_limit_exceeded', 'Rate limit reached for requests per min.'),
  'out-of-quota': refusal(
    429,
    'insufficient_quota',
    'insufficient_quota',
    'You exceeded your current quota, please check your plan and billing details.',
  ),
  failing: refusal(500, 'server_error', null, 'The server had an error while processing your request.'),
  overloaded: refusal(503, 'server_error', null, 'The engine is currently overloaded.'),
  'wrong-key': refusal(401, 'invalid_request_error', 'invalid_api_key', 'Incorrect API key provided.'),
  forbidden: refusal(403, 'invalid_request_error', null, 'Project does not have access to the model.'),
  'unknown-model': refusal(
    404,
    'invalid_request_error',
    'model_not_found',
    'The model does not exist or you do not have access to it.',
  ),
  'bad-request': refusal(400, 'invalid_request_error', null, "Invalid value for 'messages'."),
  'too-long': refusal(
    400,
    'invalid_request_error',
    'context_length_exceeded',
    "This model's maximum context length is 8192 tokens.",
  ),
  'prompt-filtered': refusal(
    400,
    'invalid_request_error',
    'content_filter',
    'The prompt triggered the content management policy.',
  ),
};

/** What the server can do; what it cannot it refuses with 400, or 404 for a whole API. */
export interface Abilities {
  jsonSchema: boolean;
  jsonObject: boolean;
  tools: boolean;
  responses: boolean;
  /** Names of parameters that it refuses, such as `temperature`. */
  refusedParams: string[];
  /** Takes `json_schema` and does nothing with it: without a schema in the instruction the answer is prose. */
  ignoresSchema: boolean;
}

export const ALL_ABILITIES: Abilities = {
  jsonSchema: true,
  jsonObject: true,
  tools: true,
  responses: true,
  refusedParams: [],
  ignoresSchema: false,
};

/** Why the server cannot take this request, if so. */
export function lack(request: FakeRequest, abilities: Abilities): Refusal | null {
  const param = abilities.refusedParams.find((name) => name in request.body);
  if (param) {
    const instead = param === 'max_tokens' ? " Use 'max_completion_tokens' instead." : '';
    return refusal(
      400,
      'invalid_request_error',
      'unsupported_parameter',
      `Unsupported parameter: '${param}' is not supported with this model.${instead}`,
    );
  }
  if (request.api === 'responses' && !abilities.responses) return refusal(404, 'not_found', null, 'Not Found');
  if (request.format === 'tool' && !abilities.tools)
    return refusal(400, 'api_error', null, `${request.model} does not support tools`);
  if (request.format === 'json_schema' && !abilities.jsonSchema)
    return refusal(400, 'invalid_request_error', null, 'This response_format type json_schema is unavailable now');
  if (request.format === 'json_object' && !abilities.jsonObject)
    return refusal(400, 'invalid_request_error', null, "'response_format.type' must be 'json_schema' or 'text'");
  return null;
}

export function refusal(status: number, type: string, code: string | null, message: string): Refusal {
  return { status, type, code, message };
}

export const headersOf = (fault: Fault): Record<string, string> =>
  fault.retryAfter === undefined ? {} : { 'retry-after': fault.retryAfter };
