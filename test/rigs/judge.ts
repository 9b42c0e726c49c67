/** Holds a ledger, as it is after faults, against the answers that arrived before them. */

import { verifyLedger } from '../../src/cli/index.js';
import { ledgerFolder } from '../../src/data-folder.js';
import { formatVkey } from '../../src/ledger/index.js';
import { closePool, openLedgerReader, openOwner, readKept } from '../../src/store/index.js';
import type { Site } from '../support/site.js';
import type { Received } from './kill/load.js';
import { type Records, readRecords, weigh } from './kill/weigh.js';
import type { Build } from './planted.js';

export interface Judgement {
  /** Answers of persons or of refusals that arrived whole. */
  readonly answers: number;
  /** 503: nothing was released. */
  readonly away: number;
  readonly withoutEntry: number;
  /** Entries about other bytes, twofold entries, receipts that do not check, answers of another status. */
  readonly otherwise: number;
  readonly entries: number;
  /** What the product's own verification says of all that is stored and of what was kept. Empty: the ledger is whole. */
  readonly damage: readonly string[];
}

/** Where a ledger stands, and the raw public key of its logs. */
export type Place = Pick<Site, 'dataDir' | 'urls' | 'publicKey'>;

/** Judges the ledger of a site. */
export async function judge(site: Place, received: readonly Received[]): Promise<Judgement> {
  const pool = openOwner(site.urls.app);
  try {
    const records = await readRecords(openLedgerReader(pool).rows());
    return { ...weighAll(received, records, site), damage: await damageOf(site) };
  } finally {
    await closePool(pool);
  }
}

/** Weighs every answer against what stands of it. */
export function weighAll(
  received: readonly Received[],
  records: Records,
  { publicKey }: Pick<Place, 'publicKey'>,
): Omit<Judgement, 'damage'> {
  const faults = received.map((each) => weigh(each, records, publicKey));
  const away = received.filter(({ status }) => status === 503).length;
  const withoutEntry = faults.filter((fault) => fault === 'no entry').length;
  return {
    answers: received.length - away,
    away,
    withoutEntry,
    otherwise: faults.filter((fault) => fault !== undefined).length - withoutEntry,
    entries: [...records.values()].flat().length,
  };
}

/** What the product's own verification says of a ledger that is not whole. */
export async function damageOf({ dataDir, urls, publicKey }: Place): Promise<readonly string[]> {
  const pool = openOwner(urls.app);
  const vkey = formatVkey({ name: 'sorgu/AZ-SMS/DOMESTIC', publicKey });
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  const voice = { language: 'en' as const, out: () => undefined, say };
  try {
    const source = openLedgerReader(pool);
    const kept = await readKept(ledgerFolder(dataDir));
    return (await verifyLedger({ source, kept, vkey }, voice)) === 0 ? [] : said;
  } finally {
    await closePool(pool);
  }
}

/** The sum of several judgements. */
export function sum(judgements: readonly Judgement[]): Judgement {
  const of = (count: (one: Judgement) => number) =>
    judgements.reduce((all, one) => all + count(one), 0);
  return {
    answers: of(({ answers }) => answers),
    away: of(({ away }) => away),
    withoutEntry: of(({ withoutEntry }) => withoutEntry),
    otherwise: of(({ otherwise }) => otherwise),
    entries: of(({ entries }) => entries),
    damage: judgements.flatMap(({ damage }) => damage),
  };
}

/** Whether a run says what it must: nothing of an honest build, and of a planted one that it answers without an entry. */
export function isAsExpected(build: Build, { answers, ...found }: Judgement): boolean {
  const { withoutEntry, otherwise, damage } = found;
  if (build !== 'honest') return withoutEntry > 0;
  return answers > 0 && withoutEntry === 0 && otherwise === 0 && damage.length === 0;
}

/** One line for a person. */
export function describe({ damage, ...counts }: Judgement): string {
  const { answers, away, withoutEntry, otherwise, entries } = counts;
  const whole = damage.length === 0 ? 'whole' : `DAMAGED: ${damage.join('; ')}`;
  return `${answers} answers, ${away} told that it is away, ${withoutEntry} without entry, ${otherwise} other faults; ${entries} entries, ${whole}`;
}
