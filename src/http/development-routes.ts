/** What only development serves: the personas with their tokens, and the console's pages from our own origin. */
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { type Json, Refusal } from '../base/index.js';
import { jsonReply, NOT_FOUND, type Reply } from './reply.js';
import type { Handler, Route } from './router.js';

export interface DevelopmentOptions {
  /** The personas of the sample, each with a fresh token and the requests it may use now. */
  readonly personas: () => Promise<Json>;
  /** The folder of the bundled console. It may be built while we already serve. */
  readonly consoleFolder: string;
}

/** The bundle runs under this with no request to anybody else; styles are set inline by its editor. */
const CONSOLE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

export function developmentRoutes(options: DevelopmentOptions): readonly Route[] {
  const console = consolePage(options.consoleFolder);
  return [
    {
      path: '/dev/personas',
      method: 'GET',
      handle: async () => jsonReply(await options.personas()),
    },
    { path: '/graphiql', method: 'GET', handle: console, isFolder: true },
  ];
}

// Names of files as bundlers write them: no dot in front, so that neither `..` nor a hidden file can be named.
const fileName = /^(?:[A-Za-z0-9_-][A-Za-z0-9_.-]*\/)*[A-Za-z0-9_-][A-Za-z0-9_.-]*$/;

function consolePage(folder: string): Handler {
  return async ({ path, request }) => {
    const name = path.slice('/graphiql/'.length) || 'index.html';
    const type = TYPES[extname(name)];
    if (!fileName.test(name) || type === undefined) return NOT_FOUND;
    const file = join(folder, name);
    if (takesBrotli(request.headers['accept-encoding'])) {
      const small = await readFile(`${file}.br`).catch(missing);
      if (small !== undefined) return page(type, small, { 'content-encoding': 'br' });
    }
    const body = await readFile(file).catch(missing);
    return body === undefined ? whereMissing(name) : page(type, body, {});
  };
}

// A weight of none refuses it (RFC 9110, 12.5.3); every other is as good as the next.
const takesBrotli = (accepted: string | string[] | undefined): boolean =>
  String(accepted ?? '')
    .split(',')
    .some((one) => /^\s*br\s*(?:;\s*q=(?!0(?:\.0*)?\s*$)|$)/i.test(one));

const NO_SUCH_FILE = new Set<string | undefined>(['ENOENT', 'EISDIR', 'ENOTDIR', 'ENAMETOOLONG']);

function missing(error: NodeJS.ErrnoException): undefined {
  if (NO_SUCH_FILE.has(error.code)) return;
  throw error;
}

/** Without its first page the console is not built yet: come back. */
function whereMissing(name: string): Reply {
  if (name === 'index.html') throw new Refusal('UNAVAILABLE');
  return NOT_FOUND;
}

const page = (
  type: string,
  body: Uint8Array,
  encoding: Readonly<Record<string, string>>,
): Reply => ({
  status: 200,
  type,
  body,
  headers: {
    'content-security-policy': CONSOLE_POLICY,
    vary: 'Accept-Encoding',
    ...encoding,
  },
});
