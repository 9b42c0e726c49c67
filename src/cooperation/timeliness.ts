/**
 * What the execution of requests between two authorities comes to in figures (memorandum, paragraph 5; Article 10(3)): how
 * many were received under which clause and where they then stood, and how timely they were executed.
 */
import type { MonitoredCount, MonitoredSpan } from './monitoring.js';

/** The execution of one request; milliseconds since the epoch. Nothing of what it is about. */
export interface Execution {
  /** The authority that executes. */
  readonly executing: string;
  readonly receivedAt: number;
  /** First instant after the term (10(3)), as it was at an instant: a pause moves it. */
  readonly dueBefore: (at: number) => number;
  /** When it was answered or refused; null while it was not. */
  readonly concludedAt: number | null;
  /** When nothing was to be done any more: concluded, or withdrawn. */
  readonly endedAt: number | null;
  /** Clauses on which it rests. */
  readonly bases: readonly string[];
  /** Every state it came into, and since when, in order. */
  readonly states: readonly { readonly state: string; readonly since: number }[];
}

export interface Timeliness {
  readonly executing: string;
  readonly received: number;
  readonly concluded: number;
  readonly withinTerm: number;
  /** From receipt to conclusion; null where none was concluded. */
  readonly medianDays: number | null;
  /** At the end of the span; null where it is not told. */
  readonly open: number | null;
  readonly overdue: number;
}

type Span = Pick<MonitoredSpan, 'from' | 'until'>;
const DAY = 86_400_000;

/** Cases whose term ended so long before a quarter are not counted in it as open or overdue any more. */
export const LOOKING_BACK = 366 * DAY;

/**
 * The executions that count in a span, whichever others are read with it: were more counted the farther a question goes back,
 * the difference of two would tell of a single case.
 */
export const countedIn = (executions: readonly Execution[], span: Span): readonly Execution[] =>
  executions.filter(({ dueBefore }) => dueBefore(span.until) >= span.from - LOOKING_BACK);

/** What a contact point is told: of what is open alone it hears nothing, neither how many nor that there is any. */
export const guarded = (timeliness: readonly Timeliness[]): readonly Timeliness[] =>
  timeliness.flatMap((one) =>
    one.received + one.concluded + one.overdue > 0 ? [{ ...one, open: null }] : [],
  );

/** The requests received in a span, by clause and by the state in which each stood when it ended. */
export function requestFigures(
  executions: readonly Execution[],
  span: Span,
): readonly MonitoredCount[] {
  return counted(
    receivedIn(executions, span).flatMap((one) =>
      one.bases.map((clause) => ({ clause, state: stateAt(one, span.until) })),
    ),
  );
}

/** How timely requests were executed in a span, by the authority that executes. */
export function timelinessOf(executions: readonly Execution[], span: Span): readonly Timeliness[] {
  const names = [...new Set(executions.map(({ executing }) => executing))].sort();
  return names.flatMap((executing) => {
    const told = timelinessOfOne(
      executions.filter((one) => one.executing === executing),
      span,
    );
    return told.received + told.concluded + told.open > 0 ? [{ executing, ...told }] : [];
  });
}

/**
 * The figures by which single requests could be told apart, of both tables: every cell that no other divides, so that
 * whatever is added up or taken away comes to sums of these.
 */
export function cellsOf(executions: readonly Execution[], span: Span): readonly number[] {
  const apart = receivedIn(executions, span).map((one) => ({
    clause: `${one.executing} ${[...one.bases].sort().join()}`,
    state: stateAt(one, span.until),
  }));
  return [
    ...counted(apart).map(({ count }) => count),
    ...timelinessOf(executions, span).flatMap((one) => [
      ...[one.received, one.withinTerm, one.concluded - one.withinTerm, one.overdue],
    ]),
  ];
}

function timelinessOfOne(executions: readonly Execution[], span: Span) {
  const { until } = span;
  const concluded = executions.flatMap((one) =>
    isIn(one.concludedAt, span) ? [{ ...one, at: one.concludedAt }] : [],
  );
  const open = executions.filter(
    ({ receivedAt, endedAt }) => receivedAt < until && (endedAt === null || endedAt >= until),
  );
  return {
    received: receivedIn(executions, span).length,
    concluded: concluded.length,
    withinTerm: concluded.filter(({ at, dueBefore }) => at < dueBefore(at)).length,
    medianDays: medianOf(
      concluded.map(({ at, receivedAt }) => Math.floor((at - receivedAt) / DAY)),
    ),
    open: open.length,
    overdue: open.filter(({ dueBefore }) => dueBefore(until) <= until).length,
  };
}

const isIn = (at: number | null, { from, until }: Span): at is number =>
  at !== null && from <= at && at < until;

const receivedIn = (executions: readonly Execution[], span: Span): readonly Execution[] =>
  executions.filter(({ receivedAt }) => isIn(receivedAt, span));

const stateAt = ({ states }: Execution, until: number): string =>
  states.filter(({ since }) => since < until).at(-1)?.state ?? 'RECEIVED';

/** How often each clause and state stands in a list, in their order. */
export function counted(
  list: readonly Pick<MonitoredCount, 'clause' | 'state'>[],
): readonly MonitoredCount[] {
  const counts = new Map<string, MonitoredCount>();
  for (const { clause, state } of list) {
    const name = `${clause} ${state}`;
    counts.set(name, { clause, state, count: (counts.get(name)?.count ?? 0) + 1 });
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count);
}

function medianOf(numbers: readonly number[]): number | null {
  const sorted = [...numbers].sort((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
