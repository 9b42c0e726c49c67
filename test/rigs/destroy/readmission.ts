/**
 * A readmission case beside what was received: kept by the gateway that was asked, so it is filed at Astana's home as its own
 * desk would. What is said in it is a mark of its own, looked for wherever those of persons are.
 */
import { randomUUID } from 'node:crypto';
import type { ReadmissionFile } from '../../../src/readmission/index.js';
import {
  closePool,
  openEpochKeys,
  openExchangePool,
  openReadmissionShelf,
  type ReadmissionShelf,
} from '../../../src/store/index.js';
import { DAY, type Side } from '../../rooms/exchange/stage.js';
import { UNDER } from '../../support/interviews.js';
import { formsOf, type Pattern } from './marks.js';

const WORDS = { LETTER: 'Vranjskobanjacgrad', NOTE: 'Krkonoschahorskyhof' } as const;

export const readmissionPatterns = (): readonly Pattern[] =>
  Object.entries(WORDS).flatMap(([name, text]) => formsOf(name, text));

async function onShelf<T>(
  { urls, custodyKeys, clock }: Side,
  work: (shelf: ReadmissionShelf) => Promise<T>,
): Promise<T> {
  const sql = openExchangePool(urls.exchange);
  try {
    return await work(openReadmissionShelf({ sql, clock, keys: await openEpochKeys(custodyKeys) }));
  } finally {
    await closePool(sql);
  }
}

/** Files a case that ends in so many days; its request. */
export function fileReadmission(side: Side, days: number): Promise<string> {
  const request = randomUUID();
  const at = side.clock.now();
  const by = { authority: 'BE-IO', officer: 'BE-1', at };
  const letter = { number: 1, kind: 'LETTER', from: 'REQUESTING', text: WORDS.LETTER } as const;
  const file: ReadmissionFile = {
    ...{ request, instrument: 'EU-AZ-2014', requesting: 'BE-IO', requested: side.authority },
    ...{ opened: by, endsAt: at + days * DAY, evidence: [], voluntaryReturn: null, events: [] },
    records: [{ ...letter, n: null, item: null, answers: null, due: null, by, confirmed: null }],
    steps: [],
  };
  return onShelf(side, async ({ cases, notes }) => {
    await cases.change(request, () => ({ file, under: UNDER, result: null }));
    await notes.write({ id: randomUUID(), request, officer: 'A-1', note: WORDS.NOTE, at });
    return request;
  });
}

/** How many of the two marks are read of a case. */
export const readReadmission = (side: Side, request: string): Promise<number> =>
  onShelf(side, async ({ cases, notes }) => {
    const told = JSON.stringify([await cases.load(request), await notes.list(request)]);
    return Object.values(WORDS).filter((word) => told.includes(word)).length;
  });
