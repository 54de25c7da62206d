import { build } from 'vite';

/** The browser sees the page as it is in the sources, not as it was built some time ago. */
export default async function buildPage(): Promise<void> {
  await build({ logLevel: 'warn' });
}
