/** What `explain` says of an operation, held against what the operation then does. */
import { itemOf } from '../../../src/treaty/index.js';
import type { GeneratedOperation } from '../../support/operations.js';
import type { Told } from './ground.js';

interface Explained {
  readonly coordinate: string;
  readonly verdict: string;
}

/** One operation, explained and asked. */
export interface Pair {
  readonly operation: GeneratedOperation;
  readonly explained: Told;
  readonly answered: Told;
}

export interface Compared {
  readonly disclosed: number;
  readonly withheld: number;
  /** Empty where the two agree. */
  readonly faults: readonly string[];
}

/** Compares the two; what neither status 200 has is a fault. */
export function compare({ operation, explained, answered }: Pair): Compared {
  if (explained.status !== 200 || answered.status !== 200) {
    return {
      disclosed: 0,
      withheld: 0,
      faults: [`status ${explained.status}, ${answered.status}`],
    };
  }
  const said = verdictsIn(explained);
  const errors = (answered.json.errors ?? []).map(({ extensions }) => extensions);
  const told = errors
    .filter(({ code }) => code === 'FIELD_WITHHELD')
    .map(({ coordinate }) => String(coordinate));
  const withheld = said.filter(({ verdict }) => verdict === 'WITHHOLD');
  return {
    disclosed: said.length - withheld.length,
    withheld: withheld.length,
    faults: [
      ...said.flatMap((one) => faultOf(one, told)),
      ...unsaid(said, [...askedIn(operation), ...told]),
      ...(errors.length === told.length ? [] : ['an error of another kind']),
    ],
  };
}

// The gateway's own answer to the rig's query.
const verdictsIn = ({ json }: Told): readonly Explained[] =>
  (json.data as { readonly explain: readonly Explained[] }).explain;

const askedIn = ({ asks }: GeneratedOperation): readonly string[] =>
  asks.filter((coordinate) => itemOf(coordinate) !== undefined);

function faultOf({ coordinate, verdict }: Explained, told: readonly string[]): readonly string[] {
  const times = told.filter((one) => one === coordinate).length;
  const expected = verdict === 'DISCLOSE' ? 0 : 1;
  return times === expected ? [] : [`${coordinate}: ${verdict}, withheld ${times} times`];
}

function unsaid(said: readonly Explained[], asked: readonly string[]): readonly string[] {
  const known = new Set(said.map(({ coordinate }) => coordinate));
  const left = [...new Set(asked)].filter((coordinate) => !known.has(coordinate));
  const twice = said.length - known.size;
  return [
    ...left.map((coordinate) => `${coordinate}: not explained`),
    ...(twice === 0 ? [] : [`explained twice: ${twice}`]),
  ];
}
