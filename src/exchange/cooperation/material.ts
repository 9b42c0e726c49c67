/** What is counted from what other rooms keep: publications, strategic reports, and the interviews that are offered. */
import {
  counted,
  type Monitored,
  type MonitoredCounts,
  type MonitoredSpan,
} from '../../cooperation/index.js';
import { openedAt, type ReportFile } from '../../reports/index.js';
import type { CountIn, MaterialBetween, Reports } from '../../store/index.js';
import type { Clause, Instrument } from '../../treaty/index.js';

interface MaterialRooms {
  readonly material: MaterialBetween;
  readonly reports: Pick<Reports, 'list'>;
  readonly instruments: ReadonlyMap<string, Instrument>;
  readonly own: string;
}

/** The clause of an instrument under which interviews are offered without a case, where it has one (memorandum, 4(b)). */
const offeringIn = (instrument: Instrument | undefined): Clause | undefined =>
  instrument?.purposes.get('INTERVIEW_ARRANGEMENT')?.clauses[0];

/** The sources. What both sides read is not confidential between them; which windows are offered to whom is. */
export function countMaterial({
  material,
  own,
  ...rooms
}: MaterialRooms): readonly MonitoredCounts[] {
  return [
    source('PUBLICATIONS', material.publications(own)),
    source('STATISTICS', material.statistics(own)),
    source('REPORTS', (span) => reportsIn(rooms, span)),
    source('INTERVIEWS', async (span) => {
      const clause = offeringIn(rooms.instruments.get(span.instrument));
      return clause === undefined ? [] : material.windows(clause)(span);
    }),
  ];
}

const source = (what: Monitored, count: CountIn): MonitoredCounts => ({
  what,
  isConfidential: false,
  count: (spans) => Promise.all(spans.map(count)),
});

const AT_ONCE = 100;

/** Reports of this authority that the other one reads, by the clause under which each was opened in the span. */
async function reportsIn(
  { reports, instruments }: Pick<MaterialRooms, 'reports' | 'instruments'>,
  { instrument, authority, from, until }: MonitoredSpan,
) {
  const consent = instruments.get(instrument)?.reports?.consent;
  if (consent === undefined) return [];
  const isIn = (file: ReportFile): boolean => {
    const at = openedAt(file, authority, consent);
    return file.document.instrument === instrument && at !== null && from <= at && at < until;
  };
  const found: ReportFile[] = [];
  let after: string | null = null;
  for (;;) {
    const page = await reports.list({ authority, sight: 'OPEN', after, first: AT_ONCE });
    found.push(...page.files.filter(isIn));
    after = page.files.at(-1)?.document.id ?? null;
    if (!page.more) break;
  }
  return counted(found.map(({ document }) => ({ clause: document.clause, state: 'SHARED' })));
}
