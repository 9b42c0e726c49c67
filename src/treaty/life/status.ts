/** What is recorded of an instrument beside what the operator has set: one status, or the contradiction between them. */

import type { CountryCode } from '../authority.js';
import type { InstrumentStatus } from '../in-force.js';
import type { Day } from '../instrument-data.js';
import type { LifeRecord } from './act.js';

export interface RecordedStatus {
  readonly status: InstrumentStatus;
  /** The settings say one day and the records another: nothing is granted until they agree. */
  readonly contradicts: boolean;
}

/** The settings and the records of one instrument together; the records stand as of one instant. */
export function recordedStatus(
  settings: InstrumentStatus,
  records: readonly LifeRecord[],
): RecordedStatus {
  let status = settings;
  let contradicts = false;
  for (const record of records) {
    contradicts ||= contradictsSettings(settings, record);
    status = withRecord(status, record);
  }
  return { status, contradicts };
}

/** Whether a record gives another day than the settings for the same act. */
export function contradictsSettings(
  { notifications = {}, terminationNotice }: InstrumentStatus,
  { act, party }: Pick<LifeRecord, 'act' | 'party'>,
): boolean {
  switch (act.kind) {
    case 'NOTIFICATION': {
      const set = act.amendment === null ? notifications[party] : undefined;
      return set !== undefined && set !== act.on;
    }
    case 'TERMINATION':
      return terminationNotice !== undefined && terminationNotice !== act.on;
    case 'CONSENT':
    case 'DISAGREEMENT':
    case 'DISAGREEMENT_STEP':
    case 'COST_NOTE':
    case 'ANNULMENT':
      return false;
  }
}

function withRecord(status: InstrumentStatus, { act, party }: LifeRecord): InstrumentStatus {
  switch (act.kind) {
    case 'NOTIFICATION':
      return act.amendment === null
        ? { ...status, notifications: { ...status.notifications, [party]: act.on } }
        : withAmendment(status, { number: act.amendment, party, on: act.on });
    case 'CONSENT':
      return withAmendment(status, { number: act.amendment, party, on: act.on });
    case 'TERMINATION': {
      const { terminationNotice = act.on } = status;
      // Two notices: the earlier one ends it.
      const first = terminationNotice < act.on ? terminationNotice : act.on;
      return { ...status, terminationNotice: first };
    }
    case 'DISAGREEMENT':
    case 'DISAGREEMENT_STEP':
    case 'COST_NOTE':
    case 'ANNULMENT':
      return status;
  }
}

function withAmendment(
  status: InstrumentStatus,
  { number, party, on }: { readonly number: number; readonly party: CountryCode; readonly on: Day },
): InstrumentStatus {
  const { amendments = {} } = status;
  return {
    ...status,
    amendments: { ...amendments, [number]: { ...amendments[number], [party]: on } },
  };
}
