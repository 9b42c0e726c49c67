/**
 * Two gateways over registers that differ only in what is withheld: for each purpose a request of its own, about
 * people who differ in whatever that purpose, or that subject's own items, or a row rule keeps back.
 */
import { decideCoordinate } from '../../src/policy/index.js';
import type { PersonRecord } from '../../src/register/index.js';
import type { Request, RequestSubject } from '../../src/requests/index.js';
import {
  CHILD_ITEMS,
  type Instrument,
  type Item,
  loadInstruments,
} from '../../src/treaty/index.js';
import { type Standing, startGateway, type TestGateway } from './gateway.js';
import { repeatingIds } from './repeating-ids.js';
import { sampleRequest } from './requests.js';
import { type Twin, variant } from './twins.js';
import { barePerson } from './whole-person.js';

/** A purpose of an instrument, and the request that stands on it. */
export interface TwinStanding {
  readonly instrument: Instrument;
  readonly purpose: string;
  readonly request: Request;
  readonly twins: readonly Twin[];
}

interface SubjectPlan {
  readonly known?: Partial<PersonRecord>;
  readonly subject?: Partial<RequestSubject>;
  /** Items that a row rule keeps back for this person. */
  readonly ruledOut?: ReadonlySet<Item>;
}

const SOME: readonly Item[] = [
  'NAME_LATIN',
  'DOCUMENT',
  'CITIZENSHIP',
  'REGISTRATION',
  'ENTRY_BAN',
];
const OTHERS: readonly Item[] = ['NAME_CYRILLIC', 'CITIZENSHIP_BELONGING', 'PERMIT', 'PHOTOGRAPH'];
// Nobody recorded it, but the register knows that this is a child.
const MINOR: SubjectPlan = { known: { dateOfBirth: '2015' }, ruledOut: CHILD_ITEMS };
const PLANS: readonly SubjectPlan[] = [
  {},
  { subject: { items: SOME } },
  { subject: { items: OTHERS } },
  { subject: { items: [] } },
  { subject: { child: true } },
  MINOR,
  { known: { ...nothingOf(), documents: [] } },
  // Again: by its place in the list it differs in other ways.
  MINOR,
];

function nothingOf(): Partial<PersonRecord> {
  const fields = 'nameCyrillic otherNames sex placeOfBirth documents permits entryBans photograph';
  return {
    ...barePerson(''),
    ...Object.fromEntries(fields.split(' ').map((name) => [name, null])),
  };
}

/** Every purpose of every instrument, its request and its people. */
export function twinStandings(): readonly TwinStanding[] {
  return [...loadInstruments().values()].flatMap((instrument) =>
    [...instrument.purposes.keys()].map((purpose) => standingOf(instrument, purpose)),
  );
}

function standingOf(instrument: Instrument, purpose: string): TwinStanding {
  const people = PLANS.map((_plan, at) => `${instrument.id} ${purpose} ${at + 1}`);
  const request = sampleRequest({
    instrument: instrument.id,
    purpose,
    people: [...people, null],
    subject: (n) => PLANS[n - 1]?.subject ?? {},
  });
  const twins = PLANS.map(
    (plan, at): Twin => ({
      id: people[at] ?? '',
      rows: instrument.rows,
      isOpen: opener({ instrument, purpose, plan }),
      ...(plan.known && { known: { ...plan.known, id: people[at] ?? '' } }),
    }),
  );
  return { instrument, purpose, request, twins };
}

interface Opening {
  readonly instrument: Instrument;
  readonly purpose: string;
  readonly plan: SubjectPlan;
}

/** What the law itself says of a subject, found here anew from its items. */
function opener({ instrument, purpose, plan }: Opening): Twin['isOpen'] {
  const isOfficer = instrument.purposes.get(purpose)?.statedBy === 'requested';
  const opened = [...(instrument.opens.get(purpose)?.keys() ?? [])];
  const items = opened.filter((item) => {
    if (plan.ruledOut?.has(item) || (plan.subject?.child && CHILD_ITEMS.has(item))) return false;
    return isOfficer || (plan.subject?.items?.includes(item) ?? true);
  });
  const standing = { instrument, purpose, items: new Set(items) };
  return (coordinate) => decideCoordinate(standing, coordinate)?.verdict !== 'WITHHOLD';
}

/** A gateway over the `at`-th of the registers. All draw the same ids, and their clocks stand at the same instant. */
export function openTwin(standings: readonly TwinStanding[], at: number): Promise<TestGateway> {
  return startGateway({
    people: standings.flatMap(({ twins }) => twins.map((twin, nth) => variant(twin, at + nth))),
    requests: standings.map(({ request }) => request),
    ids: repeatingIds('twins'),
  });
}

/** The one who may state the purpose, on its request. */
export function askerOf(
  gateway: TestGateway,
  { instrument, purpose, request }: TwinStanding,
): Standing {
  const isOfficer = instrument.purposes.get(purpose)?.statedBy === 'requested';
  const persona = isOfficer
    ? gateway.persona('AZ-SMS', 'EXECUTING_OFFICER')
    : gateway.persona(request.requestingAuthority);
  return { persona, request: request.id, purpose };
}
