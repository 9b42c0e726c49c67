/**
 * A party's own overlay on an instrument (A-1.1, A-6 head): national law may close what the instrument opens, and
 * can never open anything. Closing one of the categories that the Parties *do* exchange (Article 5) names its
 * ground in 10(4).
 */
import {
  type Clause,
  type DisputedRule,
  type Instrument,
  InstrumentFault,
  type Item,
} from '../treaty/index.js';

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
  return { ...instrument, opens: without(instrument.opens, closings) };
}

/**
 * The instrument with the rules that the Parties read differently closed (Article 12): the narrower reading holds until
 * they have settled it. What is not open is not closed twice, so that nothing is ever opened here.
 */
export function freeze(instrument: Instrument, disputed: readonly DisputedRule[]): Instrument {
  if (disputed.length === 0) return instrument;
  const { opens } = instrument;
  const closed = [...opens].map(([purpose, rules]) => {
    const held = [...rules].filter(([item]) => isAmong(disputed, purpose, item));
    return [purpose, new Map(held)] as const;
  });
  return { ...instrument, opens: without(opens, disputed), disputed: new Map(closed) };
}

const isAmong = (rules: readonly DisputedRule[], purpose: string, item: Item): boolean =>
  rules.some((rule) => rule.purpose === purpose && rule.item === item);

function without(opens: Instrument['opens'], rules: readonly DisputedRule[]): Instrument['opens'] {
  const left = [...opens].map(([purpose, all]) => {
    const kept = [...all].filter(([item]) => !isAmong(rules, purpose, item));
    return [purpose, new Map(kept)] as const;
  });
  return new Map(left);
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
