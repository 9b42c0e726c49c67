/**
 * A witness that lies, is silent, or has forgotten, before the log's own side: what it shows counts where our log
 * signed it, what it answers where its cosignature is good. A lie stops nobody's answers, and is kept nowhere.
 */
import { beforeEach, expect, test } from 'vitest';
import { seekCosignature } from '../../../src/exchange/witness/seek.js';
import {
  cosign,
  formatVkey,
  gateLedger,
  type LedgerWriter,
  openGate,
  openLedger,
  parseVkey,
  signCheckpoint,
  type WitnessGate,
  witnessNameOf,
} from '../../../src/ledger/index.js';
import type { WitnessClient } from '../../../src/partner/index.js';
import { bodyOf, countingIds, draftOf, stillClock, testSigner } from '../ledger/fixtures.js';
import { MemoryKeeper, MemoryStore } from '../ledger/memory.js';

const origin = 'sorgu/AZ-SMS/KZ-MIA';
const name = witnessNameOf('KZ-MIA');
const [own, witness, stranger] = [testSigner(1), testSigner(2), testSigner(3)];
const NOW = stillClock.now() / 1000;

let store: MemoryStore;
let cosigned: MemoryKeeper;
let gate: WitnessGate;
let ledger: LedgerWriter;
beforeEach(async () => {
  store = new MemoryStore();
  cosigned = new MemoryKeeper();
  gate = openGate(['KZ-MIA'], 'REFUSE');
  const effects = { store, keeper: new MemoryKeeper(), signer: own, clock: stillClock };
  const options = { ...effects, ids: countingIds(), authority: 'AZ-SMS' };
  const writer = await openLedger(options);
  for (const text of ['a', 'b', 'c']) await writer.seal(draftOf(), bodyOf(text));
  ledger = gateLedger(writer, gate);
});

const noteAt = (size: number, letter: string, { signer = own, called = origin } = {}) =>
  signCheckpoint({ origin: called, size, root: Buffer.alloc(32, letter) }, signer);
const head = async () => (await store.head(origin))?.note ?? '';

interface Witness {
  readonly title: string;
  readonly outcome: string;
  /** What it shows as the last it cosigned. */
  readonly shows: () => Promise<string | null> | 'SILENT';
  /** What it answers to a submission. */
  readonly answers?: () => Promise<string>;
  /** Whether answers are still given, once it was asked. */
  readonly serves: boolean;
}

const cosignature = async (signer = witness, time = NOW, called = name) =>
  cosign((await head()).split('\n\n')[0]?.concat('\n') ?? '', { name: called, time, signer });
const nothing = async () => null;

const witnesses: readonly Witness[] = [
  {
    title: 'an honest one',
    outcome: 'COSIGNED',
    shows: nothing,
    answers: cosignature,
    serves: true,
  },
  { title: 'silent', outcome: 'UNREACHABLE', shows: () => 'SILENT', serves: false },
  {
    title: 'shows a larger tree that our log never signed',
    ...{
      outcome: 'WITNESS_UNPROVEN',
      shows: () => noteAt(9, 'x', { signer: stranger }),
      serves: false,
    },
  },
  {
    title: 'shows a tree of another log of ours',
    ...{ outcome: 'WITNESS_UNPROVEN', serves: false },
    shows: () => noteAt(2, 'x', { called: 'sorgu/AZ-SMS/BE-IO' }),
  },
  {
    title: 'shows no note at all',
    ...{ outcome: 'WITNESS_UNPROVEN', shows: async () => 'hello', serves: false },
  },
  {
    title: 'shows a larger tree that our log signed',
    ...{ outcome: 'BEHIND_WITNESS', shows: () => noteAt(9, 'x'), serves: false },
  },
  {
    title: 'shows another tree of our size that our log signed',
    ...{ outcome: 'REWRITTEN', shows: () => noteAt(3, 'x'), serves: false },
  },
  {
    title: 'shows another tree of an older size',
    ...{ outcome: 'REWRITTEN', shows: () => noteAt(2, 'x'), serves: false },
  },
  {
    title: 'cosigns by another key',
    ...{ outcome: 'COSIGNATURE_NOT_GOOD', shows: nothing, serves: true },
    answers: () => cosignature(stranger),
  },
  {
    title: 'cosigns in another’s name',
    ...{ outcome: 'COSIGNATURE_NOT_GOOD', shows: nothing, serves: true },
    answers: () => cosignature(witness, NOW, witnessNameOf('BE-IO')),
  },
  {
    title: 'cosigns another tree',
    ...{ outcome: 'COSIGNATURE_NOT_GOOD', shows: nothing, serves: true },
    answers: async () => cosign(`${origin}\n3\nx\n`, { name, time: NOW, signer: witness }),
  },
  {
    title: 'answers with a cosignature of last week',
    ...{ outcome: 'COSIGNATURE_NOT_IN_TIME', shows: nothing, serves: true },
    answers: () => cosignature(witness, NOW - 604_800),
  },
  {
    title: 'answers with one of next week',
    ...{ outcome: 'COSIGNATURE_NOT_IN_TIME', shows: nothing, serves: true },
    answers: () => cosignature(witness, NOW + 604_800),
  },
];

function clientOf({ shows, answers = cosignature }: Witness): WitnessClient {
  return {
    latest: async () => {
      const shown = shows();
      return shown === 'SILENT' ? { unreachable: 'SILENT' } : { note: await shown };
    },
    addCheckpoint: async () => ({ cosignature: await answers() }),
    close: () => undefined,
  } as WitnessClient;
}

async function ask(lying: Witness, before = 0) {
  const vkey = formatVkey({ name, publicKey: witness.publicKey }, 'COSIGNATURE');
  const key = parseVkey(vkey, 'COSIGNATURE');
  if (key === undefined) throw new Error('the key of the witness is none');
  const rooms = { client: clientOf(lying), reader: store, keeper: cosigned, gate };
  return seekCosignature(
    { ...rooms, publicKey: own.publicKey, clock: stillClock },
    { authority: 'KZ-MIA', origin, witness: key },
    before,
  );
}

test.each(witnesses)('A-11.4 $title: $outcome', async (lying) => {
  expect((await ask(lying)).outcome).toBe(lying.outcome);
  expect(cosigned.notes).toHaveLength(lying.outcome === 'COSIGNED' ? 1 : 0);
  const answered = ledger.seal(draftOf(), bodyOf('d')).then(
    () => true,
    () => false,
  );
  expect(await answered).toBe(lying.serves);
});

test.each([
  ['cosigns by another key', 'COSIGNATURE_NOT_GOOD'],
  ['silent', 'UNREACHABLE'],
  ['shows no note at all', 'WITNESS_UNPROVEN'],
])('A-11.4 once it was confirmed, a witness that %s stops nothing', async (title, outcome) => {
  gate.confirm('KZ-MIA');
  const lying = witnesses.find((one) => one.title === title);
  expect(lying && (await ask(lying)).outcome).toBe(outcome);
  expect((await ledger.seal(draftOf(), bodyOf('d'))).index).toBe(3);
});

test('A-11.4 a witness that forgot what it cosigned is told of, and cosigns anew', async () => {
  const forgetful = { title: '', outcome: '', shows: nothing, answers: cosignature, serves: true };
  expect(await ask(forgetful, 2)).toEqual({ outcome: 'FORGOTTEN', cosigned: 3 });
});

test('A-11.4 of a fork that is shown to one partner alone the other shows the other half', async () => {
  // Both halves are signed by our own log: held against what is stored, one of them is no tree of ours.
  const mine = await head();
  const ours = { title: '', outcome: '', shows: async () => mine, serves: true };
  expect((await ask(ours, 3)).outcome).toBe('CURRENT');
  const theirs = { ...ours, shows: () => noteAt(3, 'f') };
  expect((await ask(theirs, 3)).outcome).toBe('REWRITTEN');
  expect(gate.reason()).toBe('REWRITTEN');
});
