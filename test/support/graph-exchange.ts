/** A small language for tests of the graph: open one over a register in memory, ask it under a grant, say what is expected. */
import { expect } from 'vitest';
import {
  type DocumentParams,
  type Graph,
  type GraphOptions,
  openGraph,
} from '../../src/graph/index.js';
import type { PersonRecord } from '../../src/register/index.js';
import type { Grant, GrantSubject } from '../../src/requests/index.js';
import { type Item, loadInstruments } from '../../src/treaty/index.js';
import { type MemoryOptions, type MemoryRegister, memoryRegister } from './memory-register.js';
import { barePerson, wholePerson } from './whole-person.js';

export const REQUEST = '7f1f6f0a-6a0e-4b0a-9c0d-0d8f5a2f8a11';
export const instruments = loadInstruments();

/** Persons `one` and `two` with every field, `bare` with next to none, `hidden` protected. */
export const PEOPLE: readonly PersonRecord[] = [
  wholePerson('one', 'A'),
  wholePerson('two', 'B'),
  barePerson('bare'),
  { ...wholePerson('hidden', 'H'), protected: true },
];

export interface GrantPlan {
  readonly purpose?: string;
  readonly instrument?: string;
  /** Register keys in the order of their numbers, or with items of their own. */
  readonly people?: readonly (string | readonly [string, readonly Item[]])[];
}

/** A live grant of AZ-KZ-2019, by default for PERSON_DETECTION about person `one`. */
export function grantOf({
  purpose = 'PERSON_DETECTION',
  instrument: id = 'AZ-KZ-2019',
  people = ['one'],
}: GrantPlan = {}): Grant {
  const instrument = instruments.get(id);
  if (instrument === undefined) throw new Error(`no instrument ${id}`);
  const opened = [...(instrument.opens.get(purpose)?.keys() ?? [])];
  const subjects = people.map((plan, at): GrantSubject => {
    const [person, items] = typeof plan === 'string' ? [plan, opened] : plan;
    return { n: at + 1, person, items: new Set(items), childItems: false };
  });
  return {
    request: REQUEST,
    requestDigest: 'ab'.repeat(32),
    instrument,
    purpose,
    basis: instrument.purposes.get(purpose)?.clauses[0] ?? '1',
    condition: null,
    statedBy: instrument.purposes.get(purpose)?.statedBy ?? 'requesting',
    standsOn: 'REQUEST',
    authority: 'KZ-MIA',
    asOf: Date.UTC(2026, 5, 14),
    subjects: opened.length === 0 ? [] : subjects,
  };
}

export interface TestGraph {
  readonly graph: Graph;
  readonly register: MemoryRegister;
  /** What the alarm was told. */
  readonly alarms: readonly unknown[];
}

/** Opens the graph over persons in memory. */
export async function openTestGraph(
  people: readonly PersonRecord[] = PEOPLE,
  options: MemoryOptions = {},
): Promise<TestGraph> {
  const register = memoryRegister(people, options);
  const alarms: unknown[] = [];
  const graph = await openGraph(graphOptions(register, (error) => alarms.push(error)));
  return { graph, register, alarms };
}

/** What a graph over a register in memory is opened with. */
export function graphOptions(
  register: MemoryRegister,
  alarm: (error: unknown) => void = () => {},
): GraphOptions {
  return {
    openReader: register.open,
    instruments,
    status: new Map(),
    clock: { now: () => Date.UTC(2026, 5, 15) },
    alarm,
  };
}

interface AnswerError {
  readonly message: string;
  readonly locations: readonly { readonly line: number; readonly column: number }[];
  readonly path?: unknown;
  readonly extensions: {
    readonly code: string;
    readonly coordinate: string;
    readonly clause: string | null;
    readonly paths: readonly (readonly string[])[];
    readonly [name: string]: unknown;
  };
}

export interface Asked {
  readonly text: string;
  readonly data: unknown;
  readonly errors: readonly AnswerError[];
  readonly extensions: unknown;
  readonly journal: Awaited<ReturnType<Graph['execute']>>['journal'];
}

/** Prepares, judges and executes, as the gateway does. A grant of null asks without a request. */
export async function ask(
  { graph }: Pick<TestGraph, 'graph'>,
  document: string | DocumentParams,
  grant: Grant | null = grantOf(),
): Promise<Asked> {
  const params = typeof document === 'string' ? { query: document } : document;
  const operation = graph.prepare(params, { mayIntrospect: false });
  const judgement = grant === null ? { withheld: [] } : await graph.judge(operation, grant);
  const { body, journal } = await graph.execute({
    operation,
    grant,
    judgement,
    authority: 'KZ-MIA',
    language: 'en',
  });
  const text = Buffer.from(body).toString();
  const parsed: { data: unknown; errors?: AnswerError[]; extensions: unknown } = JSON.parse(text);
  return {
    text,
    journal,
    data: parsed.data,
    errors: parsed.errors ?? [],
    extensions: parsed.extensions,
  };
}

/** Exactly these coordinates are withheld, in this order, each once, without a path. */
export function expectWithheld({ errors }: Asked, coordinates: readonly string[]): void {
  expect(errors.map(({ extensions }) => extensions.coordinate)).toEqual(coordinates);
  expect(
    errors.every(
      ({ extensions, path }) => extensions.code === 'FIELD_WITHHELD' && path === undefined,
    ),
  ).toBe(true);
}

/** Exactly this data, in this order of keys. */
export function expectData({ data }: Asked, expected: unknown): void {
  expect(JSON.stringify(data)).toBe(JSON.stringify(expected));
}
