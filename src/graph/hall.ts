/** What the graph is handed for what travels between gateways: the desks of the officers. */
import type { Ids } from '../base/index.js';
import type { AuditHallDesk } from './audit/desk.js';
import type { CaseDesk } from './cases/desk.js';
import type { CooperationHallDesk } from './cooperation/desk.js';
import type { CustodyHallDesk } from './custody/desk.js';
import type { LifeHallDesk } from './life/desk.js';
import type { ProvisionHallDesk } from './provisions/desk.js';
import type { ReadmissionHallDesk } from './readmission/desk.js';
import type { ReportHallDesk } from './reports/desk.js';

/** What the graph needs for the life of a request. */
export interface CaseHall {
  /** Asked for every operation: the desk opens after the graph, since the graph writes what an answer holds. */
  readonly desk: () => CaseDesk | null;
  /** The desk of what is given unasked (8(2)). */
  readonly provisions: () => ProvisionHallDesk | null;
  /** The auditor's bench (11(4)). */
  readonly audit?: () => AuditHallDesk | null;
  /** The desk of custody (11(2) to 11(5)). */
  readonly custody: () => CustodyHallDesk | null;
  /** The desk of strategic reports (Article 4; memorandum, 3(c)). */
  readonly reports?: () => ReportHallDesk | null;
  /** The desk of activities and contact points (Article 7; memorandum 1, 3 and 5). */
  readonly cooperation?: () => CooperationHallDesk | null;
  /** The life of the instruments (Articles 12, 13, 16, 17). */
  readonly life?: () => LifeHallDesk | null;
  /** The desk of readmission and interviews. */
  readonly readmission?: () => ReadmissionHallDesk | null;
  readonly ownAuthority: string;
  readonly ids: Ids;
}
