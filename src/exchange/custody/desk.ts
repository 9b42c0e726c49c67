/**
 * The desk of custody (11(2) to 11(5)): what officers ask of, tell and answer the other gateway about what was given or
 * received, and what they register of recipients without one. To whoever is not on the holding it does not exist.
 */

import { canonicalJson, type PublicJwk } from '../../base/index.js';
import {
  accountable,
  type CustodyAct,
  type CustodyFile,
  isScope,
  type Matter,
  MOST_TRANSFERS,
  type Transfer,
} from '../../custody/index.js';
import { handledEntry } from '../../journal/index.js';
import { bytesDigest } from '../../requests/index.js';
import type { KeptCustody } from '../../store/index.js';
import { isMover, type Officer } from '../officer.js';
import type { ExchangeRooms } from '../rooms.js';
import { type ActedOn, actOn } from './act.js';
import type { AskedExport, AskedReading, CustodyDeskFault, StepPlace } from './asked.js';
import { type Holding, holdingOf, isOnHolding } from './holding.js';
import { reportUp } from './spread.js';
import { type Draft, keepCustody, leaveCustody } from './steps.js';
import { coverageOf, type Exported, exportHeld, type HeldRead, readHeld } from './use.js';

export type CustodyAnswer =
  | { readonly holding: Holding }
  | { readonly holding: null; readonly fault: CustodyDeskFault };

/** What an officer says: no step that a gateway makes by itself, no transfer (`export`), no consent (`give`). */
export type OfficerAct = Exclude<
  CustodyAct,
  { kind: 'TRANSFER' } | { kind: 'DESTRUCTION' } | { step: 'GIVE' } | { account: unknown }
>;

export interface CustodyDesk {
  /** The holding, where it exists for this officer. `about` may be anything. */
  show(officer: Officer, about: string): Promise<Holding | undefined>;
  /** Those in which something waits, for whoever sees all; else those of this page that are the officer's. */
  open(
    officer: Officer,
    page: { readonly after: string | null; readonly first: number },
  ): Promise<{ readonly holdings: readonly Holding[]; readonly last: string | null }>;
  act(officer: Officer, place: StepPlace, act: OfficerAct): Promise<CustodyAnswer>;
  /** Gives a consent that the signatory signed (11(2), 11(3)). */
  give(
    officer: Officer,
    place: StepPlace,
    signed: { readonly jws: string; readonly key: PublicJwk },
  ): Promise<CustodyAnswer>;
  /** Registers what a recipient without a gateway answered to a correction or a recall. */
  registerReceipt(
    officer: Officer,
    receipt: {
      readonly about: string;
      readonly matter: string;
      readonly transfer: string;
      /** As the paper says; milliseconds since the epoch. */
      readonly at: number;
      /** SHA-256 of the paper, hexadecimal. */
      readonly sha256: string;
    },
  ): Promise<CustodyAnswer>;
  /**
   * Registers that a recipient without a gateway passed it on. It is registered also where no consent covers it: then the
   * record says so, and whoever got it is reached by every recall nevertheless.
   */
  registerTransfer(
    officer: Officer,
    passed: AskedExport & { readonly parent: string; readonly at: number },
  ): Promise<CustodyAnswer>;
  assign(
    officer: Officer,
    on: { readonly about: string; readonly officer: string },
  ): Promise<CustodyAnswer>;
  /** What may leave, as a signed file that carries what binds it; its entry stands in the ledger before it is handed out. */
  export(officer: Officer, asked: AskedExport): Promise<Exported>;
  /** Shows what is held, for a purpose of the request or one that the provider consented to. */
  read(officer: Officer, asked: AskedReading): Promise<HeldRead>;
}

type Leaving = KeptCustody<CustodyAnswer>;
const no = (fault: CustodyDeskFault): Leaving => leaveCustody({ holding: null, fault });

/** Opens the desk. */
export function openCustodyDesk(rooms: ExchangeRooms): CustodyDesk {
  const change = (
    officer: Officer,
    about: string,
    step: (holding: Holding) => Promise<Leaving> | Leaving,
  ): Promise<CustodyAnswer> =>
    rooms.custodyFiles.change(about, async (found) => {
      const holding = await holdingOf(rooms, about, found);
      if (holding === undefined || !isOnHolding(holding, officer)) return no('NO_HOLDING');
      return isMover(officer.role) ? step(holding) : no('NOT_THIS_ROLE');
    });
  const show: CustodyDesk['show'] = async (officer, about) => {
    const holding = await holdingOf(rooms, about, await rooms.custodyFiles.load(about));
    return holding !== undefined && isOnHolding(holding, officer) ? holding : undefined;
  };
  const acted = async (on: ActedOn) => {
    const stepped = await actOn(rooms, on);
    return 'fault' in stepped ? no(stepped.fault) : kept(rooms, on.holding, stepped);
  };
  return {
    show,
    async open(officer, page) {
      const files = await rooms.custodyFiles.open(page);
      const all = await Promise.all(files.map((file) => holdingOf(rooms, file.about.id, file)));
      const holdings = all.flatMap((one) =>
        one !== undefined && isOnHolding(one, officer) ? [one] : [],
      );
      return {
        holdings,
        last: files.length < page.first ? null : (files.at(-1)?.about.id ?? null),
      };
    },
    act: (officer, place, act) =>
      change(officer, place.about, (holding) => acted({ officer, holding, place, act })),
    give: (officer, place, { jws, key }) =>
      change(officer, place.about, (holding) => {
        const kind = holding.file.matters.find(({ id }) => id === place.matter)?.kind;
        if (kind !== 'PURPOSE_CHANGE' && kind !== 'ONWARD_TRANSFER') return no('NO_MATTER');
        const act = { kind, step: 'GIVE', consent: jws, key } as const;
        return acted({ officer, holding, place, act });
      }),
    registerReceipt: (officer, receipt) =>
      change(officer, receipt.about, (holding) => addReceipt(rooms, { officer, holding, receipt })),
    registerTransfer: (officer, passed) =>
      change(officer, passed.about, (holding) => addTransfer(rooms, { officer, holding, passed })),
    assign: (officer, { about, officer: added }) =>
      change(officer, about, (holding) => {
        const officers = [...new Set([...holding.file.officers, added])];
        return kept(rooms, holding, { file: { ...holding.file, officers }, made: [] });
      }),
    export: (officer, asked) => exportHeld(rooms, officer, asked),
    async read(officer, asked) {
      const holding = await show(officer, asked.about);
      if (holding === undefined) return { values: null, fault: 'NO_HOLDING' };
      return readHeld(rooms, { officer, holding, ...asked });
    },
  };
}

type Drafted = Parameters<typeof keepCustody>[1];

const kept = (rooms: ExchangeRooms, holding: Holding, draft: Drafted): Promise<Leaving> =>
  keepCustody<CustodyAnswer>(rooms, draft, {
    value: { holding: { ...holding, file: draft.file } },
  });

const isClerk = ({ role }: Officer): boolean =>
  role === 'REQUESTING_ANALYST' || role === 'COORDINATOR' || role === 'SIGNATORY';

interface ReceiptGiven {
  readonly officer: Officer;
  readonly holding: Holding;
  readonly receipt: Parameters<CustodyDesk['registerReceipt']>[1];
}

async function addReceipt(
  rooms: ExchangeRooms,
  { officer, holding, receipt }: ReceiptGiven,
): Promise<Leaving> {
  const { file } = holding;
  const { matter: id, transfer, at, sha256 } = receipt;
  if (!isClerk(officer)) return no('NOT_THIS_ROLE');
  const matter = file.matters.find((one) => one.id === id);
  if (matter === undefined || !isAnswered(matter)) return no('NO_MATTER');
  const passed = file.transfers.find((one) => one.id === transfer);
  // What a gateway has to sign for itself no clerk signs for it.
  if (passed === undefined || passed.gateway) return no('UNKNOWN_TRANSFER');
  const known = file.registered.find((one) => one.matter === id && one.transfer === transfer);
  if (known !== undefined) {
    return known.receipt === sha256 ? leaveCustody({ holding }) : no('CONFLICT');
  }
  const registered = { matter: id, transfer, at, receipt: sha256, officer: officer.officer };
  await sealRecord(rooms, { officer, holding, purpose: passed.purpose, record: registered });
  const next = { ...file, registered: [...file.registered, registered] };
  return kept(rooms, holding, await reportUp(rooms, { file: next, made: [] }, id));
}

const isAnswered = ({ kind, side }: Matter): boolean =>
  side === 'RECIPIENT' && (kind === 'CORRECTION' || kind === 'RECALL');

interface TransferTold {
  readonly officer: Officer;
  readonly holding: Holding;
  readonly passed: Parameters<CustodyDesk['registerTransfer']>[1];
}

async function addTransfer(
  rooms: ExchangeRooms,
  { officer, holding, passed }: TransferTold,
): Promise<Leaving> {
  const { file } = holding;
  const { id, parent, at, recipient, scope, purpose } = passed;
  const above = file.transfers.find((one) => one.id === parent);
  if (!isClerk(officer)) return no('NOT_THIS_ROLE');
  if (above === undefined || above.gateway) return no('UNKNOWN_TRANSFER');
  if (!isScope(scope)) return no('SCOPE_FAULTY');
  if (file.transfers.length >= MOST_TRANSFERS) return no('TOO_MANY_TRANSFERS');
  const covered = coverageOf(rooms, holding, { ...passed, at });
  const transfer: Transfer = {
    ...{ id, parent, from: above.recipient.code, recipient, gateway: false, scope, purpose, at },
    until: 'until' in covered ? Math.min(covered.until, above.until) : above.until,
    consent: 'until' in covered ? covered.consent : null,
    conditions: above.conditions,
  };
  const known = file.transfers.find((one) => one.id === id);
  if (known !== undefined) {
    const isSame = canonicalJson(known) === canonicalJson(transfer);
    return isSame ? leaveCustody({ holding }) : no('CONFLICT');
  }
  await sealRecord(rooms, { officer, holding, purpose, record: transfer });
  const applied = { ...file.applied, [id]: file.applied[parent] ?? [] };
  const next = { ...file, transfers: [...file.transfers, transfer], applied };
  return kept(rooms, holding, await reportAll(rooms, next));
}

/** Tells the gateways above of a recipient that came to light after a correction or a recall. */
async function reportAll(rooms: ExchangeRooms, file: CustodyFile): Promise<Draft> {
  let draft: Draft = { file, made: [] };
  for (const { id } of accountable(file)) draft = await reportUp(rooms, draft, id);
  return draft;
}

interface Recorded {
  readonly officer: Officer;
  readonly holding: Holding;
  readonly purpose: string;
  readonly record: Parameters<typeof canonicalJson>[0];
}

async function sealRecord(
  { ledger, head }: ExchangeRooms,
  { officer, holding, purpose, record }: Recorded,
): Promise<void> {
  const text = Buffer.from(canonicalJson(record));
  const { about, instrument } = holding.file;
  const handled = { ...officer, about, instrument, purpose, clause: '11(3)' } as const;
  await ledger.seal(handledEntry(head, { ...handled, record: bytesDigest(text) }, []), text);
}
