/** `sorgu receipts` and `sorgu reconcile`: what this gateway holds against the log of a partner, and what has no pair. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import {
  bearsLeaf,
  checkStanding,
  formatStanding,
  type NoteKey,
  parseReceipt,
  parseStanding,
  type Standing,
} from '../ledger/index.js';
import type { Receipts } from '../store/index.js';
import { lineWords } from '../words/index.js';
import { CommandFault, type ExitCode, type Voice } from './tools.js';

/** Reads a file of receipts, a line each as `formatStanding` writes it. Throws where a line is none. */
export async function readStandings(path: string): Promise<readonly Standing[]> {
  const standings: Standing[] = [];
  for (const line of await linesOf(path)) {
    const standing = parseStanding(line);
    if (standing === undefined) {
      const line = standings.length + 1;
      throw new CommandFault((say) => say('LINE_NO_RECEIPT', { line }));
    }
    standings.push(standing);
  }
  return standings;
}

async function linesOf(path: string): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const line of createInterface({ input: createReadStream(path, 'utf8') })) {
    if (line !== '') lines.push(line);
  }
  return lines;
}

export interface RecordReceiptsCommand {
  /** A value of the header Exchange-Receipt a line. */
  readonly file: string;
  readonly receipts: Receipts;
  /** The verifier keys of partners' logs, by their name. */
  readonly logs: readonly NoteKey[];
  readonly now: number;
}

/** Records receipts of what officers were answered live; all of them, or with a fault none. */
export async function recordReceipts(
  { file, receipts, logs, now }: RecordReceiptsCommand,
  voice: Voice,
): Promise<ExitCode> {
  const read = (await linesOf(file)).map((line) => parseReceipt(line.trim()));
  const faulty = read.findIndex((receipt) => {
    const log = logs.find(({ name }) => name === receipt?.origin);
    if (receipt === undefined || log === undefined) return true;
    return checkStanding(receipt, log.publicKey).fault !== null || !bearsLeaf(receipt);
  });
  if (faulty >= 0) {
    voice.say(lineWords(voice.language)('RECEIPTS_REFUSED', { line: faulty + 1 }));
    return 1;
  }
  const good = read.flatMap((receipt) => (receipt === undefined ? [] : [withoutSalt(receipt)]));
  await receipts.keep(good, now);
  voice.say(lineWords(voice.language)('RECEIPTS_RECORDED', { count: good.length }));
  return 0;
}

type HeldReceipt = NonNullable<ReturnType<typeof parseReceipt>>;
const withoutSalt = ({ salt: _, ...receipt }: HeldReceipt) => receipt;

/** Writes the receipts held of one log, a line each: what `verify-ledger --receipts` reads at the other side. */
export async function listReceipts(
  { receipts, origin }: { readonly receipts: Receipts; readonly origin: string },
  voice: Voice,
): Promise<ExitCode> {
  // By hash too: of one place there may be two receipts, and the second is what proves a fork.
  let held = await receipts.listAfter(origin, null);
  while (held.length > 0) {
    for (const receipt of held) voice.out(`${formatStanding(receipt)}\n`);
    held = await receipts.listAfter(origin, held.at(-1) ?? null);
  }
  return 0;
}

interface LogPairs {
  readonly origin: string;
  readonly size: number;
  readonly unreceived: readonly number[];
  readonly unentered: readonly number[];
  readonly differing: readonly number[];
}

/** What became of each log of the exchange with one partner; null where it could not be asked. */
export interface PartnerPairs {
  readonly authority: string;
  readonly logs: readonly LogPairs[] | null;
}

/** Tells what has no pair, a line each; 1 where anything has none, or a partner could not be asked. */
export function showPairs(all: readonly PartnerPairs[], voice: Voice): ExitCode {
  const isWhole = all.map((partner) => tellPartner(partner, voice)).every((whole) => whole);
  return isWhole ? 0 : 1;
}

function tellPartner({ authority, logs }: PartnerPairs, voice: Voice): boolean {
  if (logs === null) {
    voice.say(lineWords(voice.language)('PARTNER_SILENT', { authority }));
    return false;
  }
  return logs.map((log) => tellLog(log, voice)).every((whole) => whole);
}

function tellLog({ origin, size, ...kinds }: LogPairs, voice: Voice): boolean {
  const lines = Object.entries(kinds).filter(([, indices]) => indices.length > 0);
  for (const [kind, indices] of lines) voice.out(`${origin} ${kind} ${indices.join(' ')}\n`);
  if (lines.length === 0)
    voice.out(`${origin} ${size} entries, each disclosure with its receipt\n`);
  return lines.length === 0;
}
