import { channelAddress, personAddress } from '../../../adapters/teams/address.ts';
import { createTransport } from '../../../adapters/teams/client.ts';
import {
  createOutbound,
  type Outbound,
  type OutboundOptions,
  TEAMS_CAPABILITIES,
} from '../../../adapters/teams/outbound.ts';
import type { PaceTimer } from '../../../adapters/teams/pace.ts';
import { createStoredParts } from '../../../adapters/teams/stored-parts.ts';
import { createReferences } from '../../../adapters/teams/references.ts';
import type { TeamsTransport } from '../../../adapters/teams/transport.ts';
import type { Message } from '../../../src/domain/message.ts';
import type { Outgoing } from '../../../src/ports/chat-platform.ts';
import { createMemoryStore } from '../../../src/store/memory-store.ts';
import type { SeenMessage } from './see.ts';
import { startTeams, type Teams, type TeamsOptions } from './start-teams.ts';
import { found } from './world.ts';

export const GENERAL = '19:kehitys-general@thread.tacv2';
export const IDEAS = '19:kehitys-ideat@thread.tacv2';
export const GROUP = '19:ryhma@thread.v2';

export interface OutboundWorld {
  teams: Teams;
  outbound: Outbound;
  /** A process that has just been started: it remembers nothing but what is stored. */
  restart(): Outbound;
  channel(conversation?: string): string;
  person(key: string): string;
  /** Messages of Porras in a conversation, oldest first. */
  said(conversation?: string): SeenMessage[];
  /** Those that it wrote to a person in private. */
  toldTo(key: string): SeenMessage[];
  pass(ms: number): void;
  waited(): number;
  close(): Promise<void>;
}

export interface OutboundWorldOptions extends TeamsOptions, Pick<OutboundOptions, 'openDialog' | 'fit'> {
  wrap?: (transport: TeamsTransport) => TeamsTransport;
}

/** Porras's outbound half over its own client, and a Teams that has told it of its conversations. Time passes where it is waited for. */
export async function openWorld(options: OutboundWorldOptions = {}): Promise<OutboundWorld> {
  const { wrap = (transport) => transport, openDialog, fit, ...seed } = options;
  let now = Date.parse('2026-03-02T08:00:00Z');
  let waited = 0;
  const clock = { now: () => new Date(now) };
  const timer: PaceTimer = {
    now: () => now,
    random: () => 0,
    async sleep(ms) {
      now += ms;
      waited += ms;
    },
  };
  const teams = await startTeams({ now: clock.now, ...seed });
  const { world, serviceUrl } = teams;
  const { tenantId } = world;
  const store = createMemoryStore();
  const references = createReferences(store.conversations, clock);
  for (const { id, name } of world.conversations.values())
    await references.keep({ id: channelAddress(tenantId, id), serviceUrl, tenantId, conversationId: id, name });
  const transport = wrap(
    createTransport({
      appId: null,
      appPassword: null,
      appType: 'MultiTenant',
      tenantId: null,
      openForDevelopment: true,
      publicUrl: null,
    }),
  );
  const restart = (): Outbound =>
    createOutbound({
      parts: createStoredParts(store.messageParts),
      transport,
      references,
      timer,
      capabilities: () => TEAMS_CAPABILITIES,
      ...(openDialog && { openDialog }),
      ...(fit && { fit }),
    });
  const said = (conversation = GENERAL) => teams.messages(conversation).filter((each) => each.from === null);
  return {
    teams,
    outbound: restart(),
    restart,
    said,
    toldTo: (key) => said(teams.admin.personal(key).id),
    channel: (conversation = GENERAL) => channelAddress(tenantId, conversation),
    person: (key) => personAddress(tenantId, found(world.people, key, 'person').aadObjectId),
    pass: (ms) => void (now += ms),
    waited: () => waited,
    close: () => teams.close(),
  };
}

export const say = (markdown: string, key: string, more: Partial<Message> = {}): Outgoing => ({
  message: { text: markdown, markdown, lang: 'en', ...more },
  picture: null,
  key,
});

/** Numbered paragraphs that take several messages of Teams's. */
export const longText = (name = 'kohta'): string =>
  Array.from({ length: 40 }, (_, index) => `${name} ${index}: ${'ja lause '.repeat(200).trim()}.`).join('\n\n');
