/**
 * What the asker is told beside the data: each state's denials once for each coordinate, with the response keys at which
 * they stand in the asker's own operation, and each hop's receipt or the code of why there is none.
 */
import type { HopAnswer } from './hop.js';
import type { StateSettings } from './settings.js';

/** An error as the router's executor hands it on, with the place of the fetch it came from. */
export interface FetchError {
  readonly message: string;
  readonly path?: readonly (string | number)[] | undefined;
  readonly extensions: Readonly<Record<string, unknown>>;
}

export interface ToldError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** One hop of a query, in the order of their ends. */
export interface HopRecord {
  readonly state: StateSettings;
  readonly answer: HopAnswer;
}

type Paths = readonly (readonly string[])[];

/** Errors of one answer: one for each state and coordinate, or code, in the order of their first occurrence. */
export function tellErrors(errors: readonly FetchError[]): readonly ToldError[] {
  const told = new Map<string, ToldError>();
  for (const [at, error] of errors.entries()) {
    const { code, state, coordinate, paths } = error.extensions;
    // Of a field that is withheld, or of a whole hop: either stands at many places.
    const isPlaced = Array.isArray(paths);
    const name = isPlaced ? `${state} ${coordinate ?? code}` : String(at);
    told.set(name, isPlaced ? gathered(error, told.get(name)) : placed(error));
  }
  return [...told.values()];
}

/** No path: it would count rows. */
function gathered({ message, path, extensions }: FetchError, before?: ToldError): ToldError {
  const { serviceName: _, ...stated } = extensions;
  const own = (stated.paths as Paths).map((keys) => relocated(keys, path ?? []));
  const earlier = (before?.extensions.paths ?? []) as Paths;
  const paths = [...new Map([...earlier, ...own].map((keys) => [keys.join(), keys])).values()];
  return { message, extensions: { ...stated, paths } };
}

/** An entity is fetched under a name of the router's own; the asker knows the place it is fetched for. */
const relocated = ([first = '', ...rest]: readonly string[], path: readonly unknown[]) => {
  const keys = path.filter((key): key is string => typeof key === 'string');
  return /^_e(?:ntities|\d+)$/.test(first) ? [...keys, ...rest] : [first, ...rest];
};

function placed({ message, path, extensions }: FetchError): ToldError {
  const { serviceName: _, ...stated } = extensions;
  return { message, ...(path === undefined ? {} : { path }), extensions: stated };
}

/** By state: the receipt of each hop to it, or the code of why there is none. */
export function tellReceipts(
  hops: readonly HopRecord[],
): Readonly<Record<string, readonly unknown[]>> {
  const codes = [...new Set(hops.map(({ state }) => state.code))].sort();
  const of = (code: string) => hops.filter(({ state }) => state.code === code).map(entryOf);
  return Object.fromEntries(codes.map((code) => [code, of(code)]));
}

const entryOf = ({ answer }: HopRecord) =>
  'fault' in answer ? { code: answer.fault } : { receipt: answer.receipt };
