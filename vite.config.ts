import { defineConfig } from 'vite';

/** Builds the chat page, which `adapters/web` serves, into dist/web. */
export default defineConfig({
  root: 'adapters/web/page',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: '../../../dist/web',
    emptyOutDir: true,
    // An inlined asset would be a data: address, which the page's Content-Security-Policy does not allow.
    assetsInlineLimit: 0,
  },
});
