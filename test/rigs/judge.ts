/** Holds a ledger, as it is after faults, against the answers that arrived before them. */
import { verifyLedger } from '../../src/cli/index.js';
import { formatVkey } from '../../src/ledger/index.js';
import { ledgerFolder } from '../../src/serve.js';
import { closePool, openLedgerReader, openOwner, readKept } from '../../src/store/index.js';
import type { Site } from '../support/site.js';
import type { Received } from './kill/load.js';
import { readRecords, weigh } from './kill/weigh.js';
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

/** Judges the ledger of a site. */
export async function judge(site: Site, received: readonly Received[]): Promise<Judgement> {
  const pool = openOwner(site.urls.app);
  try {
    const source = openLedgerReader(pool);
    const records = await readRecords(source.rows());
    const faults = received.map((each) => weigh(each, records, site.publicKey));
    const away = received.filter(({ status }) => status === 503).length;
    const withoutEntry = faults.filter((fault) => fault === 'no entry').length;
    return {
      answers: received.length - away,
      away,
      withoutEntry,
      otherwise: faults.filter((fault) => fault !== undefined).length - withoutEntry,
      entries: [...records.values()].flat().length,
      damage: await damageOf(site, source),
    };
  } finally {
    await closePool(pool);
  }
}

async function damageOf({ dataDir, publicKey }: Site, source: ReturnType<typeof openLedgerReader>) {
  const vkey = formatVkey({ name: 'sorgu/AZ-SMS/DOMESTIC', publicKey });
  const said: string[] = [];
  const voice = { out: () => undefined, say: (line: string) => void said.push(line) };
  const code = await verifyLedger(
    { source, kept: await readKept(ledgerFolder(dataDir)), vkey },
    voice,
  );
  return code === 0 ? [] : said;
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
