/** From rounds to lines of the table. Every ratio compares what one round measured. */
import type { Added } from './measure/alone.js';
import type { Case, Round } from './measure/http.js';
import type { ImportRound } from './measure/import.js';
import { type WallRound, wallLines } from './measure/wall.js';
import type { Line } from './report.js';
import { overRounds } from './statistics.js';

/** What one round of the ledger alone measured: many at once, a second; one at a time, in milliseconds. */
export interface LedgerRound {
  readonly seals: number;
  readonly inserts: number;
  readonly insertsByTen: number;
  readonly sealMs: number;
  readonly flushMs: number;
}

/** One connection alone, and a durable insert that nothing else interrupts, in milliseconds. */
export interface AloneRound {
  readonly list: Added;
  readonly one: Added;
  readonly tightFlushMs: number;
}

export interface Rounds {
  readonly loaded: readonly Round[];
  readonly alone: readonly AloneRound[];
  readonly wall: readonly WallRound[];
  readonly ledger: readonly LedgerRound[];
  readonly imports: readonly ImportRound[];
}

const least = (value: number) => ({ at: 'least', value }) as const;
const most = (value: number) => ({ at: 'most', value }) as const;

/** Every line of the table. */
export function linesOf({ loaded, alone, wall, ledger, imports }: Rounds): readonly Line[] {
  return [
    ...loadedLines(loaded),
    ...aloneLines(alone),
    ...wallLines(wall),
    ...ledgerLines(ledger),
    ...importLines(imports),
  ];
}

function loadedLines(rounds: readonly Round[]): readonly Line[] {
  const ratio = (figure: 'cpu' | 'ownCpu' | 'throughput', above: Case, below: Case) =>
    overRounds(rounds, (round) => of(round, above)[figure] / of(round, below)[figure]);
  const cpu = (above: Case, below: Case) => ratio('cpu', above, below);
  const ownCpu = (above: Case, below: Case) => ratio('ownCpu', above, below);
  const throughput = (above: Case, below: Case) => ratio('throughput', above, below);
  return [
    {
      name: 'list: CPU per request, authorized / plain Apollo',
      measured: cpu('list authorized', 'list plain'),
      unit: 'x',
      goal: most(1.1),
    },
    {
      name: 'list: CPU per request, half withheld / all granted',
      measured: cpu('list half', 'list authorized'),
      unit: 'x',
      goal: most(1),
    },
    {
      name: 'list: throughput, sealed / plain Apollo',
      measured: throughput('list sealed', 'list plain'),
      unit: 'x',
      goal: least(0.9),
    },
    {
      name: 'one person: throughput, sealed / plain Apollo',
      measured: throughput('one sealed', 'one plain'),
      unit: 'x',
      goal: least(0.7),
    },
    {
      name: 'list: throughput, sealed / graphql-shield and an INSERT per request',
      measured: throughput('list sealed', 'list naive'),
      unit: 'x',
      goal: least(1.4),
    },
    {
      name: 'list: throughput, sealed / an INSERT per value',
      measured: throughput('list sealed', 'list per-value'),
      unit: 'x',
      goal: least(15),
    },
    ...[
      [
        'list: CPU of the gateway alone, authorized / plain Apollo',
        ownCpu('list authorized', 'list plain'),
      ] as const,
      [
        'list: CPU of the gateway alone, half withheld / all granted',
        ownCpu('list half', 'list authorized'),
      ] as const,
      [
        'one person: CPU of the gateway alone, sealed / plain Apollo',
        ownCpu('one sealed', 'one plain'),
      ] as const,
      ['list: CPU per request, sealed / plain Apollo', cpu('list sealed', 'list plain')] as const,
      [
        'one person: CPU per request, sealed / plain Apollo',
        cpu('one sealed', 'one plain'),
      ] as const,
      ['list: CPU per request, naive / plain Apollo', cpu('list naive', 'list plain')] as const,
      ['list: CPU per request, raw / plain Apollo', cpu('list raw', 'list plain')] as const,
      ['list: CPU per request, limit / plain Apollo', cpu('list limit', 'list plain')] as const,
      ['list: throughput, raw / plain Apollo', throughput('list raw', 'list plain')] as const,
      ['list: throughput, limit / plain Apollo', throughput('list limit', 'list plain')] as const,
    ].map(([name, measured]) => ({ name, measured, unit: 'x' })),
    {
      name: 'list: CPU per request, plain Apollo',
      measured: overRounds(rounds, (round) => of(round, 'list plain').cpu),
      unit: 'ms',
    },
    {
      name: 'one person: CPU per request, plain Apollo',
      measured: overRounds(rounds, (round) => of(round, 'one plain').cpu),
      unit: 'ms',
    },
  ];
}

function of(round: Round, one: Case) {
  const measured = round[one];
  if (measured === undefined) throw new Error(`${one} was not measured`);
  return measured;
}

function aloneLines(rounds: readonly AloneRound[]): readonly Line[] {
  return [
    {
      name: 'one person, one connection: time added by all walls',
      measured: overRounds(rounds, ({ one }) => one.addedMs / one.flushMs),
      unit: 'flushes',
      goal: most(2),
    },
    {
      name: 'list, one connection: time added by all walls',
      measured: overRounds(rounds, ({ list }) => list.addedMs / list.flushMs),
      unit: 'flushes',
      goal: most(2),
    },
    {
      name: 'one person, one connection: time added by all walls',
      measured: overRounds(rounds, ({ one }) => one.addedMs),
      unit: 'ms',
    },
    {
      name: 'a flush: one durable single-row INSERT, between the requests',
      measured: overRounds(rounds, ({ one }) => one.flushMs),
      unit: 'ms',
    },
    {
      name: 'a flush: the same INSERT again and again',
      measured: overRounds(rounds, ({ tightFlushMs }) => tightFlushMs),
      unit: 'ms',
    },
    {
      name: 'one person, one connection: added, in flushes again and again',
      measured: overRounds(rounds, ({ one, tightFlushMs }) => one.addedMs / tightFlushMs),
      unit: 'flushes',
    },
  ];
}

/** What the ledger's writer did, alone. */
export function ledgerLines(rounds: readonly LedgerRound[]): readonly Line[] {
  return [
    {
      name: 'ledger alone, 64 at once: seals / single-row inserts, same pool',
      measured: overRounds(rounds, ({ seals, inserts }) => seals / inserts),
      unit: 'x',
      goal: least(4),
    },
    {
      name: 'ledger alone: seals / single-row inserts, ten connections',
      measured: overRounds(rounds, ({ seals, insertsByTen }) => seals / insertsByTen),
      unit: 'x',
    },
    {
      name: 'ledger alone, one at a time: a seal',
      measured: overRounds(rounds, ({ sealMs, flushMs }) => sealMs / flushMs),
      unit: 'flushes',
    },
    {
      name: 'ledger alone: seals',
      measured: overRounds(rounds, ({ seals }) => seals),
      unit: 'a second',
    },
  ];
}

function importLines(rounds: readonly ImportRound[]): readonly Line[] {
  return [
    {
      name: 'import: speed / COPY of the same rows',
      measured: overRounds(rounds, ({ imported, copied }) => copied / imported),
      unit: 'x',
      goal: least(1 / 3),
    },
    {
      name: 'import',
      measured: overRounds(rounds, ({ imported }) => imported / 1000),
      unit: 's',
    },
  ];
}
