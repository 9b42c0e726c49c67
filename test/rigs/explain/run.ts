/** Generated operations on every grant, each explained and then asked, over HTTP on the whole gateway. */
import { filterSchema } from '@graphql-tools/utils';
import fc from 'fast-check';
import { cursorOf } from '../../../src/graph/cursor.js';
import { buildGraphSchema } from '../../../src/graph/index.js';
import { type GeneratedOperation, operations } from '../../support/operations.js';
import { compare } from './compare.js';
import type { Grantee, Ground } from './ground.js';

export interface ExplainPlan {
  readonly ground: Ground;
  readonly operations: number;
  readonly seed: number;
  /** Ends after the first disagreement. */
  readonly untilFault?: boolean;
  readonly onOperation?: (number: number) => void;
}

export interface ExplainTally {
  readonly tried: number;
  /** Coordinates that `explain` said to be open, and withheld. */
  readonly disclosed: number;
  readonly withheld: number;
  /** How many operations had each form. */
  readonly forms: ReadonlyMap<string, number>;
  readonly faults: readonly string[];
}

/** Asked at once. */
const LANES = 8;

const EXPLAIN = `query ($o: String!, $v: JSON) {
  explain(operation: $o, variables: $v) { coordinate verdict } }`;

/** What of an operation's text shows that it has a form. */
const FORMS: ReadonlyMap<string, RegExp> = new Map([
  ['alias', /\w: \w+[ ({]/],
  ['named fragment', /^fragment /m],
  ['inline fragment', /\.\.\.( on| @| \{)/],
  ['variable', /^query \w*\(/],
  ['@skip', /@skip/],
  ['@include', /@include/],
  ['two operations', /^query Beside/m],
]);

/** What is asked on a grant, so that most of what is generated is. */
const ROOTS: ReadonlySet<string> = new Set(['subjects', 'person', 'instruments']);
const schema = filterSchema({
  schema: buildGraphSchema(),
  rootFieldFilter: (_operation, name) => ROOTS.has(name ?? ''),
});

/** Runs so many operations, spread over all grants. */
export async function runExplain(plan: ExplainPlan): Promise<ExplainTally> {
  const work = workOf(plan);
  const tally = { tried: 0, disclosed: 0, withheld: 0, forms: new Map(), faults: [] as string[] };
  const lane = async (): Promise<void> => {
    for (const { grantee, operation } of work) {
      const { faults, ...counts } = compare(await pairOf(plan.ground, grantee, operation));
      tally.tried += 1;
      tally.disclosed += counts.disclosed;
      tally.withheld += counts.withheld;
      countForms(tally.forms, operation);
      const place = `${grantee.instrument} ${grantee.purpose}, ${operation.params.query}`;
      tally.faults.push(...faults.map((fault) => `${fault} (${place})`));
      plan.onOperation?.(tally.tried);
      if (plan.untilFault && tally.faults.length > 0) return;
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return tally;
}

interface Work {
  readonly grantee: Grantee;
  readonly operation: GeneratedOperation;
}

/** Every grant in turn, so that the first operations are of all of them. */
function* workOf({ ground, operations: most, seed }: ExplainPlan): Generator<Work> {
  const { grantees } = ground;
  const each = Math.ceil(most / grantees.length);
  const drawn = grantees.map((grantee, at) =>
    fc.sample(operationsFor(grantee), { numRuns: each, seed: seed * 1_000 + at }),
  );
  for (let n = 0; n < most; n += 1) {
    const at = n % grantees.length;
    const grantee = grantees[at];
    const operation = drawn[at]?.[Math.floor(n / grantees.length)];
    if (grantee !== undefined && operation !== undefined) yield { grantee, operation };
  }
}

const operationsFor = ({ request }: Grantee) =>
  operations({
    schema,
    ids: [...[1, 2, 3, 6, 9].map((n) => `${request}.${n}`), 'other'],
    cursors: [cursorOf(1), cursorOf(4), cursorOf(9)],
    root: 'persons',
    fewConditions: true,
  });

async function pairOf(ground: Ground, grantee: Grantee, operation: GeneratedOperation) {
  const { query, variables } = operation.params;
  // `explain` takes no name: it is shown the operation that is asked, alone.
  const o = query.replace('\nquery Beside { __typename }', '');
  const explained = await ground.ask(grantee, { query: EXPLAIN, variables: { o, v: variables } });
  return { operation, explained, answered: await ground.ask(grantee, operation.params) };
}

function countForms(forms: Map<string, number>, { params }: GeneratedOperation): void {
  for (const [form, mark] of FORMS) {
    if (mark.test(params.query)) forms.set(form, (forms.get(form) ?? 0) + 1);
  }
}
