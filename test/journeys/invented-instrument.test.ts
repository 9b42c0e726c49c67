/**
 * An instrument between two states that do not exist, added as one data file to a copy of the product: its whole
 * matrix, a request and its answer, its end; with no line of code.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COORDINATES_OF, ITEMS, itemOf } from '../../src/treaty/index.js';
import { type CopiedTree, copyTreeWith } from '../support/copied-tree.js';
import { INVENTED, inventedFile } from '../support/invented-file.js';

interface Seen {
  readonly beforeAny: readonly string[];
  readonly withOne: readonly string[];
  readonly withBoth: readonly string[];
  readonly purposes: Readonly<
    Record<string, Readonly<Record<string, { withheld: readonly string[]; isTold: boolean }>>>
  >;
  /** The last day in time, where the requested authority is. */
  readonly dueOn: string;
  readonly package: string;
  readonly held: string;
  readonly afterEnd: readonly string[];
  readonly newDraft: readonly string[];
  readonly instruments: unknown;
  readonly wall: readonly string[];
}

let tree: CopiedTree;
let seen: Seen;
let emitted: string;
beforeAll(async () => {
  tree = await copyTreeWith(INVENTED);
  await tree.run('scripts/emit-instruments.ts');
  await tree.run('scripts/emit.ts');
  emitted = await tree.read('schema/gateway.graphql');
  seen = JSON.parse(await tree.run('test/invented/story.ts'));
}, 240_000);
afterAll(() => tree.close());

const PARENT: Readonly<Record<string, string>> = {
  IdentityDocument: 'Person.documents',
  Registration: 'Person.registrations',
  EntryBan: 'Person.entryBans',
};
const guarded = ITEMS.flatMap((item) => [...COORDINATES_OF[item]]);
const cells = inventedFile().purposes.flatMap(({ purpose, opens }) =>
  guarded.map((coordinate) => {
    const parent = PARENT[coordinate.split('.')[0] ?? ''];
    const chain = parent === undefined ? [coordinate] : [parent, coordinate];
    const closed = chain.filter((one) => !opens.some((item) => item === itemOf(one)));
    const withheld =
      closed.length > 0 && !closed.includes(coordinate) ? [...closed, coordinate] : closed;
    return { purpose, coordinate, withheld, verdict: closed.length === 0 ? 'told' : 'withheld' };
  }),
);

describe('A-3.2 the whole matrix at the running gateway', () => {
  test.each(cells)('$purpose $coordinate is $verdict', ({ purpose, coordinate, withheld }) => {
    expect(seen.purposes[purpose]?.[coordinate]).toEqual({
      withheld,
      isTold: withheld.length === 0,
    });
  });

  test('the enumeration and the roles of the database are made from the file', () => {
    for (const { purpose } of inventedFile().purposes) expect(emitted).toContain(`  ${purpose}\n`);
    expect(seen.wall).toEqual([
      'sorgu_xl_xo_2031_quay_registration',
      'sorgu_xl_xo_2031_request_execution',
      'sorgu_xl_xo_2031_stowaway_return',
    ]);
  });
});

describe('its life', () => {
  test('A-17a no request before both notified, and with one notification neither', () => {
    expect(seen.beforeAny).toEqual(['INSTRUMENT_NOT_IN_FORCE']);
    expect(seen.withOne).toEqual(['INSTRUMENT_NOT_IN_FORCE']);
    expect(seen.withBoth).toEqual([]);
  });

  test('A-10.3 it is due within the days of the file, and not within thirty', () => {
    const days = (Date.parse(seen.dueOn) - Date.now()) / 86_400_000;
    expect(Math.abs(days - (inventedFile().executionDays ?? 0))).toBeLessThan(2);
  });

  test('A-10 the answer holds what was disclosed, under the names of the invented purpose', () => {
    expect(seen.package).toContain('ObraztsovA');
    expect(seen.package).not.toContain('iVBORw0KGgo=');
  });

  test('A-17b after its three months nothing is asked any more, and what was received is read on', () => {
    expect(seen.afterEnd).toEqual(['NO_GRANT']);
    expect(seen.newDraft).toEqual(['INSTRUMENT_TERMINATED']);
    expect(seen.held).toContain('ObraztsovA');
    expect(JSON.stringify(seen.instruments)).toMatch(
      /"XL-XO-2031","inForceFrom":"\d{4}-\d\d-\d\d","inForceUntil":"\d{4}-\d\d-\d\d"/,
    );
  });
});
