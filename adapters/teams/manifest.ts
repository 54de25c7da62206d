import { readFileSync } from 'node:fs';
import type { Lang } from '../../src/domain/words.ts';
import { ABOUT } from './config.ts';
import { GROUP_COMMANDS, MANIFEST_WORDS, type ManifestWords, OWN_COMMANDS } from './manifest-words.ts';
import { PICK_COMMANDS } from './parse-event-cards.ts';

export interface ManifestOptions {
  appId: string;
  /** Where the world finds Porras, without a slash at the end. */
  publicUrl: string;
}

const SCHEMA_VERSION = '1.22';
const SCHEMAS = `https://developer.microsoft.com/json-schemas/teams/v${SCHEMA_VERSION}`;
/** Raised whenever what follows changes: Teams takes an update by it. */
const VERSION = '1.0.0';

/** The app as Teams is told of it. @source learn.microsoft.com/microsoftteams/platform/resources/schema/manifest-schema */
export function createManifest({ appId, publicUrl }: ManifestOptions) {
  const words = MANIFEST_WORDS.en;
  const about = `${publicUrl}${ABOUT}`;
  return {
    $schema: `${SCHEMAS}/MicrosoftTeams.schema.json`,
    manifestVersion: SCHEMA_VERSION,
    version: VERSION,
    id: appId,
    developer: { name: 'Porras', websiteUrl: about, privacyUrl: about, termsOfUseUrl: about },
    localizationInfo: {
      defaultLanguageTag: 'en',
      additionalLanguages: TRANSLATED.map((lang) => ({ languageTag: lang, file: `${lang}.json` })),
    },
    name: { short: 'Porras', full: 'Porras, a facilitator in your chat' },
    description: { short: words.short, full: words.full },
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: '#1d6b58',
    defaultInstallScope: 'team',
    defaultGroupCapability: { team: 'bot', groupchat: 'bot' },
    bots: [
      {
        botId: appId,
        scopes: ['personal', 'team', 'groupChat'],
        isNotificationOnly: false,
        supportsFiles: false,
        commandLists: [
          { scopes: ['team', 'groupChat'], commands: commandsOf(words, GROUP_COMMANDS) },
          { scopes: ['personal'], commands: commandsOf(words, OWN_COMMANDS) },
        ],
      },
    ],
    composeExtensions: [{ botId: appId, commands: [action('add', words), action('buildsOn', words)] }],
    permissions: ['identity', 'messageTeamMembers'],
    validDomains: [new URL(publicUrl).host],
    webApplicationInfo: { id: appId, resource: `api://botid-${appId}` },
    // Without them Porras hears only messages that mention it.
    authorization: {
      permissions: {
        resourceSpecific: ['ChannelMessage.Read.Group', 'ChatMessage.Read.Chat'].map((name) => ({
          name,
          type: 'Application',
        })),
      },
    },
  };
}

const commandsOf = ({ commands }: ManifestWords, names: readonly (keyof ManifestWords['commands'])[]) =>
  names.map((name) => ({ title: commands[name][0], description: commands[name][1] }));

function action(which: 'add' | 'buildsOn', words: ManifestWords) {
  const [title, description] = words[which];
  const id = which === 'add' ? PICK_COMMANDS.add : PICK_COMMANDS['builds-on'];
  return { id, type: 'action', title, description, context: ['message'], fetchTask: true };
}

const TRANSLATED = ['fi', 'sv'] as const satisfies readonly Lang[];

/** Words of the manifest in another language, by where they stand in it. */
export function createLocalisation(lang: Lang): Record<string, string> {
  const words = MANIFEST_WORDS[lang];
  const lists = [GROUP_COMMANDS, OWN_COMMANDS].map((names) => commandsOf(words, names));
  const named = (path: string, { title, description }: { title: string; description: string }) => [
    [`${path}.title`, title] as const,
    [`${path}.description`, description] as const,
  ];
  return Object.fromEntries<string>([
    ['$schema', `${SCHEMAS}/MicrosoftTeams.Localization.schema.json`],
    ['description.short', words.short],
    ['description.full', words.full],
    ...lists.flatMap((list, at) =>
      list.flatMap((command, i) => named(`bots[0].commandLists[${at}].commands[${i}]`, command)),
    ),
    ...[action('add', words), action('buildsOn', words)].flatMap((command, i) =>
      named(`composeExtensions[0].commands[${i}]`, command),
    ),
  ]);
}

/** The files of the app package, by their names in it. */
export function packageFiles(options: ManifestOptions): Record<string, Uint8Array> {
  const json = (value: unknown) => Uint8Array.from(Buffer.from(`${JSON.stringify(value, null, 2)}\n`));
  const icon = (name: string) => Uint8Array.from(readFileSync(new URL(`icons/${name}`, import.meta.url)));
  return {
    'manifest.json': json(createManifest(options)),
    'color.png': icon('color.png'),
    'outline.png': icon('outline.png'),
    ...Object.fromEntries(TRANSLATED.map((lang) => [`${lang}.json`, json(createLocalisation(lang))])),
  };
}
