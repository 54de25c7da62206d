import { afterEach, describe, expect, it } from 'vitest';
import { failedPage, installedPage } from '../../../adapters/slack/install-pages.ts';
import { createVirtualClock } from '../../../src/jobs/virtual-clock.ts';
import { startWorld, type World, type WorldOptions } from './inbound-world.ts';

const CHANNELS = [{ name: 'kehitys' }];
const TEAMS: NonNullable<WorldOptions['teams']> = [
  { id: 'T1', name: 'Kaupunki', channels: [{ ...CHANNELS[0]!, id: 'C1' }], installed: false },
  { id: 'T2', name: 'Stad & <b>land</b>', channels: [{ ...CHANNELS[0]!, id: 'C2' }], installed: false },
];

const open: World[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((world) => world.close()));
});

async function begin(options: WorldOptions = {}): Promise<World> {
  const world = await startWorld({ teams: TEAMS, many: true, ...options });
  open.push(world);
  return world;
}

interface Browser {
  /** Of the state, as the browser sends it back. */
  cookie: string;
  consentUrl: string;
}

/** Somebody follows the link to install Porras, as far as Slack's page. */
async function begins({ server }: World): Promise<Browser> {
  const answer = await fetch(`${server.url}/slack/install`, { redirect: 'manual' });
  expect(answer.status).toBe(302);
  const cookie = answer.headers.get('set-cookie') ?? '';
  expect(cookie).toMatch(/; Secure; HttpOnly/);
  return { cookie: cookie.split(';')[0] ?? '', consentUrl: answer.headers.get('location') ?? '' };
}

/** ...agrees there, or does not, and comes back. */
async function returns(
  world: World,
  { cookie, consentUrl }: Browser,
  choice: Parameters<World['slack']['consent']>[1],
  lang = 'en',
) {
  const back = new URL(world.slack.consent(consentUrl, choice));
  expect(back.origin + back.pathname).toBe('https://porras.example.com/slack/oauth_redirect');
  return fetch(`${world.server.url}${back.pathname}${back.search}`, {
    redirect: 'manual',
    headers: { cookie, 'Accept-Language': lang },
  });
}

const installs = async (
  world: World,
  choice: Parameters<World['slack']['consent']>[1],
  lang?: string,
): Promise<Response> => returns(world, await begins(world), choice, lang);

const rows = async ({ store }: World): Promise<string[]> => (await store.installations.find({})).map(({ id }) => id);

describe('installing', () => {
  it('asks for what Porras needs, and is heard in each of many workspaces', async () => {
    const world = await begin();
    const asked = new URL((await begins(world)).consentUrl).searchParams;
    expect(asked.get('scope')?.split(',')).toContain('chat:write');
    expect(asked.get('redirect_uri')).toBe('https://porras.example.com/slack/oauth_redirect');

    const page = await installs(world, { team: 'T1' });
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('Porras is in Kaupunki');
    await installs(world, { team: 'T2' });
    expect(world.recorder.only('installed')).toMatchObject([
      { workspaceId: 'slack:T1', name: 'Kaupunki' },
      { workspaceId: 'slack:T2', name: 'Stad & <b>land</b>' },
    ]);
    expect(await rows(world)).toEqual(['slack:T1', 'slack:T2']);
    await world.slack.as('T1', 'maija').post('C1', 'one');
    await world.slack.as('T2', 'maija').post('C2', 'two');
    expect(world.recorder.only('message-posted').map(({ workspaceId, by }) => [workspaceId, by.name])).toEqual([
      ['slack:T1', 'Maija Mäkinen'],
      ['slack:T2', 'Maija Mäkinen'],
    ]);
    await world.platform.post('slack:T2:C2', {
      message: { text: 'hej', markdown: 'hej', lang: 'sv' },
      picture: null,
      key: 'k',
    });
    expect(world.slack.messages('T2', 'C2').map(({ text }) => text)).toContain('hej');
    expect(world.slack.messages('T1', 'C1').map(({ text }) => text)).not.toContain('hej');
  });

  it('keeps no token that could be read in the store', async () => {
    const world = await begin();
    await installs(world, { team: 'T1' });
    expect(world.slack.team('T1').token).toMatch(/^xoxb-/);
    expect(JSON.stringify(await world.store.installations.find({}))).not.toMatch(/xox|Kaupunki/);
  });

  it('shows a page in the language of the browser, with names as text', async () => {
    const world = await begin();
    expect(await (await installs(world, { team: 'T1' }, 'fi-FI,fi;q=0.9')).text()).toContain(
      'Porras on nyt täällä: Kaupunki',
    );
    const swedish = await (await installs(world, { team: 'T2' }, 'de,sv;q=0.8')).text();
    expect(swedish).toContain('Porras finns nu i Stad &amp; &lt;b&gt;land&lt;/b&gt;');
  });

  it.for([
    ['another browser', { cookie: '' }],
    ['a browser with another state', { cookie: 'slack-app-oauth-state=elsewhere' }],
  ] as const)('that began in %s changes nothing', async ([, stolen]) => {
    const world = await begin();
    const page = await returns(world, { ...(await begins(world)), ...stolen }, { team: 'T1' });
    expect(page.status).toBe(400);
    expect(await page.text()).toContain('Porras was not installed');
    expect(await rows(world)).toEqual([]);
    expect(world.recorder.events).toEqual([]);
  });

  it('with a state that nobody signed changes nothing', async () => {
    const world = await begin();
    const { consentUrl } = await begins(world);
    const forged = new URL(consentUrl);
    forged.searchParams.set('state', 'forged');
    const page = await returns(
      world,
      { consentUrl: forged.href, cookie: 'slack-app-oauth-state=forged' },
      { team: 'T1' },
    );
    expect(page.status).toBeGreaterThanOrEqual(400);
    expect(await rows(world)).toEqual([]);
  });

  it('that was declined changes nothing', async () => {
    const world = await begin();
    expect((await installs(world, { team: 'T1', deny: true })).status).toBe(400);
    expect(await rows(world)).toEqual([]);
  });

  it('while the core cannot take it in is not said to be done, and can be done again', async () => {
    const world = await begin();
    world.recorder.refuse(1);
    expect((await installs(world, { team: 'T1' })).status).toBe(500);
    expect((await installs(world, { team: 'T1' })).status).toBe(200);
    expect(world.recorder.only('installed')).toHaveLength(1);
  });

  it('in a whole organisation is one workspace, whichever team something comes from', async () => {
    const enterprise = { id: 'E1', name: 'Konserni' };
    const world = await begin({ teams: TEAMS.map((team) => ({ ...team, enterprise })) });
    await installs(world, { team: 'T1', orgWide: true });
    expect(await rows(world)).toEqual(['slack:E1']);
    expect(world.recorder.last('installed')).toMatchObject({ workspaceId: 'slack:E1', name: 'Konserni' });
    await world.slack.as('T2', 'pekka').post('C2', 'from the other team');
    expect(world.recorder.last('message-posted')).toMatchObject({
      workspaceId: 'slack:E1',
      place: { channel: 'slack:E1:C2' },
      by: { name: 'Pekka Puro' },
    });
    await world.slack.as('T2', 'pekka').command('C2', 'help');
    expect(world.recorder.last('command-invoked').place.channel).toBe('slack:E1:C2');
    await world.platform.post('slack:E1:C2', {
      message: { text: 'hei', markdown: 'hei', lang: 'fi' },
      picture: null,
      key: 'k',
    });
    expect(world.slack.messages('T2', 'C2').map(({ text }) => text)).toContain('hei');
  });
});

describe('an installation', () => {
  it.for(['uninstall', 'revokeTokens'] as const)('ends with %s: the token goes, and can be had again', async (how) => {
    const world = await begin();
    await installs(world, { team: 'T1' });
    expect((await world.slack[how]('T1')).acknowledged).toBe(true);
    expect(world.recorder.last('removed')).toMatchObject({ workspaceId: 'slack:T1' });
    expect(await rows(world)).toEqual([]);
    await expect(
      world.platform.post('slack:T1:C1', {
        message: { text: 'x', markdown: 'x', lang: 'en' },
        picture: null,
        key: 'k',
      }),
    ).rejects.toMatchObject({ code: 'slack-not-installed' });
    await installs(world, { team: 'T1' });
    expect(await rows(world)).toEqual(['slack:T1']);
    expect(new Set(world.recorder.only('installed').map(({ id }) => id)).size).toBe(2);
  });

  it('is kept when its removal could not be stored, so that Slack tells of it again', async () => {
    const world = await begin();
    await installs(world, { team: 'T1' });
    // Slack tells twice: that the tokens are gone, and that Porras is.
    world.recorder.refuse(2);
    expect((await world.slack.uninstall('T1')).acknowledged).toBe(false);
    expect(await rows(world)).toEqual(['slack:T1']);
    await world.slack.redeliver();
    expect(await rows(world)).toEqual([]);
  });

  it('outlives news of a removal from before it was made', async () => {
    const clock = createVirtualClock(new Date('2026-03-02T08:00:00Z'));
    const world = await begin({ clock });
    await installs(world, { team: 'T1' });
    // Slack tells twice: that the tokens are gone, and that Porras is.
    world.recorder.refuse(2);
    await world.slack.uninstall('T1');
    clock.moveTo(new Date('2026-03-02T08:00:30Z'));
    await installs(world, { team: 'T1' });
    await world.slack.redeliver();
    expect(await rows(world)).toEqual(['slack:T1']);
    expect(world.recorder.only('removed')).toEqual([]);
  });

  it('has its token renewed before it ends, also when only the clock calls', async () => {
    const clock = createVirtualClock(new Date('2026-03-02T08:00:00Z'));
    const world = await begin({ clock, app: { tokenRotation: true } });
    await installs(world, { team: 'T1' });
    for (let shift = 1; shift <= 6; shift += 1) {
      clock.moveTo(new Date(Date.UTC(2026, 2, 2, 8 + shift * 11)));
      expect(await world.platform.members('slack:T1:C1')).toHaveLength(3);
    }
    expect(world.slack.calls('oauth.v2.access')).toHaveLength(1 + 6);
  });

  it('is there after Porras starts anew, with what it may do', async () => {
    const world = await begin({ app: { scopes: ['chat:write', 'channels:history'] } });
    const scopes = world.slack.app.scopes.join(',');
    const { cookie, consentUrl } = await begins(world);
    const fewer = new URL(consentUrl);
    fewer.searchParams.set('scope', scopes);
    await returns(world, { cookie, consentUrl: fewer.href }, { team: 'T1' });
    expect(world.platform.capabilities('slack:T1').has('picture')).toBe(false);

    const next = await begin({ teams: [], store: world.store });
    expect(next.platform.capabilities('slack:T1').has('picture')).toBe(false);
    expect(next.platform.capabilities('slack:T1').has('edit')).toBe(true);
    expect(next.platform.capabilities('slack:T2').has('picture')).toBe(true);
  });
});

describe('the pages', () => {
  it('tell a code and nothing else of an error', () => {
    const { status, html } = failedPage('slack_oauth_invalid_state', undefined, '/slack/install');
    expect(status).toBe(400);
    expect(html).toContain('slack_oauth_invalid_state');
    expect(html).toContain('href="/slack/install"');
    expect(failedPage('<script>', 'sv', '/slack/install').html).not.toContain('<script>');
  });

  it('are in English for everybody else', () => {
    expect(installedPage('A', 'de-DE,fr;q=0.5').html).toContain('lang="en"');
    expect(installedPage('A', undefined).html).toContain('lang="en"');
  });
});
