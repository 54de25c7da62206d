import type { IncomingHttpHeaders } from 'node:http';

export type JsonSchema = Record<string, unknown>;

/** A request as it came, whichever API and way of asking for JSON it used. */
export interface FakeRequest {
  api: 'chat' | 'responses';
  /** From the header `x-porras-task`, else the schema's name, else `unnamed`. */
  task: string;
  model: string;
  /** All that system, developer and `instructions` say. */
  instruction: string;
  /** All that the user says. */
  data: string;
  schemaName: string | null;
  /** As it was enforced, or told in the instruction. */
  schema: JsonSchema | null;
  format: 'json_schema' | 'json_object' | 'tool' | 'text';
  stream: boolean;
  maxOutputTokens: number | null;
  headers: IncomingHttpHeaders;
  path: string;
  body: Record<string, unknown>;
}

type Loose = Record<string, unknown>;
const record = (value: unknown): Loose => (typeof value === 'object' && value !== null ? (value as Loose) : {});
const list = (value: unknown): Loose[] => (Array.isArray(value) ? value.map(record) : []);
const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

export function readRequest(path: string, headers: IncomingHttpHeaders, body: Loose): FakeRequest {
  const api = path.endsWith('/responses') ? 'responses' : 'chat';
  const messages = list(api === 'chat' ? body['messages'] : body['input']);
  const said = (roles: string[]) =>
    messages.filter(({ role }) => roles.includes(String(role))).map(({ content }) => contentOf(content));
  const instruction = [text(body['instructions']), ...said(['system', 'developer'])].filter(Boolean).join('\n');
  const data = (text(body['input']) ? [text(body['input'])] : said(['user'])).join('\n');
  const shape = shapeOf(api, body);
  const limit = body['max_output_tokens'] ?? body['max_completion_tokens'] ?? body['max_tokens'];
  return {
    api,
    task: text(headers['x-porras-task']) ?? shape.schemaName ?? 'unnamed',
    model: text(body['model']) ?? '',
    instruction,
    data,
    ...shape,
    schema: shape.schema ?? toldSchema(instruction),
    stream: body['stream'] === true,
    maxOutputTokens: typeof limit === 'number' ? limit : null,
    headers,
    path,
    body,
  };
}

const contentOf = (content: unknown): string =>
  text(content) ??
  list(content)
    .map((part) => text(part['text']) ?? '')
    .join('');

function shapeOf(api: FakeRequest['api'], body: Loose): Pick<FakeRequest, 'format' | 'schema' | 'schemaName'> {
  const tool = list(body['tools'])[0];
  if (tool) {
    const { name, parameters } = api === 'chat' ? record(tool['function']) : tool;
    return { format: 'tool', schemaName: text(name), schema: record(parameters) };
  }
  const format = record(api === 'chat' ? body['response_format'] : record(body['text'])['format']);
  if (format['type'] === 'json_object') return { format: 'json_object', schemaName: null, schema: null };
  if (format['type'] !== 'json_schema') return { format: 'text', schemaName: null, schema: null };
  const { name, schema } = api === 'chat' ? record(format['json_schema']) : format;
  return { format: 'json_schema', schemaName: text(name), schema: record(schema) };
}

/** The last line of an instruction that is a JSON object. */
function toldSchema(instruction: string): JsonSchema | null {
  for (const line of instruction.split('\n').reverse()) {
    if (!line.startsWith('{')) continue;
    try {
      return record(JSON.parse(line));
    } catch {
      return null;
    }
  }
  return null;
}
