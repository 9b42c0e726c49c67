/** Whether an act may be recorded of an instrument: nothing is recorded that could not have happened. */
import { type InstrumentStatus, inForceUntil, isInForce } from '../in-force.js';
import type { Instrument } from '../instrument.js';
import type { Day } from '../instrument-data.js';
import { type LifeAct, type LifeRecord, recordsAt } from './act.js';
import { type Disagreement, disagreementsOf, isOpen } from './disagreements.js';
import { contradictsSettings, recordedStatus } from './status.js';
import { versionsOf } from './versions.js';

/** Why an act is not recorded. Closed. */
export const LIFE_FAULTS = [
  'NO_INSTRUMENT',
  'NOT_A_PARTY',
  /** It would have happened after today. */
  'DAY_TO_COME',
  /** The settings give another day for it. */
  'CONTRADICTS_SETTINGS',
  /** This Party's act of this kind stands already: annul it first. */
  'ALREADY_RECORDED',
  /** The text is in force from a day of its own: it waits for no notification. */
  'NOT_BY_NOTIFICATION',
  'NO_AMENDMENT',
  /** A protocol enters into force by notifications, written consents by being given (A-16, B-7). */
  'NOT_AMENDED_SO',
  'BEFORE_SIGNATURE',
  /** Received before the day that the notice bears. */
  'BEFORE_ITS_NOTICE',
  'NOT_IN_FORCE',
  /** No version opens the rule: there is nothing to freeze. */
  'RULE_NOT_OPEN',
  'NOTHING_DISPUTED',
  'NO_DISAGREEMENT',
  'NOT_IN_THIS_STATE',
  /** Only who raised it withdraws it. */
  'NOT_WHO_RAISED',
  'NO_RECORD',
] as const;
export type LifeFault = (typeof LIFE_FAULTS)[number];

export interface LifeGround {
  /** Undefined where the gateway knows none of that name. */
  readonly instrument: Instrument | undefined;
  readonly settings: InstrumentStatus;
  /** Of this instrument. */
  readonly records: readonly LifeRecord[];
  readonly today: Day;
  readonly now: number;
}

export type ActOf = Pick<LifeRecord, 'act' | 'party'>;

/** Why the act is not recorded now; undefined where it is. */
export function whyNotRecorded(ground: LifeGround, asked: ActOf): LifeFault | undefined {
  const { instrument, settings } = ground;
  if (instrument === undefined) return 'NO_INSTRUMENT';
  if (!instrument.parties.some(({ country }) => country === asked.party)) return 'NOT_A_PARTY';
  if (contradictsSettings(settings, asked)) return 'CONTRADICTS_SETTINGS';
  const standing = recordsAt(ground.records, ground.now);
  return whyNot({ ...ground, instrument, records: standing }, asked);
}

type Weighed = LifeGround & { readonly instrument: Instrument };

function whyNot(ground: Weighed, { act, party }: ActOf): LifeFault | undefined {
  switch (act.kind) {
    case 'NOTIFICATION':
      return act.amendment === null
        ? whyNoNotification(ground, act, party)
        : whyNoAmendment(ground, { act, by: 'PROTOCOL', number: act.amendment, party });
    case 'CONSENT':
      return whyNoAmendment(ground, { act, by: 'WRITTEN_CONSENTS', number: act.amendment, party });
    case 'TERMINATION':
      return whyNoTermination(ground, act, party);
    case 'DISAGREEMENT':
      return whyNoDisagreement(ground, act);
    case 'DISAGREEMENT_STEP':
      return whyNoStep(ground, act, party);
    case 'COST_NOTE':
      return undefined;
    case 'ANNULMENT':
      return whyNoAnnulment(ground, act, party);
  }
}

type Act<Kind extends LifeAct['kind']> = Extract<LifeAct, { kind: Kind }>;

const has = ({ records }: LifeGround, party: string, is: (act: LifeAct) => boolean): boolean =>
  records.some((record) => record.party === party && is(record.act));

function whyNoNotification(ground: Weighed, { on }: Act<'NOTIFICATION'>, party: string) {
  const { instrument, today } = ground;
  if (instrument.entryIntoForce.on === 'DAY') return 'NOT_BY_NOTIFICATION';
  if (on > today) return 'DAY_TO_COME';
  const stands = has(ground, party, (act) => act.kind === 'NOTIFICATION' && act.amendment === null);
  return stands ? 'ALREADY_RECORDED' : undefined;
}

function whyNoAmendment(
  ground: Weighed,
  asked: {
    readonly act: Act<'NOTIFICATION'> | Act<'CONSENT'>;
    readonly by: Instrument['amendedBy'];
    readonly number: number;
    readonly party: string;
  },
): LifeFault | undefined {
  const { act, by, number, party } = asked;
  const { amendments = [], amendedBy } = ground.instrument;
  const amendment = Number.isSafeInteger(number) ? amendments[number - 1] : undefined;
  if (amendedBy !== by) return 'NOT_AMENDED_SO';
  if (amendment === undefined) return 'NO_AMENDMENT';
  if (act.on > ground.today) return 'DAY_TO_COME';
  if (act.on < amendment.signedOn) return 'BEFORE_SIGNATURE';
  const stands = has(
    ground,
    party,
    (one) => 'amendment' in one && one.kind === act.kind && one.amendment === number,
  );
  return stands ? 'ALREADY_RECORDED' : undefined;
}

function whyNoTermination(ground: Weighed, act: Act<'TERMINATION'>, party: string) {
  if (act.on < act.writtenOn) return 'BEFORE_ITS_NOTICE';
  if (act.on > ground.today) return 'DAY_TO_COME';
  if (has(ground, party, ({ kind }) => kind === 'TERMINATION')) return 'ALREADY_RECORDED';
  const { status } = recordedStatus(ground.settings, ground.records);
  return isInForce(ground.instrument, status, act.on) ? undefined : 'NOT_IN_FORCE';
}

// By whose act it was; and what has ended an instrument is not undone, since it has ended.
function whyNoAnnulment(ground: Weighed, { record }: Act<'ANNULMENT'>, party: string) {
  const found = ground.records.find(({ id }) => id === record);
  if (found === undefined || found.party !== party || found.act.kind === 'ANNULMENT') {
    return 'NO_RECORD';
  }
  if (found.act.kind !== 'TERMINATION') return undefined;
  const { status } = recordedStatus(ground.settings, ground.records);
  const until = inForceUntil(ground.instrument, status);
  return until !== undefined && until <= ground.today ? 'NOT_IN_FORCE' : undefined;
}

function whyNoDisagreement(
  { instrument, settings, records }: Weighed,
  { rules, requests }: Act<'DISAGREEMENT'>,
): LifeFault | undefined {
  if (rules.length === 0 && requests.length === 0) return 'NOTHING_DISPUTED';
  const { status } = recordedStatus(settings, records);
  const data = { ...instrument, purposes: [...instrument.purposes.values()] };
  const versions = versionsOf(data, status);
  const isOpened = ({ purpose, item }: (typeof rules)[number]) =>
    versions.some((version) => version.instrument.opens.get(purpose)?.has(item));
  return rules.every(isOpened) ? undefined : 'RULE_NOT_OPEN';
}

function whyNoStep(
  { records, instrument }: Weighed,
  { disagreement: id, step }: Act<'DISAGREEMENT_STEP'>,
  party: string,
): LifeFault | undefined {
  const parties = instrument.parties.map(({ country }) => country);
  const found = disagreementsOf(records, parties).find((one) => one.id === id);
  if (found === undefined) return 'NO_DISAGREEMENT';
  return isOpen(found) ? whyNotFrom(found, step, party) : 'NOT_IN_THIS_STATE';
}

function whyNotFrom(
  { state, raisedBy }: Disagreement,
  step: Act<'DISAGREEMENT_STEP'>['step'],
  party: string,
): LifeFault | undefined {
  switch (step) {
    case 'CONSULT':
      return state === 'RAISED' ? undefined : 'NOT_IN_THIS_STATE';
    case 'SETTLE':
      return undefined;
    case 'WITHDRAW':
      return party === raisedBy ? undefined : 'NOT_WHO_RAISED';
  }
}
