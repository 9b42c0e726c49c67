/** Opens the graph: builds and checks the schema, derives the rules, starts the executor. */
import type { GraphQLSchema } from 'graphql';
import { type Clock, Refusal } from '../base/index.js';
import { GrantOutdated } from '../requests/index.js';
import type { OpenReader, ReadCompiled, RegisterReader } from '../store/index.js';
import type { CountryCode, Instrument, InstrumentStatus } from '../treaty/index.js';
import { openAudit } from './audit/audit-reading.js';
import { openSecrets } from './cases/case-cursor.js';
import { type CaseGround, openCases } from './cases/case-reading.js';
import { schemaFaults } from './check-schema.js';
import { openCooperation } from './cooperation/cooperation-reading.js';
import { coordinatesOf, servedNames } from './coordinates.js';
import { openCustody } from './custody/custody-reading.js';
import { PreparedOperation } from './document/operation.js';
import { openPrepare } from './document/prepare.js';
import { type AnswerParts, answerBody } from './execution/answer-body.js';
import { type Execute, openApollo } from './execution/apollo.js';
import { answerCompiled } from './execution/compiled.js';
import { explainAll } from './execution/explain.js';
import { clauseViews, instrumentViews } from './execution/instrument-views.js';
import { openReading } from './execution/open-reading.js';
import { Turns } from './execution/turns.js';
import { Visits } from './execution/visits.js';
import type { Answer, ExecuteOptions, Graph } from './graph.js';
import type { CaseHall } from './hall.js';
import { openLife } from './life/life-reading.js';
import { TURNS } from './limits.js';
import { openProvisions } from './provisions/provision-reading.js';
import { openPublications, type PublicationHall } from './publications/reading.js';
import { openReadmission } from './readmission/readmission-reading.js';
import { openReports } from './reports/report-reading.js';
import { buildGraphSchema, schemaVersionOf } from './schema.js';
import { buildStateSubgraph } from './subgraph/state-subgraph.js';
import type { InstrumentType } from './types/instrument.js';
import { type AskRule, askRules, judge, Verdicts } from './verdicts/judge.js';
import { deriveRules } from './verdicts/rule-tree.js';

export interface GraphOptions {
  readonly openReader: OpenReader;
  /** Answers operations on persons with one statement each; where it is left out, resolvers answer them all. */
  readonly readCompiled?: ReadCompiled;
  readonly instruments: ReadonlyMap<string, Instrument>;
  readonly status: ReadonlyMap<string, InstrumentStatus>;
  readonly clock: Clock;
  /** The life of requests; a gateway without it has no cases for anybody. */
  readonly cases?: CaseHall;
  /** What everybody may read; a gateway without it publishes nothing. */
  readonly publications?: PublicationHall;
  /** Where large operations take turns; graphs of one gateway share it. */
  readonly turns?: Turns;
  /** Told of every inner error before the caller hears INTERNAL. */
  readonly alarm: (error: unknown) => void;
}

/** Bytes of the secret under which cursors are written. */
const SECRET = 32;

/** Every reason why a schema may not serve, at once. */
export class SchemaFault extends Error {
  override readonly name = 'SchemaFault';
}

/** Opens the graph; rejects with SchemaFault for a schema whose coordinates do not agree with the law. */
export async function openGraph(options: GraphOptions): Promise<Graph> {
  const schema = buildGraphSchema();
  return graphOver(schema, { ...options, askRule: askRules(deriveRules(schema)) });
}

/** Opens the graph that other gateways' routers ask; rejects as `openGraph` does. */
export async function openSubgraph(
  options: Omit<GraphOptions, 'cases'> & { readonly state: CountryCode },
): Promise<Graph> {
  const { schema } = buildStateSubgraph(options.state);
  return graphOver(schema, { ...options, askRule: askRules(deriveRules(schema)) });
}

export interface Law extends GraphOptions {
  readonly askRule: AskRule;
}

/** The graph over a schema and the second voice that is asked beside `decide`. */
export async function graphOver(schema: GraphQLSchema, law: Law): Promise<Graph> {
  const faults = schemaFaults(schema);
  if (faults.length > 0) throw new SchemaFault(faults.join('; '));
  return serveGraph(schema, law);
}

/** The graph over a schema whose faults were looked for. */
export async function serveGraph(schema: GraphQLSchema, law: Law): Promise<Graph> {
  const run = await openApollo(schema);
  // Asked for every operation: the law in force changes while the gateway serves.
  const views = () => instrumentViews(law.instruments, law.status);
  const turns = law.turns ?? new Turns(TURNS);
  const ground = groundOf(law);
  const servedName = servedNames(coordinatesOf(schema));
  return {
    prepare: openPrepare(schema),
    judge: (operation, grant) => judge(operation, grant, law.askRule),
    execute: (asked) =>
      whole(law, () => execute(asked, { law, run, views, turns, ground, servedName })),
    schemaVersion: schemaVersionOf(schema),
  };
}

interface Machine {
  readonly law: Law;
  readonly run: Execute;
  readonly views: () => readonly InstrumentType[];
  readonly turns: Turns;
  readonly ground: CaseGround | null;
  readonly servedName: (coordinate: string) => string;
}

// Cursors and names of candidates live as long as the process.
function groundOf({ cases, instruments, status, clock }: Law): CaseGround | null {
  if (cases === undefined) return null;
  const secrets = openSecrets(cases.ids.bytes(SECRET));
  return { hall: cases, law: { instruments, status }, secrets, clock };
}

async function execute(asked: ExecuteOptions, machine: Machine): Promise<Answer> {
  const { operation, grant, judgement, notice = null, language } = asked;
  if (!(operation instanceof PreparedOperation)) throw new Error('the operation was not prepared');
  if (operation.needsGrant && grant === null) throw new Refusal('PURPOSE_REQUIRED');
  const verdicts = verdictsOf(operation, judgement);
  const visits = new Visits(operation.parts.asked.roots);
  const compiled = compiledWay(operation, asked, machine);
  const resolved = resolvedWay(operation, asked, machine);
  const body = await machine.turns.take(operation.parts.cost, async () => {
    const standing = { verdicts, visits };
    const data = await compiled(standing);
    const told = data === undefined ? await resolved(standing) : { data };
    const { servedName } = machine;
    return answerBody({ ...told, grant, judgement: verdicts, servedName, notice, language });
  });
  const journal = visits.journal((items) => verdicts.withheldFrom(items));
  return { body, journal, tickets: visits.tickets };
}

interface Standing {
  readonly verdicts: Verdicts;
  readonly visits: Visits;
}

/** A way to the data of an answer. */
type Way<Data> = (standing: Standing) => Promise<Data>;

// Persons of a grant that has any: all that is asked is asked of the register. Undefined where that is no way.
function compiledWay(
  { needsGrant, parts: { outline } }: PreparedOperation,
  { grant, language }: ExecuteOptions,
  { law: { readCompiled, clock } }: Machine,
): Way<Uint8Array | undefined> {
  return async ({ verdicts, visits }) => {
    if (!needsGrant || outline === null || readCompiled === undefined) return undefined;
    if (grant === null || grant.subjects.length === 0) return undefined;
    // What was received lies encrypted: no statement can answer it.
    if (grant.held !== undefined) return undefined;
    return answerCompiled({
      ...{ outline, grant, readCompiled, language, now: clock.now() },
      withheldFrom: (items) => verdicts.withheldFrom(items),
      note: (key, found) => visits.note(key, found),
      admit: (ticket) => visits.tickets.push(ticket),
    });
  };
}

function resolvedWay(
  operation: PreparedOperation,
  asked: ExecuteOptions,
  { law, run, views, ground, servedName }: Machine,
): Way<Pick<AnswerParts, 'data' | 'destroyed'>> {
  const { grant, authority, officer, language } = asked;
  return async ({ verdicts, visits }) => {
    // Only a compiled statement looks whether a remembered request still stands.
    if (grant?.version !== undefined) throw new GrantOutdated();
    const reader = operation.needsGrant ? readerFor(asked, law, verdicts) : null;
    const reading = openReading({
      ...{ grant, reader },
      withheldFrom: (items) => verdicts.withheldFrom(items),
      visits,
      language,
      cases: openCases(ground, officer),
      provisions: openProvisions(ground, officer),
      audit: openAudit(ground, officer),
      custody: openCustody(ground, officer),
      publications: openPublications(law.publications, officer),
      reports: openReports(ground, officer),
      cooperation: openCooperation(ground, officer),
      life: openLife(ground, officer),
      readmission: openReadmission(ground, { caller: officer, grant, language }),
      instruments: views,
      clauses: (id) => clauseViews(law.instruments, id),
      explained: await explainAll(
        operation.parts.explains,
        { grant, authority },
        { ...law, servedName },
      ),
    });
    const { data, destroyed, faults } = await run(operation, { reading });
    visits.tickets.push(...(reader?.tickets ?? []));
    if (faults.length > 0) throw faults.find(isRefusal) ?? faults[0];
    for (const { fault } of destroyed) visits.noteDestroyed(fault);
    return { data, destroyed };
  };
}

const NO_VERDICTS = new Verdicts({ guarded: [], withheld: [], closed: new Map() });

// A guarded operation runs under verdicts of `judge` alone, and under those made for it.
function verdictsOf(
  { needsGrant, guarded }: PreparedOperation,
  judgement: ExecuteOptions['judgement'],
): Verdicts {
  if (!needsGrant) return NO_VERDICTS;
  if (judgement instanceof Verdicts && judgement.isOn(guarded)) return judgement;
  throw new Error('the operation was not judged');
}

/** The reader is told only of what is open to somebody: anything else is never selected. */
function readerFor(
  { operation, grant }: ExecuteOptions,
  { openReader, clock }: Law,
  verdicts: Verdicts,
): RegisterReader | null {
  if (grant === null || grant.subjects.length === 0) return null;
  if (!(operation instanceof PreparedOperation)) return null;
  const { guarded, inherited } = operation.parts.asked;
  const open = guarded.filter(({ coordinate }) => !verdicts.isClosed(coordinate));
  const names = new Set(open.map(({ coordinate }) => coordinate));
  const asked = new Set(names);
  for (const { coordinate, under } of inherited) {
    if (under !== null && names.has(under)) asked.add(coordinate);
  }
  return openReader({ grant, asked, now: clock.now() });
}

const isRefusal = (error: unknown): error is Refusal => error instanceof Refusal;

// Whole or nothing: what goes wrong inside is told to the alarm, and the caller hears a constant word.
async function whole(law: Law, work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    if (isRefusal(error) || error instanceof GrantOutdated) throw error;
    law.alarm(error);
    throw new Refusal('INTERNAL');
  }
}
