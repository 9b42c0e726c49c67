/** Disagreements on an instrument (Article 12; memorandum, paragraph 6), and costs agreed for one request (Article 13). */
import type { CountryCode } from '../authority.js';
import type { DisputedRule, LifeAct, LifeRecord } from './act.js';

export const DISAGREEMENT_STATES = ['RAISED', 'CONSULTING', 'SETTLED', 'WITHDRAWN'] as const;
export type DisagreementState = (typeof DISAGREEMENT_STATES)[number];

export interface Disagreement {
  readonly id: string;
  readonly instrument: string;
  readonly raisedBy: CountryCode;
  readonly rules: readonly DisputedRule[];
  readonly requests: readonly string[];
  readonly freezes: boolean;
  readonly state: DisagreementState;
  /** Milliseconds since the epoch. */
  readonly recordedAt: number;
}

/** Parties of an instrument, by country. */
export type PartyCountries = readonly CountryCode[];

/** Every disagreement with its state, in the order in which they were raised. Records stand as of one instant. */
export function disagreementsOf(
  records: readonly LifeRecord[],
  parties: PartyCountries,
): readonly Disagreement[] {
  return records.flatMap((record) => {
    const { act, id, instrument, party, recordedAt } = record;
    if (act.kind !== 'DISAGREEMENT') return [];
    const { rules, requests, freezes } = act;
    const state = stateOf(record, stepsOf(records, id), parties);
    return [{ id, instrument, raisedBy: party, rules, requests, freezes, state, recordedAt }];
  });
}

type Step = LifeRecord & { readonly act: Extract<LifeAct, { kind: 'DISAGREEMENT_STEP' }> };

const stepsOf = (records: readonly LifeRecord[], id: string): readonly Step[] =>
  records.filter(
    (record): record is Step =>
      record.act.kind === 'DISAGREEMENT_STEP' && record.act.disagreement === id,
  );

// Settled by both, in one document: one side alone does not open again what was closed for both readings.
function stateOf(
  { party }: LifeRecord,
  steps: readonly Step[],
  parties: PartyCountries,
): DisagreementState {
  const of = (step: Step['act']['step']) => steps.filter(({ act }) => act.step === step);
  if (of('WITHDRAW').some((one) => one.party === party)) return 'WITHDRAWN';
  if (isSignedByAll(of('SETTLE'), parties)) return 'SETTLED';
  return of('CONSULT').length > 0 ? 'CONSULTING' : 'RAISED';
}

/** Whether every Party signed one and the same document. */
function isSignedByAll(
  records: readonly Pick<LifeRecord, 'party' | 'digest'>[],
  parties: PartyCountries,
): boolean {
  return records.some(({ digest }) =>
    parties.every((country) =>
      records.some((one) => one.party === country && one.digest === digest),
    ),
  );
}

/** Whether the Parties still disagree. */
export const isOpen = ({ state }: Pick<Disagreement, 'state'>): boolean =>
  state === 'RAISED' || state === 'CONSULTING';

/** The rules that stay closed: those of every open disagreement that freezes them. */
export function frozenRules(disagreements: readonly Disagreement[]): readonly DisputedRule[] {
  return disagreements.filter((one) => one.freezes && isOpen(one)).flatMap(({ rules }) => rules);
}

/** Costs that both sides signed for a request. */
export interface CostNote {
  readonly request: string;
  readonly reference: string;
  /** SHA-256 of the document, hexadecimal. */
  readonly digest: string;
}

/** The cost notes of a request that both sides signed; what one side alone signed is none. */
export function costNotesOf(
  records: readonly LifeRecord[],
  request: string,
  parties: PartyCountries,
): readonly CostNote[] {
  const signed = records.filter(({ act }) => act.kind === 'COST_NOTE' && act.request === request);
  const digests = [...new Set(signed.map(({ digest }) => digest))];
  return digests.flatMap((digest) => {
    const same = signed.filter((one) => one.digest === digest);
    const [first] = same;
    return first !== undefined && isSignedByAll(same, parties)
      ? [{ request, reference: first.reference, digest }]
      : [];
  });
}
