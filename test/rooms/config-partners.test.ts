/** The operator's file on partners: what is read, and where it says that it is wrong. */
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { partnersReader } from '../../src/config/partners-file.js';

const FINGERPRINT = 'A'.repeat(43);
const partner = {
  authority: 'KZ-MIA',
  origin: 'https://gateway.example:4443',
  certificates: [FINGERPRINT],
};

function read(text: string) {
  const setting = z.string().transform(
    partnersReader((path) => {
      if (path !== 'partners.json') throw new Error('no such file');
      return text;
    }),
  );
  const { data, error } = setting.safeParse('partners.json');
  return data ?? error?.issues.map(({ message }) => message);
}
const readAll = (...partners: readonly object[]) => read(JSON.stringify(partners));

describe('partners file', () => {
  test('one partner, two certificates while one follows the other, and none', () => {
    expect(readAll(partner)).toEqual([partner]);
    const both = { ...partner, certificates: [FINGERPRINT, 'b'.repeat(43)] };
    expect(readAll(both, { ...partner, authority: 'KZ-MLSPP' })).toHaveLength(2);
    expect(readAll()).toEqual([]);
  });

  const wrong: readonly (readonly [object, string])[] = [
    [{ authority: 'XX-NOBODY' }, '0.authority'],
    [{ authority: 'toString' }, '0.authority'],
    [{ origin: 'http://gateway.example' }, '0.origin'],
    [{ origin: 'https://gateway.example/' }, '0.origin'],
    [{ origin: 'https://gateway.example:443' }, '0.origin'],
    [{ origin: 'https://user:secret@gateway.example' }, '0.origin'],
    [{ origin: 'https://Gateway.example' }, '0.origin'],
    [{ origin: 'gateway.example' }, '0.origin'],
    [{ certificates: [] }, '0.certificates'],
    [{ certificates: [FINGERPRINT, FINGERPRINT, FINGERPRINT] }, '0.certificates'],
    [{ certificates: ['AA:BB'] }, '0.certificates.0'],
    [{ certificates: 1 }, '0.certificates'],
  ];
  test.each(wrong)('%j', (change, at) => {
    expect(readAll({ ...partner, ...change })).toEqual([`not well formed at ${at}`]);
  });

  test('an unknown member, no list, no JSON: told by our own names alone', () => {
    expect(readAll({ ...partner, secret: 'hunter2' })).toEqual(['not well formed at 0']);
    expect(read('{"secret":"hunter2"}')).toEqual(['a JSON list of partners, each once']);
    expect(read('[hunter2')).toEqual(['a JSON list of partners, each once']);
  });

  test('an authority twice: its gateway is one', () => {
    expect(readAll(partner, partner)).toEqual(['a JSON list of partners, each once']);
  });
});
