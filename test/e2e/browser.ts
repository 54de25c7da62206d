import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PATH = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

/** Debian's Chromium, without a sandbox and without anything that calls home. */
export async function launchBrowser(): Promise<Browser> {
  if (!existsSync(PATH)) {
    throw new Error(
      `There is no browser at ${PATH}: apt-get install -y --no-install-recommends chromium fonts-liberation fonts-noto-color-emoji, or set CHROMIUM_PATH.`,
    );
  }
  return chromium.launch({
    executablePath: PATH,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
