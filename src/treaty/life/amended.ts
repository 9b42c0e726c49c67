/** A text with an amendment in it (A-16, B-7): an integral part, so the whole is one text again. */
import type { Amendment, InstrumentData } from '../instrument-data.js';
import { ITEMS } from '../items.js';

type Amendable = Pick<InstrumentData, 'executionDays' | 'items' | 'purposes'>;

/** The data as they read once the amendment is in force. */
export function amended<Text extends Amendable>(data: Text, amendment: Amendment): Text {
  const { executionDays = data.executionDays, items, purposes, endsPurposes = [] } = amendment;
  return {
    ...data,
    ...(executionDays === undefined ? {} : { executionDays }),
    items: itemsOf(data.items, items),
    purposes: purposesOf(data.purposes, purposes ?? [], endsPurposes),
  };
}

function itemsOf(
  before: InstrumentData['items'],
  changes: Amendment['items'] = {},
): InstrumentData['items'] {
  const kept = ITEMS.flatMap((item) => {
    const change = changes[item];
    const clauses = change === undefined ? before[item] : change;
    return clauses === undefined || clauses === null ? [] : [[item, clauses] as const];
  });
  return Object.fromEntries(kept);
}

type Purposes = InstrumentData['purposes'];

function purposesOf(before: Purposes, changed: Purposes, ended: readonly string[]): Purposes {
  const now = (purpose: string) => changed.find((one) => one.purpose === purpose);
  const added = changed.filter(({ purpose }) => !before.some((one) => one.purpose === purpose));
  return [
    ...before
      .filter(({ purpose }) => !ended.includes(purpose))
      .map((one) => now(one.purpose) ?? one),
    ...added,
  ];
}
