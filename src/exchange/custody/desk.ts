/**
 * The desk of custody (11(2) to 11(5)): what officers ask of, tell and answer the other gateway about what was given or
 * received, and what they register of recipients without one. To whoever is not on the holding it does not exist.
 */
import type { PublicJwk } from '../../base/index.js';
import type { CustodyAct } from '../../custody/index.js';
import type { KeptCustody } from '../../store/index.js';
import { type ExtensionAsked, extendRetention } from '../holding/extend.js';
import { isMover, type Officer } from '../officer.js';
import type { ExchangeRooms } from '../rooms.js';
import { type ActedOn, actOn } from './act.js';
import type { AskedExport, AskedReading, CustodyDeskFault, StepPlace } from './asked.js';
import { type Exported, exportHeld } from './export-held.js';
import { type Holding, holdingOf, isOnHolding } from './holding.js';
import { type HeldRead, readHeld } from './read-held.js';
import {
  addReceipt,
  addTransfer,
  type RegisteredReceipt,
  type RegisteredTransfer,
} from './registering.js';
import { type Draft, keepCustody, leaveCustody } from './steps.js';

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
  registerReceipt(officer: Officer, receipt: RegisteredReceipt): Promise<CustodyAnswer>;
  /**
   * Registers that a recipient without a gateway passed it on. It is registered also where no consent covers it: then the
   * record says so, and whoever got it is reached by every recall nevertheless.
   */
  registerTransfer(officer: Officer, passed: RegisteredTransfer): Promise<CustodyAnswer>;
  /** Puts off the end until which it may be held for a purpose (11(5)). */
  extend(officer: Officer, asked: ExtensionAsked): Promise<CustodyAnswer>;
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
type Stepping = Draft | { readonly fault: CustodyDeskFault };
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
  const keep = async (holding: Holding, stepping: Promise<Stepping>) => {
    const stepped = await stepping;
    return 'fault' in stepped ? no(stepped.fault) : kept(rooms, holding, stepped);
  };
  const acted = (on: ActedOn) => keep(on.holding, actOn(rooms, on));
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
      change(officer, receipt.about, (holding) =>
        keep(holding, addReceipt(rooms, { officer, holding, receipt })),
      ),
    registerTransfer: (officer, passed) =>
      change(officer, passed.about, (holding) =>
        keep(holding, addTransfer(rooms, { officer, holding, passed })),
      ),
    async extend(officer, asked) {
      const holding = await show(officer, asked.about);
      if (holding === undefined) return { holding: null, fault: 'NO_HOLDING' };
      const fault = await extendRetention(rooms, officer, { holding, asked });
      return fault === undefined ? { holding } : { holding: null, fault };
    },
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

const kept = (rooms: ExchangeRooms, holding: Holding, draft: Draft): Promise<Leaving> =>
  keepCustody<CustodyAnswer>(rooms, draft, {
    value: { holding: { ...holding, file: draft.file } },
  });
