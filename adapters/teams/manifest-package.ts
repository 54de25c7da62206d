import { zipSync } from 'fflate';
import { type ManifestOptions, packageFiles } from './manifest.ts';

/** What is uploaded to Teams: the same bytes for the same options. */
export const createPackage = (options: ManifestOptions): Uint8Array =>
  zipSync(packageFiles(options), { level: 9, mtime: new Date(1980, 0, 1) });
