/** What entries look like: operations answered by the gateway itself to whoever stands on a request. */
import { readFile } from 'node:fs/promises';
import { type Entry, listCoordinates, parseEntry, readBitmap } from '../../../src/ledger/index.js';
import { readReceipt } from '../../support/receipt-holder.js';
import { type Site, type Standing, serveOn } from '../../support/site.js';
import { LIST } from '../documents.js';

/** An answer as the product sealed it, about nobody in particular. */
export interface Shape {
  readonly entry: Entry;
  /** Name of the log. */
  readonly log: string;
  /** Coordinates released of a subject, and withheld; of the operation, withheld. */
  readonly released: readonly string[];
  readonly withheld: readonly string[];
  readonly withheldOfAll: readonly string[];
}

export interface Shapes {
  /** What the own officer looks at before he answers: the operation of schema/operations for it. */
  readonly execution: Shape;
  /** What is answered to who asked: the operations for the purposes that are stated. */
  readonly stated: readonly Shape[];
  /** All that is open to the own officer, as `npm run bench` lists it. */
  readonly everything: Shape;
}

const EXECUTION = 'REQUEST_EXECUTION';
const folder = new URL('../../../schema/operations/', import.meta.url);

/** Asks on every request of the site; of each purpose the answer is taken that released the most. */
export async function learnShapes(site: Site): Promise<Shapes> {
  const served = await serveOn(site);
  try {
    const byPurpose = new Map<string, Shape>();
    for (const standing of site.standings) {
      const query = await operationOf(standing.purpose);
      keepFuller(byPurpose, standing.purpose, await learn(site, served.url, { standing, query }));
      if (standing.purpose !== EXECUTION) continue;
      keepFuller(byPurpose, 'LIST', await learn(site, served.url, { standing, query: LIST }));
    }
    const { [EXECUTION]: execution, LIST: everything, ...stated } = Object.fromEntries(byPurpose);
    if (execution === undefined || everything === undefined)
      throw new Error('nothing was released');
    return { execution, stated: Object.values(stated), everything };
  } finally {
    await served.close();
  }
}

function keepFuller(known: Map<string, Shape>, name: string, shape: Shape | undefined): void {
  const kept = known.get(name)?.released.length ?? 0;
  if (shape !== undefined && shape.released.length > kept) known.set(name, shape);
}

const operationOf = (purpose: string): Promise<string> =>
  readFile(new URL(`${purpose.toLowerCase().replaceAll('_', '-')}.graphql`, folder), 'utf8');

async function learn(
  site: Site,
  url: string,
  { standing, query }: { readonly standing: Standing; readonly query: string },
): Promise<Shape | undefined> {
  const { caller, request, purpose } = standing;
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${await site.mint({ ...caller, officer: 'AZ-SMS-0417' })}`,
      'exchange-request': request,
      'exchange-purpose': purpose,
    },
    body: JSON.stringify({ query }),
  });
  await response.arrayBuffer();
  const entry = parseEntry(readReceipt(response.headers.get('exchange-receipt')).entry);
  return entry?.outcome === 'ANSWERED' ? shapeOf(entry) : undefined;
}

/** The shape of an entry, by its fullest group of subjects; undefined where nothing was released. */
function shapeOf(entry: Entry): Shape | undefined {
  const names = listCoordinates(entry.coordinates);
  const named = (bitmap: string) => readBitmap(Buffer.from(bitmap, 'base64url'), names) ?? [];
  const groups = entry.subjects.map(({ released, withheld }) => ({
    released: named(released),
    withheld: named(withheld),
  }));
  const [fullest] = groups.sort((a, b) => b.released.length - a.released.length);
  if (fullest === undefined || fullest.released.length === 0) return undefined;
  const log = entry.origin.split('/')[2] ?? '';
  return { entry, log, ...fullest, withheldOfAll: named(entry.withheld) };
}
