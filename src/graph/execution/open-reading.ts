/** Makes what the resolvers of one operation read through: subjects of the grant, each under its own verdicts. */
import type { Language } from '../../base/index.js';
import { issuingBodyOf } from '../../register/index.js';
import type { Grant } from '../../requests/index.js';
import type { FoundSubject, RegisterReader } from '../../store/index.js';
import type { Item } from '../../treaty/index.js';
import { type AuditReading, NO_AUDIT } from '../audit/audit-reading.js';
import { type CaseReading, NO_CASES } from '../cases/case-reading.js';
import { type CooperationReading, NO_COOPERATION } from '../cooperation/cooperation-reading.js';
import { cursorOf } from '../cursor.js';
import { type CustodyReading, NO_CUSTODY } from '../custody/custody-reading.js';
import { type LifeReading, NO_LIFE } from '../life/life-reading.js';
import { NO_PROVISIONS, type ProvisionReading } from '../provisions/provision-reading.js';
import { NO_PUBLICATIONS, type PublicationReading } from '../publications/reading.js';
import type { Reading } from '../reading.js';
import { NO_READMISSION, type ReadmissionReading } from '../readmission/readmission-reading.js';
import { NO_REPORTS, type ReportReading } from '../reports/report-reading.js';
import { ExchangeSubject } from '../subgraph/exchange-subject.js';
import { numbersIn } from '../subgraph/representation.js';
import { numberIn } from '../subject-id.js';
import type { BodyNames } from '../types/authority.js';
import type { SubjectConnection } from '../types/connection.js';
import type { ClauseText, CoordinateVerdict, InstrumentType } from '../types/instrument.js';
import { Person } from '../types/person.js';
import type { Visits } from './visits.js';

export interface ReadingOptions {
  readonly grant: Grant | null;
  /** Opened under the grant; null where nobody can be found. */
  readonly reader: RegisterReader | null;
  readonly withheldFrom: (items: ReadonlySet<Item>) => ReadonlySet<string>;
  readonly visits: Visits;
  readonly language: Language;
  /** The cases as the caller sees them; none where they are left out. */
  readonly cases?: CaseReading;
  readonly provisions?: ProvisionReading;
  readonly audit?: AuditReading;
  readonly custody?: CustodyReading;
  readonly publications?: PublicationReading;
  readonly reports?: ReportReading;
  readonly cooperation?: CooperationReading;
  readonly readmission?: ReadmissionReading;
  readonly clauses: (instrument: string) => readonly ClauseText[];
  readonly life?: LifeReading;
  readonly instruments: () => readonly InstrumentType[];
  /** By response key. */
  readonly explained: ReadonlyMap<string, readonly CoordinateVerdict[]>;
}

// Official names, of competent authorities and of bodies that issue documents.
const bodyNames: BodyNames = (code) => issuingBodyOf(code)?.name;

/** Opens the reading of one operation. */
export function openReading(options: ReadingOptions): Reading {
  const { grant, reader, visits, language, instruments, explained } = options;
  const { cases = NO_CASES, provisions = NO_PROVISIONS } = options;
  const { audit = NO_AUDIT, custody = NO_CUSTODY } = options;
  const { publications = NO_PUBLICATIONS, reports = NO_REPORTS } = options;
  const { cooperation = NO_COOPERATION, readmission = NO_READMISSION } = options;
  const { life = NO_LIFE } = options;
  const personOf = (found: FoundSubject, key: string): Person => {
    visits.note(key, found);
    return new Person(sourceOf(options, found));
  };
  // Any other id costs the same look-up: there is no subject 0.
  const numberOf = (id: string) => (grant === null ? 0 : numberIn(id, grant.request));
  const load = async (n: number, key: string): Promise<Person | null> => {
    const found = await reader?.load(n);
    return found === undefined ? null : personOf(found, key);
  };
  return {
    grant,
    language,
    bodyNames,
    cases,
    provisions,
    audit,
    custody,
    publications,
    reports,
    cooperation,
    readmission,
    clauses: options.clauses,
    life,
    instruments,
    explain: (key) => explained.get(key) ?? [],
    async subjects(page, key) {
      const { found, more } = (await reader?.list(page)) ?? { found: [], more: false };
      const nodes = found.map((one) => personOf(one, key));
      return pageOf(nodes, { more, after: page.after });
    },
    person: (id, key) => load(numberOf(id), key),
    async readmissionCase(key) {
      const found = await readmission.underGrant();
      // Whose case is read stands in the entry as whoever is looked at does.
      if (found !== null) for (const one of await everybody(reader)) visits.note(key, one);
      return found;
    },
    async entities(representations, key) {
      const numbers = numbersIn(representations, grant?.request ?? '');
      const persons = await Promise.all(numbers.map((n) => load(n, key)));
      return persons.map((person) => person && new ExchangeSubject(person));
    },
  };
}

const PAGE = 100;

/** The subjects of the grant who are there. */
async function everybody(reader: RegisterReader | null): Promise<readonly FoundSubject[]> {
  const all: FoundSubject[] = [];
  for (let more = reader !== null; more; ) {
    const page = await reader?.list({ first: PAGE, after: all.at(-1)?.subject.n ?? 0 });
    all.push(...(page?.found ?? []));
    more = page?.more === true;
  }
  return all;
}

function sourceOf({ grant, reader, withheldFrom }: ReadingOptions, found: FoundSubject) {
  if (grant === null || reader === null) throw new Error('a subject was found without a grant');
  const withheld = withheldFrom(found.subject.items);
  return { found, reader, withheld, request: grant.request };
}

function pageOf(
  nodes: readonly Person[],
  { more, after }: { readonly more: boolean; readonly after: number },
): SubjectConnection {
  const edges = nodes.map((node) => ({ cursor: cursorOf(node.subject.n), node }));
  return {
    edges,
    pageInfo: {
      hasNextPage: more,
      hasPreviousPage: after > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
