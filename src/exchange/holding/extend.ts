/** Putting off an end (11(5)): by who reviews it, for a reason, never past the time that its provider gave. */
import { type ExtensionFault, type Holding, whyNoExtension } from '../../custody/index.js';
import { extendedEntry } from '../../journal/index.js';
import type { Officer } from '../officer.js';
import type { ExchangeRooms } from '../rooms.js';
import { answerInForce } from './in-force.js';

export interface ExtensionAsked {
  readonly case: string;
  readonly purpose: string;
  /** Milliseconds since the epoch. */
  readonly until: number;
  readonly reason: string;
}

/** NO_CASE: one answer for a case that is unknown, not yours, or of which nothing is held for the purpose (11(1)). */
export type ExtensionAnswer =
  | { readonly endsAt: number }
  | { readonly endsAt: null; readonly fault: ExtensionFault | 'NO_CASE' | 'NOT_NOW' };

const REVIEWERS: ReadonlySet<Officer['role']> = new Set<Officer['role']>([
  'SIGNATORY',
  'COORDINATOR',
]);

/** Puts it off; its entry stands in the ledger first. */
export async function extendRetention(
  rooms: Pick<ExchangeRooms, 'cases' | 'custody' | 'ledger' | 'head' | 'clock'>,
  officer: Officer,
  asked: ExtensionAsked,
): Promise<ExtensionAnswer> {
  const { until, reason } = asked;
  const holding = await findHeld(rooms, officer, asked);
  if (holding === undefined) return no('NO_CASE');
  const { endsAt, limit } = holding;
  const fault = whyNoExtension({ endsAt, limit, until, reason, now: rooms.clock.now() });
  if (fault !== undefined) return no(fault);
  const entry = extendedEntry(rooms.head, { ...officer, holding, until, reason });
  await rooms.ledger.seal(entry, Buffer.from(reason));
  return (await rooms.custody.extend(holding, until)) ? { endsAt: until } : no('NOT_NOW');
}

const no = (fault: Extract<ExtensionAnswer, { endsAt: null }>['fault']): ExtensionAnswer => ({
  endsAt: null,
  fault,
});

async function findHeld(
  { cases, custody }: Pick<ExchangeRooms, 'cases' | 'custody'>,
  officer: Officer,
  { case: id, purpose }: ExtensionAsked,
): Promise<Holding | undefined> {
  const [file, holdings] = await Promise.all([cases.load(id), custody.holdings(id)]);
  if (file === undefined || file.case.side !== 'REQUESTING') return undefined;
  const isHis = REVIEWERS.has(officer.role) && file.officers.includes(officer.officer);
  const source = answerInForce(file.case.chain)?.source;
  if (!isHis || (file.unit !== null && file.unit !== officer.unit)) return undefined;
  return holdings.find((one) => one.source === source && one.purpose === purpose);
}
