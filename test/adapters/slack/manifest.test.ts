import { readFileSync } from 'node:fs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createManifest } from '../../../adapters/slack/manifest.ts';
import {
  capabilitiesWith,
  EVENTS,
  missingScopes,
  SCOPE_NAMES,
  SCOPES,
  SLACK_CAPABILITIES,
} from '../../../adapters/slack/scopes.ts';
import { manifest } from '../../../src/commands/manifest.ts';

const readme = readFileSync('adapters/slack/README.md', 'utf8');

/** Limits of Slack's. Source: https://docs.slack.dev/reference/app-manifest */
describe('the manifest', () => {
  const http = createManifest({ publicUrl: 'https://p.example.com', workspaces: 'many' });
  const socket = createManifest({ publicUrl: null, workspaces: 'one' });

  it('sends everything to one address over HTTP, and to none in Socket Mode', () => {
    const events = 'https://p.example.com/slack/events';
    expect(http.settings.event_subscriptions).toMatchObject({ request_url: events });
    expect(http.settings.interactivity).toMatchObject({ is_enabled: true, request_url: events });
    expect(http.features.slash_commands[0]).toMatchObject({ command: '/porras', url: events });
    expect(http.oauth_config).toMatchObject({ redirect_urls: ['https://p.example.com/slack/oauth_redirect'] });
    expect(http.settings.socket_mode_enabled).toBe(false);
    expect(socket.settings.socket_mode_enabled).toBe(true);
    expect(JSON.stringify(socket)).not.toContain('http');
  });

  it('rotates tokens only where Porras gets the next one itself', () => {
    expect(http.settings).toMatchObject({ token_rotation_enabled: true, org_deploy_enabled: true });
    expect(socket.settings).toMatchObject({ token_rotation_enabled: false, org_deploy_enabled: false });
  });

  it('asks for the scopes of the table, and for no event that needs another', () => {
    expect(http.oauth_config.scopes.bot).toEqual(SCOPE_NAMES);
    expect(http.settings.event_subscriptions.bot_events).toEqual(EVENTS);
    expect(new Set(EVENTS).size).toBe(EVENTS.length);
    expect(SCOPE_NAMES.filter((name) => /admin|email|app_mentions|mpim|write\.public|files:read/.test(name))).toEqual(
      [],
    );
  });

  it('keeps to the lengths that Slack takes', () => {
    const { display_information: about, features } = http;
    expect(about.name.length).toBeLessThanOrEqual(35);
    expect(about.description.length).toBeLessThanOrEqual(140);
    expect(about.long_description.length).toBeGreaterThanOrEqual(175);
    expect(about.long_description.length).toBeLessThanOrEqual(4000);
    for (const { name, description } of features.shortcuts) {
      expect(name.length).toBeLessThanOrEqual(24);
      expect(description.length).toBeLessThanOrEqual(150);
    }
    expect(EVENTS.length).toBeLessThanOrEqual(100);
  });

  it('has the shortcuts that the parser reads', () => {
    expect(http.features.shortcuts.map((each) => each.callback_id)).toEqual(['porras:add', 'porras:builds-on']);
  });
});

describe('porras manifest', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'porras-manifest-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('prints JSON, for Socket Mode unless it is told an address', async () => {
    const printed: unknown = JSON.parse(await manifest('slack', {}));
    expect(printed).toEqual(createManifest({ publicUrl: null, workspaces: 'one' }));
    const withUrl: unknown = JSON.parse(await manifest('slack', { url: 'https://p.example.com/' }));
    expect(withUrl).toEqual(createManifest({ publicUrl: 'https://p.example.com', workspaces: 'many' }));
  });

  it('writes JSON or YAML', async () => {
    const [json, yaml] = [path.join(folder, 'm.json'), path.join(folder, 'm.yaml')];
    await manifest('slack', { out: json });
    await manifest('slack', { out: yaml });
    expect(parse(readFileSync(yaml, 'utf8'))).toEqual(JSON.parse(readFileSync(json, 'utf8')));
  });

  it.for([
    ['irc', {}, /slack and teams/],
    ['slack', { url: 'porras.example.com' }, /not a web address/],
    ['slack', { workspaces: 'few' }, /neither one nor many/],
    ['slack', { workspaces: 'many' }, /public address/],
    ['slack', { out: '/nowhere/at/all.json' }, /cannot be written/],
  ] as const)('refuses %s %o', async ([platform, options, says]) => {
    await expect(manifest(platform, options)).rejects.toThrow(says);
  });
});

describe('the scopes', () => {
  it('are in the README with their reason and what is off without them', () => {
    const rows = SCOPES.map(({ name, why, without }) => `| \`${name}\` | ${why} | ${without} |`);
    expect(rows.filter((row) => !readme.includes(row))).toEqual([]);
  });

  it('take away what needs them, and nothing while Slack does not say what was granted', () => {
    expect([...capabilitiesWith(SCOPE_NAMES)]).toEqual([...SLACK_CAPABILITIES]);
    expect([...capabilitiesWith(null)]).toEqual([...SLACK_CAPABILITIES]);
    expect([...capabilitiesWith([])]).toEqual(['form', 'permalink', 'home'].toSorted((a, b) => order(a) - order(b)));
    const without = capabilitiesWith(SCOPE_NAMES.filter((name) => name !== 'files:write'));
    expect(SLACK_CAPABILITIES.filter((each) => !without.has(each))).toEqual(['picture']);
    expect(missingScopes(['chat:write']).map(({ name }) => name)).toContain('files:write');
  });
});

const order = (capability: string): number => SLACK_CAPABILITIES.findIndex((each) => each === capability);
