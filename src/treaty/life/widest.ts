/**
 * Whatever a text or any of its amendments ever opens, in force or not: what roles of the database are made for, and what
 * an authority may close beforehand. Nothing is decided by it.
 */
import type { Instrument } from '../instrument.js';
import { compileInstrument } from '../instrument.js';
import type { InstrumentData, PurposeData } from '../instrument-data.js';
import { ITEMS, type Item } from '../items.js';

/** The instrument with every purpose and item of all its versions. */
export function widest(instrument: Instrument): Instrument {
  const { amendments = [] } = instrument;
  if (amendments.length === 0) return instrument;
  const all = [
    ...instrument.purposes.values(),
    ...amendments.flatMap(({ purposes = [] }) => purposes),
  ];
  const names = [...new Set(all.map(({ purpose }) => purpose))];
  return compileInstrument({
    ...instrument,
    items: itemsOf(instrument),
    purposes: names.flatMap((name) => widestOf(all.filter(({ purpose }) => purpose === name))),
  });
}

function itemsOf({ items, amendments = [] }: Instrument): InstrumentData['items'] {
  const entries = ITEMS.flatMap((item) => {
    const changed = amendments.flatMap((one) => one.items?.[item] ?? []);
    const clauses = items[item] ?? changed;
    const [first, ...others] = clauses;
    return first === undefined ? [] : [[item, [first, ...others]] as const];
  });
  return Object.fromEntries(entries);
}

// A condition that one version asks and another does not is no condition of all of them.
function widestOf(all: readonly PurposeData[]): readonly PurposeData[] {
  const [first, ...others] = all;
  if (first === undefined) return [];
  const opens: readonly Item[] = [...new Set(all.flatMap((one) => one.opens))];
  const kept = Object.entries(first.conditions ?? {}).filter(([clause, condition]) =>
    others.every((one) =>
      Object.entries(one.conditions ?? {}).some(
        ([known, same]) => known === clause && same === condition,
      ),
    ),
  );
  return [{ ...first, opens, conditions: Object.fromEntries(kept) }];
}
