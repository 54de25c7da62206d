import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { createLocalisation, createManifest } from '../../../adapters/teams/manifest.ts';
import { createPackage } from '../../../adapters/teams/manifest-package.ts';
import { MANIFEST_WORDS } from '../../../adapters/teams/manifest-words.ts';
import { parseActivity, type ParseContext } from '../../../adapters/teams/parse-event.ts';
import { loadContent } from '../../../src/content/load-content.ts';
import { LANGUAGES } from '../../../src/domain/words.ts';

const OPTIONS = { appId: '11111111-2222-4333-8444-555555555555', publicUrl: 'https://porras.example.com' };
const manifest = createManifest(OPTIONS);

describe('the app package', () => {
  const files = unzipSync(createPackage(OPTIONS));
  const json = (name: string): unknown => JSON.parse(Buffer.from(files[name]!).toString('utf8'));
  /** Width and height, as a PNG has them in its first chunk. */
  const sizeOf = (name: string) => {
    const png = Buffer.from(files[name]!);
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    return [png.readUInt32BE(16), png.readUInt32BE(20)];
  };

  it('has a manifest, icons of the sizes that Teams wants, and each language', () => {
    expect(Object.keys(files).sort()).toEqual(['color.png', 'fi.json', 'manifest.json', 'outline.png', 'sv.json']);
    expect(json('manifest.json')).toEqual(manifest);
    expect(sizeOf('color.png')).toEqual([192, 192]);
    expect(sizeOf('outline.png')).toEqual([32, 32]);
  });

  it('has the same bytes each time', () => {
    expect(createPackage(OPTIONS)).toEqual(createPackage(OPTIONS));
  });
});

it('asks for what it needs to hear messages that do not mention it, of its own app', () => {
  const names = manifest.authorization.permissions.resourceSpecific.map(({ name }) => name);
  expect(names).toEqual(['ChannelMessage.Read.Group', 'ChatMessage.Read.Chat']);
  expect(manifest.webApplicationInfo.id).toBe(OPTIONS.appId);
  expect(manifest.bots[0]).toMatchObject({ botId: OPTIONS.appId, scopes: ['personal', 'team', 'groupChat'] });
  expect(manifest.validDomains).toEqual(['porras.example.com']);
});

it.for(LANGUAGES)('keeps to the lengths that Teams takes: %s', (lang) => {
  const { short, full, commands, add, buildsOn } = MANIFEST_WORDS[lang];
  expect(short.length).toBeLessThanOrEqual(80);
  expect(full.length).toBeLessThanOrEqual(4_000);
  for (const [title, description] of [...Object.values(commands), add, buildsOn]) {
    expect(title.length).toBeLessThanOrEqual(32);
    expect(description.length).toBeLessThanOrEqual(128);
  }
});

it.for(['fi', 'sv'] as const)('says everything in another language, at places that are there: %s', (lang) => {
  const { $schema, ...words } = createLocalisation(lang);
  expect($schema).toContain('Localization');
  const at = (path: string): unknown =>
    path
      .split(/[.[\]]+/)
      .filter(Boolean)
      .reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], manifest);
  expect(Object.keys(words).filter((path) => typeof at(path) !== 'string')).toEqual([]);
  const titles = manifest.bots[0]!.commandLists.flatMap(({ commands }) => commands).length + 2;
  expect(Object.keys(words)).toHaveLength(2 + 2 * titles);
});

describe('commands', () => {
  let say: Awaited<ReturnType<typeof loadContent>>['say'];
  beforeAll(async () => {
    ({ say } = await loadContent('prompts'));
  });

  it.for(LANGUAGES)('are words that Porras understands: %s', (lang) => {
    for (const [name, [title]] of Object.entries(MANIFEST_WORDS[lang].commands))
      expect(
        say(lang, `command.${name}`)
          .split(',')
          .map((word) => word.trim()),
      ).toContain(title);
  });
});

it('names the commands of its message extension as what comes in names them', () => {
  const context: ParseContext = {
    digest: (...words) => words.join(' '),
    known: () => undefined,
    channels: [],
    now: new Date(0),
  };
  const purposes = manifest.composeExtensions[0]!.commands.map(({ id }) => {
    const { events } = parseActivity(
      {
        type: 'invoke',
        channelId: 'msteams',
        serviceUrl: 'https://smba.example.com/',
        from: { id: '29:1' },
        recipient: { id: '28:2' },
        conversation: { id: '19:a@thread.tacv2', tenantId: 't' },
        name: 'composeExtension/fetchTask',
        value: { commandId: id, messagePayload: { id: '1' } },
      } as never,
      context,
    );
    return events[0]?.type === 'message-picked' && events[0].purpose;
  });
  expect(purposes).toEqual(['add', 'builds-on']);
});
