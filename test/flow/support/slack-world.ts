import { createSlackPlatform } from '../../../adapters/slack/index.ts';
import { loadParts } from '../../../src/assemble-flow.ts';
import type { Flow } from '../../../src/flow/context.ts';
import { receiveEvent } from '../../../src/flow/receive-event.ts';
import { startServer } from '../../../src/http/server.ts';
import type { ChatPlatform } from '../../../src/ports/chat-platform.ts';
import type { Clock } from '../../../src/ports/clock.ts';
import type { Store } from '../../../src/ports/store.ts';
import { createVirtualWorld, type VirtualWorld } from '../../../src/replay/virtual-world.ts';
import { type Slack, startSlack } from '../../support/slack/start-slack.ts';
import { local } from '../world.ts';
import { localeOf, type PlaceSeed } from './slack-places.ts';

export interface SlackWorld extends VirtualWorld {
  slack: Slack;
  /** What went wrong without stopping anything, and what people were refused: codes. */
  warnings: string[];
  /** What an operator of the adapter was told. */
  logged: string[];
  /** Moves to a local time, running what falls due. */
  until(at: string): Promise<void>;
  /** Runs what is due now. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

const PUBLIC_URL = 'https://porras.example.com';

/** Another platform of the same Porras; whoever makes it starts and stops it. */
export type Beside = (around: { clock: Clock; store: Store }) => ChatPlatform;

/**
 * The whole of Porras on a virtual clock, before a Slack over HTTP, installed in each workspace by its own pages.
 *
 * @param withheld scopes that a workspace does not grant, by its id
 */
export async function openSlackWorld(
  places: readonly PlaceSeed[],
  begins: string,
  beside?: Beside,
  withheld: Readonly<Record<string, readonly string[]>> = {},
): Promise<SlackWorld> {
  const parts = await loadParts();
  const startsAt = local(begins);
  let world: VirtualWorld | null = null;
  const clock = { now: () => world?.clock.now() ?? startsAt };
  const slack = await startSlack({ clock, teams: places.map(teamOf) });
  const warnings: string[] = [];
  const logged: string[] = [];
  const made: ReturnType<typeof createSlackPlatform>[] = [];
  const platforms = new Map<string, ChatPlatform>();
  world = createVirtualWorld({
    parts,
    startsAt,
    platform: ({ clock: virtual, store }) => {
      const platform = createSlackPlatform({
        store,
        clock: virtual,
        log: (what, ids) => logged.push(`${what} ${JSON.stringify(ids)}`),
        // Slack's limits pass on the virtual clock too, so that nobody waits for them.
        timer: {
          now: () => clock.now().getTime(),
          sleep: async (ms) => world?.clock.moveTo(new Date(clock.now().getTime() + ms)),
        },
        config: {
          signingSecret: slack.app.signingSecret,
          botToken: null,
          appToken: null,
          publicUrl: PUBLIC_URL,
          apiUrl: slack.apiUrl,
          oauth: {
            clientId: slack.app.clientId,
            clientSecret: slack.app.clientSecret,
            stateSecret: 'a secret for the state',
            secretKeys: ['a secret that is long enough to seal tokens'],
          },
        },
      });
      made.push(platform);
      for (const each of [platform, ...(beside ? [beside({ clock: virtual, store })] : [])])
        platforms.set(each.name, each);
      return platform;
    },
    flow: { platforms, warn: (what, ids) => warnings.push(`${what} ${JSON.stringify(ids)}`) } satisfies Partial<Flow>,
  });
  const [platform] = made;
  if (!platform) throw new Error('no platform was made');
  const server = await startServer({ port: 0, routes: [platform.routes] });
  await platform.start(receiveEvent(world.flow));
  await slack.connectHttp({ url: `${server.url}/slack/events` });
  for (const { team } of places) await install(slack, server.url, team, withheld[team] ?? []);
  const { queue } = world;
  return {
    ...world,
    slack,
    warnings,
    logged,
    until: (at) => queue.advanceTo(local(at)),
    settle: () => queue.advanceTo(clock.now()),
    async close() {
      await platform.stop();
      await server.stop();
      await slack.close();
    },
  };
}

const teamOf = ({ team, name, people, channel, besides }: PlaceSeed) => ({
  id: team,
  name,
  installed: false,
  users: people.map((each) => ({ name: each.name, real_name: each.real, locale: localeOf(each.lang) })),
  channels: [{ name: channel }, { name: besides }],
});

/** Somebody goes through the pages of the installation in their browser. */
async function install(slack: Slack, url: string, team: string, withheld: readonly string[]): Promise<void> {
  const begun = await fetch(`${url}/slack/install`, { redirect: 'manual' });
  const cookie = begun.headers.get('set-cookie')?.split(';')[0] ?? '';
  const asked = new URL(begun.headers.get('location') ?? '');
  const scopes = (asked.searchParams.get('scope') ?? '').split(',').filter((each) => !withheld.includes(each));
  asked.searchParams.set('scope', scopes.join(','));
  const back = new URL(slack.consent(asked.href, { team }));
  const answer = await fetch(`${url}${back.pathname}${back.search}`, { redirect: 'manual', headers: { cookie } });
  if (answer.status !== 200) throw new Error(`could not install Porras in ${team}: ${answer.status}`);
}
