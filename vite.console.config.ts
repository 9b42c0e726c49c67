/** How the console's pages become dist/console: static files under /graphiql/, nothing inline, nothing from elsewhere. */
import { defineConfig } from 'vite';

export default defineConfig({
  root: 'src/console/page',
  base: '/graphiql/',
  publicDir: false,
  logLevel: 'error',
  build: {
    target: 'es2022',
    emptyOutDir: true,
    // Inlined assets would need data: in more directives of the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // GraphiQL derives the titles of its icons, which screen readers read, from the names of functions.
    rolldownOptions: {
      output: { keepNames: true },
      // The pages take their words from the catalogues, and nothing that a server needs.
      treeshake: { moduleSideEffects: [{ test: /src.(base|words)/, sideEffects: false }] },
    },
  },
  worker: { format: 'es' },
});
