/** What the resolvers of one operation see of strategic reports, as this caller: to a stranger nothing exists (11(1)). */
import type { CaseGround } from '../cases/case-reading.js';
import type { AskingOfficer } from '../cases/officer.js';
import { FIRST } from '../limits.js';
import {
  type ReportCaller,
  type ReportDeskAnswer,
  type ReportHallDesk,
  type ReportPlace,
  reportCallerOf,
} from './desk.js';
import type {
  ReportAnswer,
  ReportInput,
  ReportOfferPage,
  StrategicReport,
  StrategicReportPage,
} from './types.js';
import { findingView, offerView, readView, reportView } from './view.js';
import { readWritten } from './written.js';

type Acted = (desk: ReportHallDesk, caller: ReportCaller) => Promise<ReportDeskAnswer>;

export interface ReportReading {
  readonly isOpen: boolean;
  page(place: ReportPlace): Promise<StrategicReportPage>;
  one(id: string): Promise<StrategicReport | null>;
  offers(place: ReportPlace): Promise<ReportOfferPage>;
  /** Writes a report, or a new version of the one named. */
  write(report: ReportInput, id: string | null): Promise<ReportAnswer>;
  act(make: Acted): Promise<ReportAnswer>;
}

/** What a resolver takes from the context. */
export interface WithReports {
  readonly reports: ReportReading;
}

const UNKNOWN: ReportAnswer = { report: null, faults: [{ code: 'NO_REPORT', at: 'id' }] };

/** For strangers, and where the gateway keeps no reports. */
export const NO_REPORTS: ReportReading = {
  isOpen: false,
  page: async () => ({ nodes: [], hasNextPage: false }),
  one: async () => null,
  offers: async () => ({ nodes: [], hasNextPage: false }),
  write: async () => UNKNOWN,
  act: async () => UNKNOWN,
};

/** Opens them for whoever calls. */
export function openReports(
  ground: CaseGround | null,
  officer: AskingOfficer | undefined,
): ReportReading {
  const desk = ground?.hall.reports?.() ?? null;
  const caller = reportCallerOf(officer);
  return desk === null || caller === null ? NO_REPORTS : readingOf(desk, caller);
}

const pageOf = ({ first, after }: ReportPlace): ReportPlace => ({
  first: Math.min(Math.max(first, 1), FIRST.most),
  after,
});

function readingOf(desk: ReportHallDesk, caller: ReportCaller): ReportReading {
  return {
    isOpen: true,
    async page(place) {
      const { nodes, more } = await desk.list(caller, pageOf(place));
      return { nodes: nodes.map((told) => reportView(told)), hasNextPage: more };
    },
    async one(id) {
      const read = await desk.one(caller, id);
      return read === undefined ? null : readView(read);
    },
    async offers(place) {
      const { nodes, more } = await desk.offers(caller, pageOf(place));
      return { nodes: nodes.map(offerView), hasNextPage: more };
    },
    async write(report, id) {
      const read = readWritten(report);
      if ('faults' in read) return { report: null, faults: read.faults };
      const { written } = read;
      return told(
        await (id === null ? desk.draft(caller, written) : desk.revise(caller, id, written)),
      );
    },
    act: async (make) => told(await make(desk, caller)),
  };
}

function told({ report, faults }: ReportDeskAnswer): ReportAnswer {
  if (report === null) return { report, faults };
  return { report: { ...report, findings: report.findings?.map(findingView) ?? null }, faults };
}
