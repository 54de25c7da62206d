import { createManifest } from '../../adapters/teams/manifest.ts';
import { createPackage } from '../../adapters/teams/manifest-package.ts';
import { readConfig } from '../config.ts';
import { InputError } from '../errors.ts';
import { writeFile } from './write-file.ts';

/** `porras manifest teams`: the app package, to be uploaded to Teams; without a file to write, its manifest.json to look at. */
export function manifestTeams(publicUrl: string | null, out: string | undefined): string {
  const appId = readConfig().teams?.appId ?? null;
  if (appId === null)
    throw new InputError(
      'settings',
      'the app package names the bot: set MICROSOFT_APP_ID and what goes with it, as adapters/teams/README.md says',
    );
  if (publicUrl === null || !publicUrl.startsWith('https://'))
    throw new InputError(
      '--url',
      'Teams wants an https address: give the one at which the world finds Porras, or set PORRAS_PUBLIC_URL',
    );
  const options = { appId, publicUrl };
  if (out === undefined) return JSON.stringify(createManifest(options), null, 2);
  writeFile(out, createPackage(options));
  return `${out}: the app package of ${appId}; its messaging endpoint has to be ${publicUrl}/teams/messages`;
}
