/** The bench as the caller sees it: an auditor of this authority has one, to anybody else there is nothing to look at. */
import type { Access } from '../../audit/index.js';
import type { AuditFault } from '../../base/index.js';
import type { CaseGround } from '../cases/case-reading.js';
import { type AskingOfficer, type CaseOfficer, officerOf } from '../cases/officer.js';
import type { Accesses, Audited, AuditHallDesk, DeferralWish } from './desk.js';
import type {
  AuditAccess,
  AuditDecided,
  AuditDeferrals,
  AuditPage,
  AuditSample,
  AuditSpanInput,
  AuditStatistics,
  AuditText,
} from './types.js';

export interface PageWish {
  readonly first: number;
  readonly after: string | null;
}

export interface AuditReading {
  person(person: string, span: AuditSpanInput | null, page: PageWish): Promise<AuditPage>;
  request(request: string, page: PageWish): Promise<AuditPage>;
  statistics(span: AuditSpanInput): Promise<AuditStatistics>;
  sample(span: AuditSpanInput, count: number, seed: string | null): Promise<AuditSample>;
  evidence(request: string): Promise<AuditText>;
  report(person: string): Promise<AuditText>;
  due(): Promise<AuditDeferrals>;
  decide(wish: DeferralWish): Promise<AuditDecided>;
}

/** What a resolver takes from the context. */
export interface WithAudit {
  readonly audit: AuditReading;
}

const noPage = (fault: AuditFault) => ({ nodes: [], hasNextPage: false, endCursor: null, fault });
const fault = 'NOT_THIS_ROLE';

/** One answer for whoever is no auditor, whatever was asked. */
export const NO_AUDIT: AuditReading = {
  person: async () => noPage(fault),
  request: async () => noPage(fault),
  statistics: async () => ({ fault }),
  sample: async () => ({ fault }),
  evidence: async () => ({ fault }),
  report: async () => ({ fault }),
  due: async () => ({ due: [], fault }),
  decide: async () => ({ done: false, fault }),
};

/** Opens it for whoever calls. */
export function openAudit(
  ground: CaseGround | null,
  caller: AskingOfficer | undefined,
): AuditReading {
  const desk = ground?.hall.audit?.() ?? null;
  const officer = ground && officerOf(caller, ground.hall.ownAuthority);
  if (ground === null || desk === null || officer?.role !== 'AUDITOR') return NO_AUDIT;
  return readingOf(desk, officer, () => ground.clock.now());
}

/** A year back, where no span is asked. */
const YEAR = 366 * 86_400_000;

function readingOf(desk: AuditHallDesk, officer: CaseOfficer, now: () => number): AuditReading {
  return {
    async person(person, span, { first, after }) {
      const place = placeOf(after);
      if (place === undefined) return noPage('WRONG_FORM');
      // What is asked now is in the span.
      const { from, until } = span ?? { from: now() - YEAR, until: now() + 1 };
      return pageOf(await desk.person(officer, { person, from, until, first, after: place }));
    },
    async request(request, { first, after }) {
      const place = placeOf(after);
      if (place === undefined) return noPage('WRONG_FORM');
      return pageOf(await desk.request(officer, { request, first, after: place }));
    },
    async statistics(span) {
      const told = await desk.statistics(officer, span);
      if ('fault' in told) return told;
      const { statistics, outliers, repeats } = told;
      const far = outliers.map((one) => ({ ...one, median: String(one.median) }));
      return { ...statistics, outliers: far, repeats };
    },
    async sample(span, count, seed) {
      const told = await desk.sample(officer, { ...span, count, seed });
      if ('fault' in told) return told;
      const drawn = told.drawn.map(({ access, justification }) => ({
        ...{ access: accessView(access), justification },
      }));
      return { ...told, drawn };
    },
    async evidence(request) {
      const told = await desk.evidence(officer, request);
      return 'fault' in told ? told : { text: told.bundle };
    },
    async report(person) {
      const told = await desk.report(officer, person);
      return 'fault' in told ? told : { text: told.report };
    },
    async due() {
      const told = await desk.due(officer);
      return 'fault' in told ? { due: [], fault: told.fault } : told;
    },
    async decide(wish) {
      const told = await desk.decide(officer, wish);
      return 'fault' in told ? { done: false, fault: told.fault } : told;
    },
  };
}

const accessView = ({ at, ...access }: Access): AuditAccess => ({ ...access, at: Date.parse(at) });

function pageOf(told: Audited<Accesses>): AuditPage {
  if ('fault' in told) return noPage(told.fault);
  const { accesses, more, last } = told;
  return {
    nodes: accesses.map(accessView),
    hasNextPage: more,
    endCursor: last === null ? null : `${last.index} ${last.origin}`,
    fault: null,
  };
}

const cursorForm = /^(0|[1-9][0-9]{0,14}) (sorgu\/[A-Z-]{1,32}\/[A-Z-]{1,32})$/;

/** The place of a cursor; null of none, undefined for one that is none. */
function placeOf(cursor: string | null) {
  if (cursor === null) return null;
  const [, index, origin] = cursorForm.exec(cursor) ?? [];
  return origin === undefined ? undefined : { origin, index: Number(index) };
}
