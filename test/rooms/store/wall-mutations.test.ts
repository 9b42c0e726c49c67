/**
 * walls with a hole each, raised one after the other over the same register: the attacks, or the matrix of columns,
 * find every one, and find nothing on the wall as it is. One that survives would be a hole in the tests of the wall.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closePool, openPool } from '../../../src/store/index.js';
import { WALL_ATTACKS } from '../../cases/wall-attacks.js';
import { WALL_MUTATIONS, type WallMutation } from '../../cases/wall-mutations.js';
import { differences, listCells, listColumns } from '../../support/wall-matrix.js';
import { openWallSite, WALL, type WallSite } from '../../support/wall-site.js';

let site: WallSite;
let columns: readonly string[];
beforeAll(async () => {
  site = await openWallSite();
  columns = await listColumns(site.owner);
});
afterAll(() => site.close());

describe('A-11.4 the wall as it is', () => {
  test.each(WALL_ATTACKS)('holds against $name', async ({ tried, holds }) => {
    expect(await tried(site)).toEqual(holds);
  });
});

/** What the attack of this name gets, or the matrix of this role finds. */
async function found(by: string): Promise<boolean> {
  const attack = WALL_ATTACKS.find(({ name }) => name.startsWith(by));
  if (attack !== undefined) {
    const got = await attack.tried(site);
    return JSON.stringify(got) !== JSON.stringify(attack.holds);
  }
  const cells = listCells().find(({ role }) => role === by);
  if (cells === undefined) throw new Error(`no attack is called ${by}`);
  const options = { name: 'test', max: 1, statementMs: 0, silenceMs: 0 };
  const login = openPool(site.urls.app, options);
  const wrong = await differences(login, cells, columns);
  await closePool(login);
  return wrong.length > 0;
}

describe('A-11.4 a wall with a hole is found', () => {
  test.each(WALL_MUTATIONS)('%s', async (...mutation: WallMutation) => {
    const [, from, to, foundBy] = mutation;
    // What each instrument's own view says is written otherwise in all of them.
    const everywhere = typeof from === 'string' ? from : new RegExp(from, 'g');
    const mutated = WALL.replaceAll(everywhere, () => to);
    expect(mutated).not.toBe(WALL);
    await site.raise(mutated);
    expect(await found(foundBy)).toBe(true);
  });
});
