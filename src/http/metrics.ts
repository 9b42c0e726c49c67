/** Figures for the operator in the OpenMetrics text format 1.0.0. Labels come from closed lists alone. */

export const OPENMETRICS_TYPE = 'application/openmetrics-text; version=1.0.0; charset=utf-8';

export interface Metrics {
  /** A number that only grows; the function adds one. `labels` names them, in order. */
  counter(name: string, help: string, labels: readonly string[]): (...values: string[]) => void;
  /** A number that is read when somebody looks. */
  gauge(name: string, help: string, read: () => number): void;
  /**
   * Several numbers that are read when somebody looks, each under the values of its labels. Where they cannot be read,
   * they are left out of that answer, and the others stand.
   */
  gauges(family: GaugeFamily): void;
  /** How values (seconds, bytes) are spread over the bounds; the function adds one. */
  histogram(name: string, help: string, bounds: readonly number[]): (value: number) => void;
  /** All of them, as OpenMetrics text. */
  text(): Promise<string>;
}

export interface GaugeFamily {
  readonly name: string;
  readonly help: string;
  readonly labels: readonly string[];
  readonly read: () => Promise<readonly GaugeReading[]>;
}

export interface GaugeReading {
  readonly values: readonly string[];
  readonly value: number;
}

type Family = () => readonly string[] | Promise<readonly string[]>;

/** Opens an empty registry. Throws for a name that stands twice. */
export function openMetrics(): Metrics {
  const families = new Map<string, Family>();
  const add = (name: string, header: readonly string[], samples: Family): void => {
    if (families.has(name)) throw new Error(`metric ${name} stands twice`);
    families.set(name, async () => [...header, ...(await samples())]);
  };
  return {
    counter(name, help, labels) {
      const counts = new Map<string, number>();
      add(name, headerOf(name, 'counter', help), () =>
        [...counts].sort().map(([key, count]) => `${name}_total${key} ${count}`),
      );
      return (...values) => {
        const key = formatLabels(labels, values);
        counts.set(key, (counts.get(key) ?? 0) + 1);
      };
    },
    gauge(name, help, read) {
      add(name, headerOf(name, 'gauge', help), () => [`${name} ${read()}`]);
    },
    gauges({ name, help, labels, read }) {
      add(name, headerOf(name, 'gauge', help), async () => {
        const readings = await read().catch(() => []);
        return readings.map(
          ({ values, value }) => `${name}${formatLabels(labels, values)} ${value}`,
        );
      });
    },
    histogram(name, help, bounds) {
      const spread = openSpread(bounds);
      add(name, headerOf(name, 'histogram', help), () => spread.samples(name));
      return spread.observe;
    },
    async text() {
      const parts = await Promise.all([...families.values()].map((family) => family()));
      return `${parts.flat().join('\n')}\n# EOF\n`;
    },
  };
}

function headerOf(name: string, type: string, help: string): readonly string[] {
  return [`# TYPE ${name} ${type}`, `# HELP ${name} ${help}`];
}

function formatLabels(names: readonly string[], values: readonly string[]): string {
  if (names.length === 0) return '';
  const pairs = names.map((name, at) => `${name}="${escapeLabel(values[at] ?? '')}"`);
  return `{${pairs.join(',')}}`;
}

const escapeLabel = (value: string): string =>
  value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');

function openSpread(bounds: readonly number[]) {
  const counts = bounds.map(() => 0);
  let count = 0;
  let sum = 0;
  return {
    observe(value: number): void {
      count += 1;
      sum += value;
      bounds.forEach((bound, at) => {
        if (value <= bound) counts[at] = (counts[at] ?? 0) + 1;
      });
    },
    samples: (name: string): readonly string[] => [
      ...bounds.map((bound, at) => `${name}_bucket{le="${formatBound(bound)}"} ${counts[at]}`),
      `${name}_bucket{le="+Inf"} ${count}`,
      `${name}_count ${count}`,
      `${name}_sum ${sum}`,
    ],
  };
}

/** OpenMetrics writes whole bounds with a decimal point. */
const formatBound = (bound: number): string =>
  Number.isInteger(bound) ? bound.toFixed(1) : String(bound);
