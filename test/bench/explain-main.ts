/**
 * What `explain` of an operation of 200 fields costs, in multiples of what graphql itself takes to parse and validate the
 * same text, on two real requests for every purpose of every instrument (decision 0030). Twice: the whole path of a query
 * but HTTP, with its look at the request in PostgreSQL; and the graph alone, under the grant that was found. CPU time of
 * this process; each text is new, so that no document is at hand. `npm run bench:explain -- --operations 300`
 */
import { parseArgs } from 'node:util';
import { type DocumentNode, parse, validate, visit } from 'graphql';
import { openGateway } from '../../src/gateway.js';
import { buildGraphSchema } from '../../src/graph/index.js';
import type { Rooms } from '../../src/rooms.js';
import { type Grantee, type Ground, openGround } from '../rigs/explain/ground.js';
import { everything, everythingOf } from '../support/everything.js';
import { printTable } from './report.js';
import { overRounds, rotated } from './statistics.js';

const { values } = parseArgs({ options: { operations: { type: 'string', default: '300' } } });
const OPERATIONS = Number(values.operations);
if (!Number.isInteger(OPERATIONS) || OPERATIONS < 50)
  throw new RangeError('--operations takes 50 or more');

const FIELDS = 200;
const MOST = 2;
const ROUNDS = 9;
/** Each way after the other, so often in a round. */
const TURNS = 9;

/** As the explorer asks it. */
const EXPLAIN = `query Explain($operation: String!) {
  explain(operation: $operation) { coordinate verdict item instrument clauses permittedPurposes } }`;

const PAGE = everything().slice(1, -1);
/** All but three records and one field. */
const PERSON = everythingOf('ID')
  .slice(1, -1)
  .replace(/ photograph .*/, ' } ')
  .replace(' sex ', ' ');

let asked = 0;
/** A text that nobody had before. */
const newText = (): string => `{ ${PAGE} ${PERSON.replace('ID', `${++asked}`)} }`;

function countFields(document: DocumentNode): number {
  let fields = 0;
  visit(document, { Field: () => void ++fields });
  return fields;
}

const schema = buildGraphSchema();

function parseAndValidate(text: string): void {
  const document = parse(text);
  const [fault] = validate(schema, document);
  if (fault !== undefined) throw fault;
}

interface Way {
  readonly name: 'path' | 'graph' | 'graphql';
  readonly work: (text: string, turn: number) => unknown;
}

/** Explained by the whole path, by the graph alone under grants at hand, and not at all. */
async function openWays({ rooms, grantees }: Ground): Promise<readonly Way[]> {
  const gateway = openGateway(rooms);
  const standings = await Promise.all(grantees.map((one) => standingOf(rooms, one)));
  const at = (turn: number): Standing => {
    const standing = standings[turn % standings.length];
    if (standing === undefined) throw new Error('there is no request');
    return standing;
  };
  return [
    {
      name: 'path',
      async work(operation, turn) {
        const { credentials, request, purpose } = at(turn);
        const document = documentOf(operation);
        const ask = { credentials, request, purpose, language: 'en', document } as const;
        const { refusal } = await gateway.answer(ask);
        if (refusal !== null) throw refusal;
      },
    },
    {
      name: 'graph',
      async work(text, turn) {
        const { grant, authority } = at(turn);
        const operation = rooms.graph.prepare(documentOf(text), { mayIntrospect: false });
        const judgement = { withheld: [] };
        const asked = { operation, grant, judgement, authority, language: 'en' } as const;
        await rooms.graph.execute(asked);
      },
    },
    { name: 'graphql', work: parseAndValidate },
  ];
}

type Standing = Awaited<ReturnType<typeof standingOf>>;

async function standingOf(rooms: Rooms, { token, request, purpose }: Grantee) {
  const credentials = { authorization: `Bearer ${token}`, certificate: undefined };
  const caller = await rooms.identity.recognise(credentials);
  const grant = await rooms.grants.open(caller, { request, purpose });
  return { credentials, request, purpose, grant, authority: caller.authority };
}

const documentOf = (operation: string) => ({ query: EXPLAIN, variables: { operation } });

type Took = Readonly<Record<Way['name'], number>>;

/** Milliseconds of CPU for an operation, of each way: a few texts of one, then of the next, and so on. */
async function measure(ways: readonly Way[], operations: number): Promise<Took> {
  const took = { path: 0, graph: 0, graphql: 0 };
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const { name, work } of rotated(ways, turn)) {
      const texts = Array.from({ length: Math.ceil(operations / TURNS) }, newText);
      const before = process.cpuUsage();
      for (const [nth, text] of texts.entries()) await work(text, nth);
      const { user, system } = process.cpuUsage(before);
      took[name] += (user + system) / 1_000 / texts.length / TURNS;
    }
  }
  return took;
}

const ground = await openGround();
try {
  const fields = countFields(parse(newText()));
  if (fields !== FIELDS) throw new Error(`the operation has ${fields} fields`);
  const ways = await openWays(ground);
  await measure(ways, OPERATIONS);
  const rounds: Took[] = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await measure(ways, OPERATIONS));
  const ratio = (way: Way['name']) => overRounds(rounds, (took) => took[way] / took.graphql);
  const goal = { at: 'most', value: MOST } as const;
  printTable([
    {
      name: 'explain, the whole path / parse and validate',
      measured: ratio('path'),
      unit: 'x',
      goal,
    },
    {
      name: 'explain, under a grant at hand / parse and validate',
      measured: ratio('graph'),
      unit: 'x',
      goal,
    },
    ...(['path', 'graph', 'graphql'] as const).map((way) => ({
      name: `${way}: CPU`,
      measured: overRounds(rounds, (took) => took[way]),
      unit: 'ms',
    })),
  ]);
} finally {
  await ground.close();
}
