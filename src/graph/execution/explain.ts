/** `explain`: the verdicts that an operation would meet, by the same judge. Touches no register data. */
import { Refusal } from '../../base/index.js';
import { decideCoordinate, permittedPurposes, type Verdict } from '../../policy/index.js';
import type { Grant } from '../../requests/index.js';
import { basisOf, type Instrument, partyOf } from '../../treaty/index.js';
import type { AskedExplain } from '../document/operation.js';
import type { AskedCoordinate } from '../graph.js';
import type { CoordinateVerdict } from '../types/instrument.js';
import { type AskRule, judge, type Supposed } from '../verdicts/judge.js';

export interface ExplainLaw {
  readonly instruments: ReadonlyMap<string, Instrument>;
  readonly askRule: AskRule;
  /** What the schema calls a coordinate of the law; the same where it is left out. */
  readonly servedName?: (coordinate: string) => string;
}

export interface ExplainFor {
  readonly grant: Grant | null;
  /** The caller's authority. */
  readonly authority: string;
}

/** Explains each inner operation; throws Refusal(PURPOSE_REQUIRED) where neither request nor purpose is given. */
export async function explainAll(
  explains: readonly AskedExplain[],
  asker: ExplainFor,
  law: ExplainLaw,
): Promise<ReadonlyMap<string, readonly CoordinateVerdict[]>> {
  const supposed = explains.map((one) => [one, suppose(one, asker, law)] as const);
  const explained = await Promise.all(
    supposed.map(async ([{ key, guarded }, standings]) => {
      const verdicts = standings.map((standing) => explainUnder(guarded, standing, law));
      return [key, (await Promise.all(verdicts)).flat()] as const;
    }),
  );
  return new Map(explained);
}

// The request of the headers, or every instrument that has the purpose and binds the caller's authority.
function suppose(
  { purpose }: AskedExplain,
  { grant, authority }: ExplainFor,
  { instruments }: ExplainLaw,
): readonly Supposed[] {
  if (grant !== null) return [grant];
  if (purpose === null) throw new Refusal('PURPOSE_REQUIRED');
  return [...instruments.values()]
    .filter(
      (instrument) =>
        instrument.purposes.has(purpose) && partyOf(instrument, authority) !== undefined,
    )
    .map((instrument) => ({ instrument, purpose, subjects: [] }));
}

async function explainUnder(
  guarded: readonly AskedCoordinate[],
  supposed: Supposed,
  { askRule, servedName = (coordinate) => coordinate }: ExplainLaw,
): Promise<readonly CoordinateVerdict[]> {
  const { withheld } = await judge({ guarded }, supposed, askRule);
  const closed = new Set(withheld.map(({ asked }) => asked.coordinate));
  const { instrument, purpose } = supposed;
  return guarded.map(({ coordinate, item }) => {
    const decided = decideCoordinate({ instrument, purpose }, coordinate);
    const isOpen = !closed.has(coordinate) && decided?.verdict === 'DISCLOSE';
    return {
      coordinate: servedName(coordinate),
      verdict: isOpen ? 'DISCLOSE' : 'WITHHOLD',
      item,
      instrument: instrument.id,
      reason: reasonOf(decided),
      clauses: isOpen ? decided.clauses : basisOf(instrument, item),
      permittedPurposes: permittedPurposes(instrument, coordinate),
    };
  });
}

const reasonOf = (decided: Verdict | undefined): string | null =>
  decided?.verdict === 'WITHHOLD' ? decided.reason : null;
