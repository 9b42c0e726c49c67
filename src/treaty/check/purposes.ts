/** What the purposes of an instrument say together with its items (A-Pre, 10(1), 11(2), 11(5)). */
import { EXECUTION, type InstrumentData, type PurposeData } from '../instrument-data.js';
import { COORDINATES_OF, type Item, itemsNeeded } from '../items.js';
import { below, type InstrumentFaultAt, type InstrumentFaultCode } from './fault.js';

type Faults = readonly InstrumentFaultAt[];

const when = (is: boolean, code: InstrumentFaultCode, at: string): Faults =>
  is ? [{ code, at }] : [];

/** The faults of every purpose in a list, against the items. `at` is where the list stands. */
export function purposesFaults(
  purposes: readonly PurposeData[],
  items: InstrumentData['items'],
  at: string,
): Faults {
  const names = new Set<string>();
  return purposes.flatMap((purpose, i) => {
    const here = below(at, i);
    const isTwice = names.has(purpose.purpose);
    names.add(purpose.purpose);
    return [
      ...when(isTwice, 'PURPOSE_TWICE', below(here, 'purpose')),
      ...opened(purpose, items, here),
      ...conditions(purpose, here),
      ...when(
        isAsked(purpose) && purpose.retentionDays === undefined,
        'RETENTION_MISSING',
        below(here, 'retentionDays'),
      ),
    ];
  });
}

/** Whether the other side asks for it, and gets anything. */
const isAsked = ({ statedBy, opens }: PurposeData): boolean =>
  statedBy === 'requesting' && opens.length > 0;

function opened({ opens, closes = [] }: PurposeData, items: InstrumentData['items'], at: string) {
  return opens.flatMap((item, i): Faults => {
    const here = below(below(at, 'opens'), i);
    return [
      ...when(opens.indexOf(item) !== i, 'ITEM_TWICE', here),
      ...when(items[item] === undefined, 'ITEM_WITHOUT_CLAUSE', here),
      ...when(closes.includes(item), 'RULES_CONTRADICT', here),
      ...when(!hasRecord(item, opens), 'RECORD_NOT_OPENED', here),
    ];
  });
}

const hasRecord = (item: Item, opens: readonly Item[]): boolean =>
  COORDINATES_OF[item].flatMap(itemsNeeded).every((needed) => opens.includes(needed));

function conditions({ clauses, conditions: all = {} }: PurposeData, at: string): Faults {
  return Object.keys(all).flatMap((clause) =>
    when(
      !clauses.some((basis) => basis === clause),
      'CONDITION_NOT_OF_PURPOSE',
      below(below(at, 'conditions'), clause),
    ),
  );
}

/** Whoever answers must be able to weigh all that is asked (10(1)). */
export function executionFaults(purposes: readonly PurposeData[]): Faults {
  const asked = purposes.filter(isAsked).flatMap(({ opens }) => opens);
  if (asked.length === 0) return [];
  const at = purposes.findIndex(
    ({ purpose, statedBy }) => purpose === EXECUTION && statedBy === 'requested',
  );
  const execution = purposes[at];
  if (execution === undefined) return [{ code: 'EXECUTION_MISSING', at: 'purposes' }];
  const isLess = asked.some((item) => !execution.opens.includes(item));
  return when(isLess, 'EXECUTION_OPENS_LESS', below(below('purposes', at), 'opens'));
}
