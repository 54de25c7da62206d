import { stringify } from 'yaml';
import { createManifest } from '../../adapters/slack/manifest.ts';
import { readConfig } from '../config.ts';
import { InputError } from '../errors.ts';
import { manifestTeams } from './manifest-teams.ts';
import { writeFile } from './write-file.ts';

export interface ManifestOptions {
  out?: string;
  url?: string;
  workspaces?: string;
}

/** `porras manifest slack|teams`: the app as a platform wants to be told of it. */
export async function manifest(platform: string, options: ManifestOptions): Promise<string> {
  const publicUrl = publicUrlFrom(options.url) ?? readConfig().publicUrl;
  if (platform === 'teams') return manifestTeams(publicUrl, options.out);
  if (platform !== 'slack')
    throw new InputError('manifest', `"${platform}" has no manifest here; they are slack and teams`);
  return manifestSlack(publicUrl, options);
}

/** What Slack's page "Create an app from a manifest" wants, as JSON, or YAML for a file named so. */
function manifestSlack(publicUrl: string | null, options: ManifestOptions): string {
  const workspaces = options.workspaces ?? (publicUrl === null ? 'one' : 'many');
  if (workspaces !== 'one' && workspaces !== 'many')
    throw new InputError('--workspaces', `"${workspaces}" is neither one nor many`);
  if (workspaces === 'many' && publicUrl === null)
    throw new InputError('--url', 'people of many workspaces install Porras at its public address: give it');
  const app = createManifest({ publicUrl, workspaces });
  if (options.out === undefined) return JSON.stringify(app, null, 2);
  writeFile(options.out, /\.ya?ml$/i.test(options.out) ? stringify(app) : `${JSON.stringify(app, null, 2)}\n`);
  return `${options.out}: ${publicUrl === null ? 'Socket Mode' : `events to ${publicUrl}`}, ${workspaces === 'one' ? 'one workspace' : 'many workspaces'}`;
}

function publicUrlFrom(url: string | undefined): string | null {
  if (url === undefined) return null;
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new InputError('--url', `"${url}" is not a web address, such as https://porras.example.com`);
  return url.replace(/\/+$/, '');
}
