/**
 * Promise 4, nothing inferred: two registers that differ only in withheld values give byte-identical answers. Same
 * clock, ids and salts; everything is compared but `Date` and the receipt's signature.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cursorOf } from '../../src/graph/cursor.js';
import { buildGraphSchema } from '../../src/graph/index.js';
import { parseReceipt } from '../../src/ledger/index.js';
import type { Request } from '../../src/requests/index.js';
import { COORDINATES_OF } from '../../src/treaty/index.js';
import { everything, valuesAt } from '../support/everything.js';
import type { TestGateway } from '../support/gateway.js';
import { operations } from '../support/operations.js';
import { headerOf, type RawAnswer, rawAsk, without } from '../support/raw-ask.js';
import { sampleRequest } from '../support/requests.js';
import { askFor } from '../support/selections.js';
import { askerOf, openTwin, type TwinStanding, twinStandings } from '../support/twin-registers.js';

/** Generated operations in all; each is asked of both registers. */
const OPERATIONS = 1_000;
const standings = twinStandings();
const COORDINATES: readonly string[] = Object.values(COORDINATES_OF).flat();
const RUNS = { numRuns: Math.ceil(OPERATIONS / standings.length), seed: 2019 };

let one: TestGateway;
let other: TestGateway;
beforeAll(async () => {
  [one, other] = await Promise.all([openTwin(standings, 0), openTwin(standings, 1)]);
});
afterAll(() => Promise.all([one, other].map((gateway) => gateway?.close())));

async function askBoth(standing: TwinStanding, body: unknown): Promise<[RawAnswer, RawAnswer]> {
  return Promise.all([
    rawAsk(one, { standing: askerOf(one, standing), body }),
    rawAsk(other, { standing: askerOf(other, standing), body }),
  ]);
}

/** What the receipt says, but for the checkpoint: each gateway signs with a key of its own. */
function sealedIn(answer: RawAnswer): unknown {
  const header = headerOf(answer, 'exchange-receipt');
  if (header === undefined) return undefined;
  const { checkpoint, ...receipt } = parseReceipt(header) ?? { checkpoint: '' };
  return receipt;
}

const bare = (answer: RawAnswer) => without(answer, 'date', 'exchange-receipt');

describe.each(standings)('promise 4, $instrument.id $purpose', (standing) => {
  const { request } = standing;
  const numbers = [1, 2, 3, 5, 6, 8, 9, 99];
  const generated = operations({
    schema: buildGraphSchema(),
    ids: [...numbers.map((n) => `${request.id}.${n}`), standing.twins[0]?.id ?? ''],
    cursors: [cursorOf(1), cursorOf(4), cursorOf(9)],
    explained: ['{ person(id: 1) { sex documents { kind } } }'],
    root: 'persons',
  });

  test('A-6.1–6.13 generated operations: status, headers and body are the same bytes', async () => {
    await fc.assert(
      fc.asyncProperty(generated, async ({ params }) => {
        const [a, b] = await askBoth(standing, params);
        expect(bare(b)).toEqual(bare(a));
        expect(sealedIn(b)).toEqual(sealedIn(a));
        expect(a.status).toBe(200);
      }),
      RUNS,
    );
  }, 120_000);

  test('A-6.1–6.13 everything of everybody at once: the same bytes', async () => {
    const [a, b] = await askBoth(standing, { query: everything() });
    expect(bare(b)).toEqual(bare(a));
    expect(a.body).toContain('FIELD_WITHHELD');
  });
});

describe.each(standings)('the registers do differ: $instrument.id $purpose', (standing) => {
  // Between them these two show every item that any purpose opens, and citizenships of any state.
  const officers = ['AZ-KZ-2019', 'EU-AZ-2014'].map((instrument) =>
    sampleRequest({
      instrument,
      purpose: 'REQUEST_EXECUTION',
      people: standing.twins.map(({ id }) => id),
      subject: () => ({ child: true, coordinatorDecision: true }),
    }),
  );
  const withheld = COORDINATES.filter((coordinate) => !standing.twins[0]?.isOpen(coordinate));

  test('in every value that is withheld: an officer sees it', async () => {
    const [a, b] = await Promise.all([one, other].map((gateway) => seenBy(gateway, officers)));
    const alike = withheld.filter((coordinate) => a?.[coordinate] === b?.[coordinate]);
    expect(alike).toEqual([]);
  });
});

/** What two officers see at each coordinate. */
async function seenBy(
  gateway: TestGateway,
  officers: readonly Request[],
): Promise<Readonly<Record<string, string>>> {
  const persona = gateway.persona('AZ-SMS', 'EXECUTING_OFFICER');
  const seen: unknown[] = [];
  for (const officer of officers) {
    await gateway.addRequest(officer);
    const standing = { persona, request: officer.id, purpose: 'REQUEST_EXECUTION' };
    const { json } = await gateway.ask(standing, { query: everything() });
    seen.push(...valuesAt(json.data, ['subjects', 'edges', 'node']));
  }
  return Object.fromEntries(
    COORDINATES.map((coordinate) => {
      const { keys } = askFor(coordinate, new Set(COORDINATES));
      return [coordinate, JSON.stringify(seen.map((node) => valuesAt(node, keys)))];
    }),
  );
}
