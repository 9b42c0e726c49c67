/** `explain` says beforehand what then happens, for every grant of the sample; it reads no register and is no entry. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cursorOf } from '../../src/graph/cursor.js';
import { buildGraphSchema, type DocumentParams } from '../../src/graph/index.js';
import { closePool, openOwner, type Sql } from '../../src/store/index.js';
import { everything } from '../support/everything.js';
import { type Reply, type Standing, startGateway, type TestGateway } from '../support/gateway.js';
import { operations } from '../support/operations.js';
import { withheldOf } from '../support/people.js';
import { readPolicy } from '../support/policy-tables.js';
import { openStatements, type Statements } from '../support/statements.js';

const OPERATIONS = 300;
const purposes = readPolicy('purposes');
const RUNS = { numRuns: Math.ceil(OPERATIONS / purposes.length), seed: 2019 };
const schema = buildGraphSchema();

let gateway: TestGateway;
let statements: Statements;
let owner: Sql;
beforeAll(async () => {
  gateway = await startGateway();
  statements = await openStatements(gateway);
  owner = openOwner(gateway.urls.owner);
});
afterAll(async () => {
  await statements?.close();
  if (owner !== undefined) await closePool(owner);
  await gateway?.close();
});

const EXPLAIN = `query ($o: String!, $v: JSON, $p: Purpose) {
  explain(operation: $o, variables: $v, purpose: $p) { coordinate verdict item instrument permittedPurposes }
}`;

interface Told {
  readonly coordinate: string;
  readonly verdict: string;
  readonly item: string;
  readonly instrument: string;
  readonly permittedPurposes: readonly string[];
}

interface Explaining {
  readonly params: DocumentParams;
  readonly purpose?: string;
}

function explain(standing: Standing, { params, purpose }: Explaining): Promise<Reply> {
  const variables = { o: params.query, v: params.variables, p: purpose };
  return gateway.ask(standing, { query: EXPLAIN, variables });
}

// The gateway's own answer to the query above.
const toldBy = ({ json }: Reply): readonly Told[] =>
  (json.data as { explain: readonly Told[] }).explain;

const withheldIn = (told: readonly Told[]): readonly string[] =>
  told.filter(({ verdict }) => verdict === 'WITHHOLD').map(({ coordinate }) => coordinate);

/** Every request that a persona of the sample may use for this purpose. */
function standingsOn(instrument: string, purpose: string): readonly Standing[] {
  const personas = ['KZ-MIA', 'KZ-MLSPP', 'BE-IO', 'AZ-SMS'].map((authority) =>
    gateway.persona(authority, authority === 'AZ-SMS' ? 'EXECUTING_OFFICER' : undefined),
  );
  return personas.flatMap((persona) =>
    persona.requests
      .filter((each) => each.instrument === instrument && each.purposes.includes(purpose))
      .map(({ id }) => ({ persona, request: id, purpose })),
  );
}

describe.each(purposes)('$instrument $purpose', ({ instrument = '', purpose = '' }) => {
  const generated = operations({
    schema,
    ids: ['7f1f6f0a-6a0e-4b0a-9c0d-0d8f5a2f8a11.1', 'other'],
    cursors: [cursorOf(1), cursorOf(9)],
    root: 'persons',
  });

  test('says of each coordinate what the operation then does', async () => {
    const standings = standingsOn(instrument, purpose);
    expect(standings.length).toBeGreaterThan(0);
    await fc.assert(
      fc.asyncProperty(
        generated,
        fc.constantFrom(...standings),
        async ({ params, asks }, standing) => {
          // Two operations in one document leave `explain` without a choice.
          fc.pre(!params.query.includes('query Beside'));
          const told = toldBy(await explain(standing, { params }));
          const reply = await gateway.ask(standing, params);
          expect(withheldOf(reply)).toEqual(withheldIn(told));
          expect(told.every(({ coordinate }) => asks.includes(coordinate))).toBe(true);
        },
      ),
      RUNS,
    );
  }, 120_000);

  test('A-6.1–6.13 without a request, for a purpose: the same verdicts, and the purposes that open', async () => {
    const [standing] = standingsOn(instrument, purpose);
    if (standing === undefined) throw new Error('no standing');
    const params = { query: everything() };
    const all = toldBy(await explain({ persona: standing.persona }, { params, purpose }));
    const told = all.filter((one) => one.instrument === instrument);
    const reply = await gateway.ask(standing, params);
    expect(withheldIn(told)).toEqual(withheldOf(reply));
    for (const { verdict, permittedPurposes } of told) {
      expect(permittedPurposes.includes(purpose)).toBe(verdict === 'DISCLOSE');
    }
  });
});

describe('explain touches nothing', () => {
  const entries = async (): Promise<number> => {
    const [row] = await owner<{ count: number }[]>`
      select count(*)::int as count from ledger.entry`;
    return row?.count ?? 0;
  };
  const params = { query: everything() };

  test('no register data is read and no entry is sealed, under a request or a purpose', async () => {
    const standing = gateway.standing('AZ-KZ-2019', 'IDENTITY_ESTABLISHMENT');
    const before = await entries();
    const sent = await statements.during(async () => {
      for (const { persona, ...rest } of [standing, { persona: standing.persona }]) {
        const asked = { params, purpose: 'IDENTITY_ESTABLISHMENT' };
        const reply = await explain({ persona, ...rest }, asked);
        expect(toldBy(reply).length).toBeGreaterThan(0);
        expect(reply.headers.get('exchange-receipt')).toBeNull();
      }
    });
    expect(sent.filter((text) => text.includes('register.'))).toEqual([]);
    // The request is looked up: it was not the log that was silent.
    expect(sent.some((text) => text.includes('exchange.request'))).toBe(true);
    expect(await entries()).toBe(before);
    const { status } = await gateway.ask(standing, params);
    expect([status, await entries()]).toEqual([200, before + 1]);
  });

  test('A-11.1 a an unknown request is NO_GRANT, as any', async () => {
    const standing = gateway.standing('AZ-KZ-2019', 'IDENTITY_ESTABLISHMENT');
    const reply = await explain(
      { ...standing, request: '11111111-1111-4111-8111-111111111111' },
      { params, purpose: 'IDENTITY_ESTABLISHMENT' },
    );
    expect(reply.status).toBe(403);
    expect(reply.json.errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'NO_GRANT' }]);
  });
});
