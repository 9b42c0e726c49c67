/**
 * An instrument as the gateway uses it: its data compiled to rules, each with its clauses. `loadInstrument` refuses data
 * that no text could stand behind: an item without a clause, a personal item in an instrument without binding force
 * (AZ-BE-2019 paragraph 8), rules that contradict.
 */
import type { Language } from '../base/index.js';
import { type CooperationData, cooperationFaults } from './activities.js';
import { type AuthorityCode, authorityOf, type CountryCode } from './authorities.js';
import { type Clause, type Clauses, isClause } from './clause.js';
import { type InstrumentTexts, textFaults } from './clause-text.js';
import { ITEMS, type Item } from './items.js';
import { PUBLICATION_KINDS, type PublicationKind } from './publication-kinds.js';
import type { ReportRules } from './report-kinds.js';

/** A calendar day, `YYYY-MM-DD`. */
export type Day = `${number}-${number}-${number}`;

/** Who may state a purpose: the authority that asks, or the one that executes (Article 10(1)). */
export type StatedBy = 'requesting' | 'requested';

/** What a basis demands of the person beside being a subject (A-3.1(4), A-3.1(5)). */
export type PersonCondition = 'VALID_PERMIT' | 'GROUNDS_FOR_STAY';

export interface PurposeData {
  readonly purpose: string;
  /** The bases a request may rest this purpose on; it names one of them. */
  readonly clauses: Clauses;
  /** Term of the W3C Data Privacy Vocabulary, where one exists. */
  readonly dpv?: string;
  readonly statedBy: StatedBy;
  readonly opens: readonly Item[];
  /** Clauses of the rules where they are not those of the item: REQUEST_EXECUTION reads under 10(1). */
  readonly under?: Clauses;
  readonly conditions?: Readonly<Partial<Record<Clause, PersonCondition>>>;
}

/** Row rules on top of the matrix; the store turns each into a predicate of its query. */
export interface RowRules {
  /** Only nationals of the Parties, and persons whose nationality is not known (3(1)(2), 5(1)(3)). */
  readonly nationalsOfPartiesOnly: boolean;
  readonly citizenships: 'OF_PARTIES' | 'ALL';
  readonly documents: 'TRAVEL_OR_RESIDENCE' | 'ALL';
  readonly entryBans: 'IN_FORCE' | 'ALL';
}

/** When an instrument binds: on the last of the Parties' notifications (Article 17), or on a day of its text. */
export type EntryIntoForce =
  | { readonly on: 'LAST_NOTIFICATION' }
  | { readonly on: 'DAY'; readonly day: Day };

export interface InstrumentData {
  readonly id: string;
  readonly parties: readonly {
    readonly country: CountryCode;
    readonly authorities: readonly [AuthorityCode, ...AuthorityCode[]];
  }[];
  readonly bindingForce: 'TREATY' | 'NONE';
  /** False where the text was not at hand when the data were written. */
  readonly confirmed: boolean;
  readonly languages: readonly Language[];
  readonly prevailing: Language;
  readonly workingLanguage: Language;
  /** Calendar days from receipt within which a request is executed (Article 10(3)). */
  readonly executionDays?: number;
  readonly entryIntoForce: EntryIntoForce;
  /** Months from the receipt of a notice to the end (Article 17). */
  readonly terminationMonths: number;
  /** Item -> the clauses that are its basis in this instrument. */
  readonly items: Readonly<Partial<Record<Item, Clauses>>>;
  readonly purposes: readonly PurposeData[];
  /** What is exchanged for everybody to read -> the clauses that say so; nothing of it is personal. */
  readonly publications?: Readonly<Partial<Record<PublicationKind, Clauses>>>;
  readonly rows: RowRules;
  /** What its clauses say, as far as the texts are at hand. */
  readonly texts?: InstrumentTexts;
  /** Strategic reports; none are exchanged where it is left out. */
  readonly reports?: ReportRules;
  /** The forms of cooperation without personal data; none where it is left out. */
  readonly cooperation?: CooperationData;
}

import { AUTHORITIES, STATES } from './authorities.js';
import type { CountryCode } from './authority.js';
import { checkedInstrument } from './check/check.js';
import type { Known } from './check/sense.js';
import type { Clause, Clauses } from './clause.js';
import type { InstrumentData, PurposeData } from './instrument-data.js';
import type { Item } from './items.js';

/** An instrument ready for use: rules compiled, each with its clauses. */
export interface Instrument extends Omit<InstrumentData, 'purposes'> {
  readonly purposes: ReadonlyMap<string, PurposeData>;
  /** purpose -> item -> the clauses that open it. What is not here is closed. */
  readonly opens: ReadonlyMap<string, ReadonlyMap<Item, Clauses>>;
  /** Rules that the Parties disagree on, closed until they have settled it (Article 12): as `opens` would hold them. */
  readonly disputed?: ReadonlyMap<string, ReadonlyMap<Item, Clauses>>;
}

/** Compiles an instrument; throws InstrumentFault with all that is missing or contradicts. */
export function loadInstrument(data: InstrumentData): Instrument {
  checkItems(data);
  checkCooperation(data);
  for (const purpose of data.purposes) checkPurpose(data, purpose);
  checkPublications(data);
  for (const fault of textFaults(data)) throw new InstrumentFault(`${data.id}: ${fault}`);
  for (const [kind, clauses] of Object.entries(data.reports?.kinds ?? {})) {
    checkClauses(`${data.id}: ${kind}`, clauses);
  }
  return compileInstrument(checkedInstrument(data, besides(data)));
}

/** Compiles data that were checked. */
export function compileInstrument(data: InstrumentData): Instrument {
  return {
    ...data,
    purposes: new Map(data.purposes.map((purpose) => [purpose.purpose, purpose])),
    opens: new Map(data.purposes.map((purpose) => [purpose.purpose, rulesOf(data, purpose)])),
  };
}

/** What the other files give: an instrument's own states and authorities stand in `AUTHORITIES` too. */
function besides({ states = [], authorities = [] }: InstrumentData): Known {
  const without = <T>(all: Readonly<Record<string, T>>, own: readonly T[]) =>
    Object.fromEntries(Object.entries(all).filter(([, one]) => !own.includes(one)));
  return {
    states: without(STATES, states),
    authorities: without(AUTHORITIES, authorities),
    instruments: [],
  };
}

/** The clauses that are the basis of an item in this instrument, or none. */
export function basisOf(instrument: Instrument, item: Item): readonly Clause[] {
  return instrument.items[item] ?? [];
}

/** Whether a body is a competent authority under the instrument, and of which state (Article 2). */
export function partyOf(instrument: Instrument, authority: string): CountryCode | undefined {
  return instrument.parties.find((party) =>
    party.authorities.some((competent) => competent === authority),
  )?.country;
}

function checkItems({ id, items, bindingForce, parties }: InstrumentData): void {
  for (const [item, clauses] of Object.entries(items)) {
    if (!ITEMS.some((known) => known === item)) throw new InstrumentFault(`${id}: no item ${item}`);
    checkClauses(`${id}: ${item}`, clauses);
    if (bindingForce === 'NONE') {
      throw new InstrumentFault(
        `${id}: ${item} is personal, and the text creates no rights or obligations`,
      );
    }
  }
  for (const { country, authorities } of parties) {
    if (authorities.some((code) => authorityOf(code)?.country !== country)) {
      throw new InstrumentFault(
        `${id}: an authority of ${country} is not on the register of authorities`,
      );
    }
  }
}

function checkCooperation({ id, cooperation }: InstrumentData): void {
  const [fault] = cooperation === undefined ? [] : cooperationFaults(cooperation);
  if (fault !== undefined) throw new InstrumentFault(`${id}: ${fault}`);
}

function checkPurpose({ id, items, purposes }: InstrumentData, purpose: PurposeData): void {
  const name = `${id}: ${purpose.purpose}`;
  checkClauses(name, purpose.clauses);
  if (purpose.under !== undefined) checkClauses(name, purpose.under);
  if (purposes.filter((other) => other.purpose === purpose.purpose).length > 1) {
    throw new InstrumentFault(`${name} stands twice`);
  }
  const without = purpose.opens.find((item) => items[item] === undefined);
  if (without !== undefined)
    throw new InstrumentFault(`${name} opens ${without}, which has no clause`);
}

function checkPublications({ id, publications = {} }: InstrumentData): void {
  for (const [kind, clauses] of Object.entries(publications)) {
    if (!PUBLICATION_KINDS.some((known) => known === kind)) {
      throw new InstrumentFault(`${id}: nothing is published as ${kind}`);
    }
    checkClauses(`${id}: ${kind}`, clauses);
  }
}

function checkClauses(name: string, clauses: readonly string[]): void {
  if (clauses.length === 0) throw new InstrumentFault(`${name} names no clause`);
  const odd = clauses.find((clause) => !isClause(clause));
  if (odd !== undefined)
    throw new InstrumentFault(`${name}: "${odd}" is not the number of a clause`);
}

function rulesOf(
  { items }: InstrumentData,
  { opens, under }: PurposeData,
): ReadonlyMap<Item, Clauses> {
  const rules = new Map<Item, Clauses>();
  for (const item of opens) {
    const clauses = under ?? items[item];
    if (clauses !== undefined) rules.set(item, clauses);
  }
  return rules;
}
