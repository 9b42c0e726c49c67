/** The operator's file on operations: which of them each authority is held to, for each purpose, and how far. */
import { z } from 'zod';
import { type Json, parseStrictJson } from '../base/index.js';
import { type OperationLists, STEPS } from '../safelist/index.js';
import { AUTHORITIES, type AuthorityCode, PURPOSES } from '../treaty/index.js';
import { type FileReader, textReader } from './text-file.js';

const CODES = Object.keys(AUTHORITIES) as [AuthorityCode];
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const operations = z.record(z.string().regex(/^[_A-Za-z][_0-9A-Za-z]{0,99}$/), hash);
const list = z.strictObject({
  step: z.enum(STEPS),
  purposes: z.partialRecord(z.enum(PURPOSES), operations),
});
const safelistFile = z.partialRecord(z.enum(CODES), list);

/** The members of the file that are our own names: a fault says no other. */
const OWN_NAMES: ReadonlySet<unknown> = new Set([...CODES, ...PURPOSES, 'step', 'purposes']);

/** Reads the file; a fault says where in it, by our own names alone. */
export function safelistReader(readFile: FileReader) {
  const read = textReader(readFile);
  return (path: string, context: z.RefinementCtx): OperationLists => {
    const text = read(path, context);
    if (text === z.NEVER) return z.NEVER;
    const { data, error } = safelistFile.safeParse(parse(text));
    for (const issue of error?.issues ?? []) {
      const place = issue.path.filter((name) => OWN_NAMES.has(name)).join('.');
      const message =
        place === ''
          ? 'a JSON object by authority, each once, of step and purposes'
          : `not well formed at ${place}`;
      context.addIssue({ code: 'custom', message });
    }
    return new Map(Object.entries(data ?? {}).map(([authority, one]) => [authority, listOf(one)]));
  };
}

// A member that stands twice would be one list to us and another to whoever reads the file.
function parse(text: string): Json | undefined {
  try {
    return parseStrictJson(Buffer.from(text));
  } catch {
    return undefined;
  }
}

function listOf({ step, purposes }: z.infer<typeof list>) {
  const byPurpose = Object.entries(purposes).map(
    ([purpose, named]) => [purpose, new Set(Object.values(named))] as const,
  );
  return { step, purposes: new Map(byPurpose) };
}
