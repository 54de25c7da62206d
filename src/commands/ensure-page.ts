import { access } from 'node:fs/promises';
import { ROOT } from '../paths.ts';

/** Whether the chat page has been built. */
export const isPageBuilt = (): Promise<boolean> =>
  access(`${ROOT}/dist/web/index.html`).then(
    () => true,
    () => false,
  );

/** Builds the chat page in a checkout where nobody has yet; `npm run demo` builds it anew each time. */
export async function ensurePage(): Promise<void> {
  if (await isPageBuilt()) return;
  const { build } = await import('vite');
  await build({ configFile: `${ROOT}/vite.config.ts`, root: `${ROOT}/adapters/web/page`, logLevel: 'warn' });
}
