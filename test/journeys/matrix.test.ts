/** Every cell of (instrument, purpose, coordinate), listed or not, on the running gateway. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { basisOf, COORDINATES_OF, ITEMS, itemOf, loadInstruments } from '../../src/treaty/index.js';
import { type Reply, startGateway, type TestGateway } from '../support/gateway.js';
import { readPolicy } from '../support/policy-tables.js';
import { askFor } from '../support/selections.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());

const guarded = new Set<string>(ITEMS.flatMap((item) => [...COORDINATES_OF[item]]));
const open = new Set(
  readPolicy('field-policy').map(
    ({ instrument, purpose, item }) => `${instrument} ${purpose} ${item}`,
  ),
);
const itemByCoordinate = new Map<string, string>(
  ITEMS.flatMap((item) => COORDINATES_OF[item].map((coordinate) => [coordinate, item] as const)),
);
const agreement = loadInstruments().get('AZ-KZ-2019');
/** The row of the obligations that a coordinate's item rests on: `6(2)` is; what the agreement lacks is B-4d's. */
function rowOf(coordinate: string): string {
  const item = itemOf(coordinate);
  const clauses = agreement && item ? basisOf(agreement, item) : [];
  const rows = clauses.map((clause) => `A-${clause.replace(/^(\d+)\((\d+)\)/, '$1.$2')}`);
  return rows.length === 0 ? 'B-4d' : rows.join(' ');
}

const PARENT: Readonly<Record<string, string>> = {
  IdentityDocument: 'Person.documents',
  Registration: 'Person.registrations',
  EntryBan: 'Person.entryBans',
};

const cells = readPolicy('purposes').flatMap(({ instrument = '', purpose = '' }) =>
  [...guarded].map((coordinate) => {
    const parent = PARENT[coordinate.split('.')[0] ?? ''];
    const chain = parent === undefined ? [coordinate] : [parent, coordinate];
    const closed = chain.filter(
      (c) => !open.has(`${instrument} ${purpose} ${itemByCoordinate.get(c)}`),
    );
    // A child whose parent is closed is closed with it.
    const withheld =
      closed.length > 0 && !closed.includes(coordinate) ? [...closed, coordinate] : closed;
    return {
      instrument,
      purpose,
      coordinate,
      row: rowOf(coordinate),
      withheld,
      verdict: withheld.length === 0 ? 'released' : 'withheld',
    };
  }),
);

/** The values found under the keys, over all rows. */
function valuesAt(value: unknown, keys: readonly string[]): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap((each) => valuesAt(each, keys));
  const [key, ...rest] = keys;
  if (key === undefined || value === null || typeof value !== 'object') return [value];
  return valuesAt(Reflect.get(value, key), rest);
}

const nodesOf = (reply: Reply) => valuesAt(reply.json.data, ['subjects', 'edges', 'node']);

describe.each(readPolicy('purposes'))('$instrument $purpose', ({ instrument, purpose }) => {
  const own = cells.filter((cell) => cell.instrument === instrument && cell.purpose === purpose);

  test.each(own)('$row $coordinate: $verdict', async ({ coordinate, withheld }) => {
    const { selection, keys } = askFor(coordinate, guarded);
    const standing = gateway.standing(instrument ?? '', purpose ?? '');
    const query = `{ subjects(first: 100) { edges { node { ${selection} } } } }`;
    const reply = await gateway.ask(standing, { query });
    expect(reply.status).toBe(200);
    const errors = reply.json.errors ?? [];
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(
      withheld.map(() => 'FIELD_WITHHELD'),
    );
    expect(errors.map(({ extensions }) => extensions.coordinate)).toEqual(withheld);
    expect(errors.every((error) => !('path' in error) && (error.locations?.length ?? 0) > 0)).toBe(
      true,
    );

    const values = nodesOf(reply).flatMap((node) => valuesAt(node, keys));
    if (instrument === 'AZ-BE-2019') expect(reply.json.data).toEqual({ subjects: { edges: [] } });
    else if (withheld.length > 0)
      expect(values.filter((value) => value !== null && value !== undefined)).toEqual([]);
    else expect(values.some((value) => value !== null && value !== undefined)).toBe(true);
  });
});

test('B-4d B-8b the memorandum alone: 100 % withheld', () => {
  const memorandum = cells.filter(({ instrument }) => instrument === 'AZ-BE-2019');
  expect(memorandum).toHaveLength(guarded.size);
  expect(memorandum.every(({ verdict }) => verdict === 'withheld')).toBe(true);
});
