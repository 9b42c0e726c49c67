/** The client's example page: built to dist/example, shown by `npm run example` before a gateway in development mode. */
import { defineConfig } from 'vite';

const gateway = 'http://127.0.0.1:4000';

/** Its own scripts and styles, its own origin, and nothing else. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  'img-src data:',
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

export default defineConfig({
  root: 'client/example',
  base: '/example/',
  publicDir: false,
  logLevel: 'warn',
  build: {
    target: 'es2022',
    outDir: '../../dist/example',
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  preview: {
    host: '127.0.0.1',
    port: 4080,
    headers: { 'content-security-policy': POLICY },
    // Of one origin with the page, as an authority would serve it.
    proxy: { '/graphql': gateway, '/ledger': gateway, '/dev': gateway },
  },
});
