/**
 * A holding: information that this authority gave or got by one request or one provision, as far as its custody is
 * concerned. Derived every time from what stands, so that it never says more than the case itself.
 */
import type { CustodyFile } from '../../custody/index.js';
import {
  type Conclusion,
  type Condition,
  isOnPaper,
  provisionDigest,
  type RequestDocument,
  type RequestState,
} from '../../requests/index.js';
import type { CaseFile, ProvisionFile } from '../../store/index.js';
import type { Officer } from '../officer.js';
import { seesAll } from '../officer.js';
import { readFiled } from '../read-filed.js';
import type { ExchangeRooms } from '../rooms.js';

/** What was given under one statement of purpose, end and conditions. */
export interface HeldUnder {
  /** The numbers of the persons. */
  readonly subjects: readonly number[];
  readonly purposes: readonly string[];
  /** First instant at which it may no longer be used. */
  readonly until: number;
  readonly conditions: readonly Condition[];
}

export interface Holding {
  readonly file: CustodyFile;
  readonly under: readonly HeldUnder[];
  /** The authority to which this one, as the provider, gave it; null at a recipient. */
  readonly given: string | null;
  /** Service numbers of all that are on it. */
  readonly officers: readonly string[];
  /** The unit that asked; null where none did. */
  readonly unit: string | null;
  /** Whether it is held for use: answered and not in doubt, received and not ended. */
  readonly isLive: boolean;
}

type HoldingRooms = Pick<ExchangeRooms, 'cases' | 'provisions' | 'post' | 'head'>;

/** The holding of this request or provision, with what is kept of its custody; undefined where there is none. */
export async function holdingOf(
  rooms: ExchangeRooms,
  about: string,
  found: CustodyFile | undefined,
): Promise<Holding | undefined> {
  const kept = await rooms.cases.load(about);
  if (kept !== undefined) return caseHolding(rooms, kept, found);
  const provision = await rooms.provisions.load(about);
  if (provision !== undefined) return provisionHolding(provision, found);
  return found === undefined ? undefined : receivedHolding(found);
}

async function caseHolding(
  rooms: HoldingRooms & ExchangeRooms,
  kept: CaseFile,
  found: CustodyFile | undefined,
): Promise<Holding | undefined> {
  const document = await readFiled(rooms, kept);
  const conclusion = conclusionOf(kept);
  if (document === null || conclusion === undefined || isOnPaper(kept.case.chain)) return undefined;
  const { side, state, head } = kept.case;
  const isProvider = side === 'REQUESTED';
  const about = { kind: 'REQUEST', id: head.id, digest: head.request } as const;
  const { instrument, requestedAuthority: provider, requestingAuthority, officers, unit } = kept;
  const from = isProvider ? null : provider;
  return {
    file: found ?? { ...NOTHING_KEPT, about, instrument, provider, from },
    under: [heldByRequest(document, conclusion)],
    given: isProvider ? requestingAuthority : null,
    officers: [...officers, ...(found?.officers ?? [])],
    unit: isProvider ? null : unit,
    isLive: HELD_IN.includes(state),
  };
}

/** Doubt closes what was answered (9(5)); the end of the exchange does not: its own end does (11(5)). */
const HELD_IN: readonly RequestState[] = ['ANSWERED', 'PARTLY_REFUSED', 'CLOSED'];

const heldByRequest = (
  { subjects, purposes }: RequestDocument,
  { grantUntil, conditions }: Conclusion,
): HeldUnder => ({
  subjects: subjects.map(({ n }) => n),
  purposes: purposes.map(({ purpose }) => purpose),
  until: grantUntil,
  conditions,
});

function conclusionOf({ case: { chain } }: CaseFile): Conclusion | undefined {
  const moves = chain.map(({ motion }) => motion.move);
  return moves.flatMap((move) => ('asOf' in move ? [move] : [])).at(-1);
}

function provisionHolding(
  { provision, side, state, officers }: ProvisionFile,
  found: CustodyFile | undefined,
): Holding | undefined {
  const isProvider = side === 'PROVIDER';
  if (isProvider && state !== 'SENT') return undefined;
  const { id, instrument, provider, recipient, subjects, purpose, keepUntil, conditions } =
    provision;
  const about = { kind: 'PROVISION', id, digest: provisionDigest(provision) } as const;
  return {
    file: found ?? {
      ...NOTHING_KEPT,
      about,
      instrument,
      provider,
      from: isProvider ? null : provider,
    },
    under: [
      { subjects: subjects.map(({ n }) => n), purposes: [purpose], until: keepUntil, conditions },
    ],
    given: isProvider ? recipient : null,
    officers: [...officers, ...(found?.officers ?? [])],
    unit: null,
    isLive: isProvider || state === 'RECEIVED',
  };
}

/** What came by transfers alone: each binds what came by it. */
export const receivedHolding = (file: CustodyFile): Holding => ({
  file,
  under: file.received.map(({ scope, purpose, until, conditions }) => ({
    ...{ subjects: scope.subjects, purposes: [purpose], until, conditions },
  })),
  ...{ given: null, officers: file.officers, unit: null, isLive: true },
});

/** A holding of whose custody nothing is kept yet. */
export const NOTHING_KEPT = {
  ...{ received: [], transfers: [], applied: {}, consents: [] },
  ...{ matters: [], registered: [], officers: [] },
} as const;

/** Whether it exists for this officer: as its case or provision does (11(1)). */
export const isOnHolding = ({ officers }: Holding, officer: Officer): boolean =>
  seesAll(officer) || officers.includes(officer.officer);

/** The numbers of the persons it speaks of. */
export const subjectsOf = ({ under }: Holding): readonly number[] => [
  ...new Set(under.flatMap(({ subjects }) => subjects)),
];
