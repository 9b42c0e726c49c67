/**
 * The process under measurement: every way to answer on a port of its own, and the ledger alone. Run by host.ts, so
 * that what the load costs is not counted. It ends when its parent does.
 */
import type { BundledUrls } from '../../src/store/index.js';
import type { Standing } from './requests.js';
import { type LedgerAlone, openLedgerAlone } from './ways/ledger-alone.js';
import { openWays, type Way } from './ways/open-ways.js';

export interface Opening {
  /** The register. */
  readonly urls: BundledUrls;
  /** An empty database. */
  readonly ledger: BundledUrls;
  readonly dir: string;
  readonly list: Standing;
  readonly one: Standing;
}

export type Ask =
  | { readonly kind: 'open'; readonly opening: Opening }
  /** Milliseconds of CPU of this process so far, after garbage is collected. */
  | { readonly kind: 'settle' | 'cpu' | 'close' }
  | { readonly kind: 'seals'; readonly ms: number }
  | { readonly kind: 'inserts'; readonly ms: number; readonly through: 'same' | 'ten' }
  | { readonly kind: 'flush' | 'seal'; readonly times: number };

export interface Answer {
  readonly number?: number;
  readonly urls?: Readonly<Record<Way, string>>;
  readonly fault?: string;
}

interface Opened {
  readonly ledger: LedgerAlone;
  readonly close: () => Promise<void>;
}

let opened: Opened | undefined;

async function open({ urls, ledger, dir, list, one }: Opening): Promise<Answer> {
  const ways = await openWays({ urls, dir, list, one });
  const alone = await openLedgerAlone(ledger, dir);
  const close = async () => {
    await alone.close();
    await ways.close();
  };
  opened = { ledger: alone, close };
  return { urls: ways.urls };
}

const answer = (ask: Ask): Promise<Answer> =>
  ask.kind === 'open' ? open(ask.opening) : measure(ask);

async function measure(ask: Exclude<Ask, { kind: 'open' }>): Promise<Answer> {
  if (opened === undefined) throw new Error('nothing is open');
  const { ledger, close } = opened;
  if (ask.kind === 'seals') return { number: await ledger.seals(ask.ms) };
  if (ask.kind === 'inserts') return { number: await ledger.inserts(ask.ms, ask.through) };
  if (ask.kind === 'seal') return { number: await ledger.seal(ask.times) };
  if (ask.kind === 'flush') return { number: await ledger.flush(ask.times) };
  if (ask.kind === 'close') await close();
  if (ask.kind === 'settle') globalThis.gc?.();
  return { number: cpuMs() };
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

process.on('message', (ask: Ask) => {
  answer(ask).then(
    (given) => process.send?.(given),
    (error: unknown) => process.send?.({ fault: String(error) }),
  );
});
process.on('disconnect', () => process.exit());
