/** What the resolvers of one operation are handed. It is made under the verdicts and lives as long as the operation. */
import type { Grant } from '../requests/index.js';
import type { WithAudit } from './audit/audit-reading.js';
import type { WithCases } from './cases/case-reading.js';
import type { WithCooperation } from './cooperation/cooperation-reading.js';
import type { WithCustody } from './custody/custody-reading.js';
import type { WithLife } from './life/life-reading.js';
import type { WithProvisions } from './provisions/provision-reading.js';
import type { WithPublications } from './publications/reading.js';
import type { WithReadmission } from './readmission/readmission-reading.js';
import type { ReadmissionCase } from './readmission/types.js';
import type { WithReports } from './reports/report-reading.js';
import type { ExchangeSubject } from './subgraph/exchange-subject.js';
import type { NameSource } from './types/authority.js';
import type { SubjectConnection } from './types/connection.js';
import type { ClauseText, CoordinateVerdict, InstrumentType } from './types/instrument.js';
import type { Person } from './types/person.js';

/** A page of subjects: at most `first`, from the one after number `after`. */
interface Page {
  readonly first: number;
  readonly after: number;
}

export interface Reading
  extends NameSource,
    WithCases,
    WithProvisions,
    WithAudit,
    WithCustody,
    WithPublications,
    WithReports,
    WithCooperation,
    WithLife,
    WithReadmission {
  /** Null for an operation on public coordinates alone. */
  readonly grant: Grant | null;
  /** `key` is the response key of the root field, for the journal. */
  subjects(page: Page, key: string): Promise<SubjectConnection>;
  person(id: string, key: string): Promise<Person | null>;
  /** For each representation of a router's the subject that it names, or null. */
  entities(representations: unknown, key: string): Promise<readonly (ExchangeSubject | null)[]>;
  /** The readmission case of the grant's request; its persons stand in the journal as read. */
  readmissionCase(key: string): Promise<ReadmissionCase | null>;
  instruments(): readonly InstrumentType[];
  /** The texts of an instrument; empty for an unknown id as for one whose text is not at hand. */
  clauses(instrument: string): readonly ClauseText[];
  explain(key: string): readonly CoordinateVerdict[];
}

/** The context of an operation. Apollo copies it, so everything stands one level down. */
export interface GraphContext {
  readonly reading: Reading;
}
