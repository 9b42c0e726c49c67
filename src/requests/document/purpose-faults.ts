/** Purposes with their bases and justifications, and the items wanted, against what the instrument opens (9(2), 11(2)). */
import {
  COORDINATES_OF,
  type Instrument,
  ITEMS,
  type Item,
  itemsNeeded,
  type PurposeData,
} from '../../treaty/index.js';
import type { DraftFault, DraftFaultCode } from './draft-fault.js';
import type { DocumentPurpose, RequestDocument } from './request-document.js';

/** The faults of every purpose stated, and of there being none. */
export function purposeFaults(
  { purposes }: RequestDocument,
  instrument: Instrument,
): readonly DraftFault[] {
  if (purposes.length === 0) return [{ code: 'PURPOSE_MISSING', at: 'purposes' }];
  return purposes.flatMap((stated, i) => {
    const isTwice = purposes.findIndex(({ purpose }) => purpose === stated.purpose) !== i;
    const codes: readonly (readonly [DraftFaultCode, string])[] = [
      ...(isTwice ? [['PURPOSE_TWICE', 'purpose'] as const] : []),
      ...basisFaults(stated, requestingPurpose(instrument, stated.purpose)),
      ...(stated.justification.trim() === ''
        ? [['JUSTIFICATION_MISSING', 'justification'] as const]
        : []),
    ];
    return codes.map(([code, member]) => ({ code, at: `purposes[${i}].${member}` }));
  });
}

// REQUEST_EXECUTION is the requested authority's own purpose (10(1)): nobody requests for it.
function requestingPurpose({ purposes }: Instrument, name: string): PurposeData | undefined {
  const data = purposes.get(name);
  return data?.statedBy === 'requesting' ? data : undefined;
}

function basisFaults(
  { basis }: DocumentPurpose,
  data: PurposeData | undefined,
): readonly (readonly [DraftFaultCode, string])[] {
  if (data === undefined) return [['PURPOSE_UNKNOWN', 'purpose']];
  if (basis === '') return [['BASIS_MISSING', 'basis']];
  return data.clauses.some((clause) => clause === basis) ? [] : [['BASIS_NOT_OF_PURPOSE', 'basis']];
}

/** The faults of every item wanted, and of there being none where the instrument has any. */
export function itemFaults(
  { itemsWanted, purposes }: RequestDocument,
  instrument: Instrument,
): readonly DraftFault[] {
  if (itemsWanted.length === 0) {
    // The memorandum has no items (B-8b): a request under it wants none.
    const hasItems = Object.keys(instrument.items).length > 0;
    return hasItems ? [{ code: 'ITEM_MISSING', at: 'itemsWanted' }] : [];
  }
  const opened = new Set(
    purposes
      .filter(({ purpose }) => requestingPurpose(instrument, purpose) !== undefined)
      .flatMap(({ purpose }) => [...(instrument.opens.get(purpose)?.keys() ?? [])]),
  );
  return itemsWanted.flatMap((wanted, i) => {
    const isTwice = itemsWanted.indexOf(wanted) !== i;
    const code = isTwice
      ? 'ITEM_TWICE'
      : whyClosed(wanted, { instrument, opened, wanted: itemsWanted });
    return code === undefined ? [] : [{ code, at: `itemsWanted[${i}]` }];
  });
}

interface Wanting {
  readonly instrument: Instrument;
  readonly opened: ReadonlySet<Item>;
  readonly wanted: readonly string[];
}

function whyClosed(
  name: string,
  { instrument, opened, wanted }: Wanting,
): DraftFaultCode | undefined {
  const item = ITEMS.find((known) => known === name);
  if (item === undefined) return 'ITEM_UNKNOWN';
  if (instrument.items[item] === undefined) return 'ITEM_NOT_IN_INSTRUMENT';
  if (!opened.has(item)) return 'ITEM_NOT_OPENED';
  // The grounds of a ban, the place of a registration: they need the record they stand in.
  const needed = COORDINATES_OF[item].flatMap(itemsNeeded);
  return needed.every((other) => wanted.includes(other)) ? undefined : 'ITEM_WITHOUT_ITS_RECORD';
}
