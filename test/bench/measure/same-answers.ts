/** What is compared must be the same work: every way's answer to the list is held against plain Apollo's. */
import { isDeepStrictEqual } from 'node:util';
import { openGun } from '../load.js';
import type { Case, Shots } from './http.js';

const ALIKE: readonly Case[] = [
  'list authorized',
  'list sealed',
  'list naive',
  'list raw',
  'list limit',
];

const ONE: readonly Case[] = ['one sealed', 'one sealed-unwalled', 'one authorized-unwalled'];

interface Body {
  readonly data?: { readonly subjects?: { readonly edges?: readonly unknown[] } };
  readonly errors?: readonly unknown[];
}

export interface Sameness {
  /** Bytes of the list's answer. */
  readonly bytes: number;
  /** Of the guarded coordinates of the list, how many the half request withholds. */
  readonly withheld: number;
}

/** Throws where a way answers otherwise, or about other people. */
export async function checkSameAnswers(shots: Shots, subjects: number): Promise<Sameness> {
  const gun = openGun(1);
  const ask = async (one: Case) => {
    const { body } = await gun.fire(shots.of(one));
    const parsed: Body = JSON.parse(body.toString());
    return { ...parsed, bytes: body.byteLength };
  };
  try {
    const plain = await ask('list plain');
    if (plain.data?.subjects?.edges?.length !== subjects) throw new Error('not everybody is found');
    for (const one of ALIKE) {
      const { data, errors } = await ask(one);
      if (errors !== undefined || !isDeepStrictEqual(data, plain.data)) {
        throw new Error(`${one} does not answer as plain Apollo does`);
      }
    }
    const half = await ask('list half');
    if (half.data?.subjects?.edges?.length !== subjects)
      throw new Error('half: somebody is missing');
    const one = await ask('one plain');
    for (const way of ONE) {
      const { data } = await ask(way);
      if (!isDeepStrictEqual(data, one.data)) throw new Error(`${way}: other answers`);
    }
    return { bytes: plain.bytes, withheld: half.errors?.length ?? 0 };
  } finally {
    gun.close();
  }
}
