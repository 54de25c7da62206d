import {
  createMemoryChatLog,
  createWebPlatform,
  type WebPlatform,
  type WebPlatformOptions,
} from '../../../adapters/web/index.ts';
import type { Act } from '../../../adapters/web/parse-event.ts';
import type { MessageView } from '../../../adapters/web/view-for.ts';
import type { Form } from '../../../src/domain/message.ts';
import { type RunningServer, startServer } from '../../../src/http/server.ts';
import type { Hands, Harness } from '../../contract/chat-platform-harness.ts';

export const PEOPLE = [
  { id: 'maija', name: 'Maija', role: 'specialist' as const, unit: 'Records', lang: 'fi' as const },
  { id: 'pekka', name: 'Pekka', role: 'supervisor' as const, unit: 'Finance', lang: 'fi' as const },
  { id: 'åsa, too', name: 'Åsa', role: 'specialist' as const, unit: null, lang: 'sv' as const },
];

type Draft<A = Act> = A extends Act ? Omit<A, 'id' | 'as'> : never;

export interface WebHarness extends Harness {
  platform: WebPlatform;
  server: RunningServer;
  /** Does something as a person and gives the whole answer. */
  act(person: string, draft: Draft, id?: string): Promise<Response>;
  get<T>(path: string): Promise<T>;
}

const randomId = (): string => crypto.randomUUID();

/** A web chat behind a real server, driven through its JSON API as the page drives it. */
export async function makeWebHarness(options: Partial<WebPlatformOptions> = {}): Promise<WebHarness> {
  const platform = createWebPlatform({
    log: createMemoryChatLog(),
    people: PEOPLE,
    channels: [{ id: 'kitchen', name: 'Kitchen' }],
    ...options,
  });
  const server = await startServer({ port: 0, routes: [platform.routes], graceMs: 0 });
  const { people, channels } = await get<{
    people: { address: string; name: string }[];
    channels: { address: string; name: string }[];
  }>('/api/workspace');
  const [maija, pekka, åsa] = people.map(({ address, name }) => ({ address, name, isBot: false }));
  const [channel] = channels;
  if (!maija || !pekka || !åsa || !channel) throw new Error('three people and a channel are needed');
  let failed: Act[] = [];

  async function get<T>(path: string): Promise<T> {
    const response = await fetch(server.url + path);
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }

  async function send(act: Act): Promise<Response> {
    const body = JSON.stringify(act);
    const response = await fetch(`${server.url}/api/acts`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body,
    });
    failed = failed.filter((it) => it.id !== act.id);
    if (response.status === 503) failed.push(act);
    return response;
  }

  const act = (person: string, draft: Draft, id = randomId()): Promise<Response> =>
    send({ ...draft, id, as: person } as Act);
  const privateOf = (person: string): string => person.replace('web:person/', 'web:private/');

  return {
    platform,
    server,
    act,
    get,
    workspaceId: platform.workspaceId,
    channel: channel.address,
    channelName: channel.name,
    people: [maija, pekka, åsa],
    asPerson(person): Hands {
      const does = async (draft: Draft): Promise<boolean> => (await act(person, draft)).ok;
      const conversation = channel.address;
      return {
        post: (
          text,
          { threadRef = null, private: isPrivate = false }: { threadRef?: string | null; private?: boolean } = {},
        ) =>
          does({ type: 'post', conversation: isPrivate ? privateOf(person) : conversation, thread: threadRef, text }),
        edit: (ref, text) => does({ type: 'edit', ref, text }),
        delete: (ref) => does({ type: 'delete', ref }),
        react: (ref, emoji) => does({ type: 'react', ref, emoji, on: true }),
        unreact: (ref, emoji) => does({ type: 'react', ref, emoji, on: false }),
        press: (ref, { action, value }) => does({ type: 'press', ref, action, value }),
        async submit(answers) {
          const { open } = await get<{ open: { conversation: string; form: Form } }>(
            `/api/form?as=${encodeURIComponent(person)}`,
          );
          const { id: formId, context } = open.form;
          return does({ type: 'submit', formId, context, conversation: open.conversation, answers });
        },
        command: (text) => does({ type: 'command', conversation, text }),
        join: () => does({ type: 'membership', conversation, joined: true }),
        leave: () => does({ type: 'membership', conversation, joined: false }),
        openHome: () => does({ type: 'home' }),
      };
    },
    async visibleTo(person) {
      const read = async (conversation: string): Promise<MessageView[]> => {
        const query = new URLSearchParams({ as: person, conversation });
        return (await get<{ messages: MessageView[] }>(`/api/messages?${query}`)).messages;
      };
      const views = [...(await read(channel.address)), ...(await read(privateOf(person)))];
      return Promise.all(
        views
          .filter((it) => it.kind === 'message' && !it.deleted)
          .map(async (it) => ({
            ref: it.ref,
            conversation: it.conversation,
            private: it.conversation !== channel.address,
            threadRef: it.thread,
            by: it.author,
            text: it.text,
            choices: it.choices,
            picture: it.picture ? new Uint8Array(await (await fetch(server.url + it.picture.url)).arrayBuffer()) : null,
            reactions: it.reactions,
          })),
      );
    },
    async formFor(person) {
      const { open } = await get<{ open: { form: Form } | null }>(`/api/form?as=${encodeURIComponent(person)}`);
      return open?.form ?? null;
    },
    async redeliver() {
      for (const act of failed) await send(act);
    },
    close: () => server.stop(),
  };
}
