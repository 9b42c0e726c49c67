/** The operator's file on routers: by which keys each authority's router signs what it asks at `/subgraph`. */
import { z } from 'zod';
import type { JsonObject } from '../base/index.js';
import { AUTHORITIES } from '../treaty/index.js';
import { type FileReader, parseJson, textReader } from './text-file.js';

/** The router of an authority as the operator registered it; of this authority too. */
export interface RegisteredRouter {
  readonly authority: string;
  /** Its public keys (RFC 7517), read where the door opens; two while one follows the other. */
  readonly keys: readonly JsonObject[];
}

const MOST_KEYS = 2;

const router = z.strictObject({
  authority: z.string().refine((code) => Object.hasOwn(AUTHORITIES, code)),
  keys: z.array(z.record(z.string(), z.json())).min(1).max(MOST_KEYS),
});
const callersFile = z.array(router).refine(areDistinct);

// By a key that is two routers' nobody would know whose query it is.
function areDistinct(routers: readonly z.infer<typeof router>[]): boolean {
  const kids = routers.flatMap(({ keys }) => keys.map(({ kid }) => kid));
  const names = routers.map(({ authority }) => authority);
  return [kids, names].every((each) => new Set<unknown>(each).size === each.length);
}

/** Reads the file; an empty list registers nobody. A fault says where in it, by our own names alone. */
export function callersReader(readFile: FileReader) {
  const read = textReader(readFile);
  return (path: string, context: z.RefinementCtx): readonly RegisteredRouter[] => {
    const text = read(path, context);
    if (text === z.NEVER) return z.NEVER;
    const { data, error } = callersFile.safeParse(parseJson(text));
    for (const issue of error?.issues ?? []) {
      const place = issue.path.slice(0, 3).map(String).join('.');
      const message =
        place === ''
          ? 'a JSON list of routers, each authority and each key once'
          : `not well formed at ${place}`;
      context.addIssue({ code: 'custom', message });
    }
    return data ?? [];
  };
}
