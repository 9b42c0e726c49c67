/** The operator's file on routers: what is read, and where it says that it is wrong. */
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { callersReader } from '../../src/config/callers-file.js';

const jwk = (kid: string) => ({ kty: 'OKP', crv: 'Ed25519', kid, x: 'A'.repeat(43) });
const router = { authority: 'KZ-MIA', keys: [jwk('a')] };

function read(text: string) {
  const setting = z.string().transform(
    callersReader((path) => {
      if (path !== 'callers.json') throw new Error('no such file');
      return text;
    }),
  );
  const { data, error } = setting.safeParse('callers.json');
  return data ?? error?.issues.map(({ message }) => message);
}
const readAll = (...routers: readonly object[]) => read(JSON.stringify(routers));
const NO_LIST = ['a JSON list of routers, each authority and each key once'];

describe('callers file', () => {
  test('one router, two keys while one follows the other, and nobody', () => {
    expect(readAll(router)).toEqual([router]);
    const both = { ...router, keys: [jwk('a'), jwk('b')] };
    expect(readAll(both, { authority: 'AZ-SMS', keys: [jwk('c')] })).toHaveLength(2);
    expect(readAll()).toEqual([]);
  });

  const wrong: readonly (readonly [object, string])[] = [
    [{ authority: 'XX-NOBODY' }, '0.authority'],
    [{ authority: '__proto__' }, '0.authority'],
    [{ keys: [] }, '0.keys'],
    [{ keys: [jwk('a'), jwk('b'), jwk('c')] }, '0.keys'],
    [{ keys: ['hunter2'] }, '0.keys.0'],
    [{ keys: { hunter2: 1 } }, '0.keys'],
    [{ hunter2: 1 }, '0'],
  ];
  test.each(wrong)('%j', (change, at) => {
    expect(readAll({ ...router, ...change })).toEqual([`not well formed at ${at}`]);
  });

  test('A-11.4 a key or an authority twice: a signature is of one router', () => {
    expect(readAll(router, router)).toEqual(NO_LIST);
    expect(readAll(router, { authority: 'KZ-MLSPP', keys: [jwk('a')] })).toEqual(NO_LIST);
    expect(readAll({ ...router, keys: [jwk('a'), jwk('a')] })).toEqual(NO_LIST);
  });

  test('no list, no JSON: told by our own names alone', () => {
    expect(read('{"hunter2":1}')).toEqual(NO_LIST);
    expect(read('[hunter2')).toEqual(NO_LIST);
  });
});
