/**
 * A party's own overlay on an instrument (A-1.1, A-6 head): national law may close what the instrument opens, and
 * can never open anything. Closing one of the categories that the Parties *do* exchange (Article 5) names its
 * ground in 10(4).
 */
import { type Clause, type Instrument, InstrumentFault, type Item } from '../treaty/index.js';

/** The grounds on which assistance may be refused (Article 10(4)). */
export const REFUSAL_GROUNDS = [
  'SOVEREIGNTY',
  'SECURITY',
  'PUBLIC_ORDER',
  'OTHER_ESSENTIAL_INTERESTS',
  'NATIONAL_LEGISLATION',
  'INTERNATIONAL_OBLIGATIONS',
] as const;
export type RefusalGround = (typeof REFUSAL_GROUNDS)[number];

export interface Closing {
  readonly purpose: string;
  readonly item: Item;
  readonly ground?: RefusalGround | undefined;
}

/** The instrument with the closings taken out. Throws InstrumentFault for one that closes nothing or lacks its ground. */
export function narrow(instrument: Instrument, closings: readonly Closing[]): Instrument {
  for (const closing of closings) checkClosing(instrument, closing);
  const opens = [...instrument.opens].map(([purpose, rules]) => {
    const kept = [...rules].filter(
      ([item]) => !closings.some((closing) => closing.purpose === purpose && closing.item === item),
    );
    return [purpose, new Map(kept)] as const;
  });
  return { ...instrument, opens: new Map(opens) };
}

function checkClosing({ id, opens, items }: Instrument, { purpose, item, ground }: Closing): void {
  if (!opens.get(purpose)?.has(item)) {
    throw new InstrumentFault(
      `${id}: ${purpose} does not open ${item}, so nothing can be closed there`,
    );
  }
  if (ground === undefined && (items[item] ?? []).some(isArticle5)) {
    throw new InstrumentFault(`${id}: closing ${item} (Article 5) names no ground of 10(4)`);
  }
}

const isArticle5 = (clause: Clause): boolean => clause.startsWith('5(');
