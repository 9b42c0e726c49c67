/** The checker of receipts in the caller's hand against the ledger that makes them. */
import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { verifyReceipt } from '../../../client/src/receipt/index.js';
import {
  checkReceipt,
  formatReceipt,
  formatVkey,
  openLedger,
  parseReceipt,
  type Receipt,
  signCheckpoint,
} from '../../../src/ledger/index.js';
import {
  bodyOf,
  countingIds,
  draftOf,
  stillClock,
  subjectOf,
  testSigner,
} from '../../rooms/ledger/fixtures.js';
import { MemoryKeeper, MemoryStore } from '../../rooms/ledger/memory.js';

const signer = testSigner(1);
const ORIGIN = 'sorgu/AZ-SMS/KZ-MIA';
const vkey = formatVkey({ name: ORIGIN, publicKey: signer.publicKey });
const { request, purpose } = draftOf();
const asked = { request: request ?? '', purpose: purpose ?? '' };
const ENTRIES = 40;

interface Answered {
  readonly header: string;
  readonly body: Uint8Array<ArrayBuffer>;
}

const exact = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => Uint8Array.from(bytes);

const answered: Answered[] = [];
let foreign: Receipt;
beforeAll(async () => {
  const effects = { store: new MemoryStore(), keeper: new MemoryKeeper(), signer };
  const ledger = await openLedger({
    ...effects,
    ...{ clock: stillClock, ids: countingIds(), authority: 'AZ-SMS' },
  });
  // Some alone, some many at once: proofs of every length.
  const seal = async (at: number) => {
    const body = exact(bodyOf(`the answer ə ${at}`));
    const draft = draftOf({ subjects: Array.from({ length: at % 5 }, (_, n) => subjectOf(n)) });
    answered.push({ header: formatReceipt(await ledger.seal(draft, body)), body });
  };
  for (let at = 0; at < 5; at += 1) await seal(at);
  await Promise.all(Array.from({ length: ENTRIES - 5 }, (_, at) => seal(at + 5)));
  foreign = await ledger.seal(draftOf({ log: 'BE-IO' }), bodyOf('other'));
  await ledger.close();
});
afterEach(() => vi.unstubAllGlobals());

const at = (index: number): Answered => {
  const one = answered[index];
  if (one === undefined) throw new Error('no such answer');
  return one;
};
const receiptAt = (index: number): Receipt => {
  const receipt = parseReceipt(at(index).header);
  if (receipt === undefined) throw new Error('no receipt');
  return receipt;
};
const anyAnswer = fc.nat(ENTRIES - 1);

describe('A-11.4 a receipt', () => {
  it('of every answer verifies, with its place and the size of the signed tree', async () => {
    for (const { header, body } of answered) {
      const { index, checkpoint } = parseReceipt(header) ?? foreign;
      const told = await verifyReceipt(header, { vkey, body, asked });
      const size = Number(checkpoint.split('\n')[1]);
      expect(told).toMatchObject({ verdict: 'VERIFIED', origin: ORIGIN, index, size });
    }
  });

  it('is refused with any byte of it flipped', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyAnswer,
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        async (n, where, bits) => {
          const { header, body } = at(n);
          const bytes = Buffer.from(header, 'base64url');
          bytes[where % bytes.length] = (bytes[where % bytes.length] ?? 0) ^ bits;
          const told = await verifyReceipt(bytes.toString('base64url'), { vkey, body });
          expect(told.verdict).toBe('FAILED');
        },
      ),
      { numRuns: 300, seed: 2019 },
    );
  });

  it('is refused with a character of its header exchanged, wherever it stands', async () => {
    const { header, body } = at(7);
    for (let place = 0; place < header.length; place += 23) {
      const other = header[place] === 'A' ? 'B' : 'A';
      const changed = header.slice(0, place) + other + header.slice(place + 1);
      expect((await verifyReceipt(changed, { vkey, body })).verdict).toBe('FAILED');
    }
  });

  it('is refused for a body with any byte flipped, cut or added', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyAnswer,
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        async (n, where, bits) => {
          const { header, body } = at(n);
          const flipped = body.map((byte, place) =>
            place === where % body.length ? byte ^ bits : byte,
          );
          for (const other of [
            flipped,
            body.slice(0, where % body.length),
            exact(Uint8Array.of(...body, bits)),
          ]) {
            const told = await verifyReceipt(header, { vkey, body: other });
            expect(told).toEqual({ verdict: 'FAILED', step: 'BODY' });
          }
        },
      ),
      { numRuns: 50, seed: 2019 },
    );
  });

  it("says what the ledger's own checker says, with members of two receipts mixed", async () => {
    const members = ['index', 'leafHash', 'entry', 'salt', 'proof', 'checkpoint'] as const;
    await fc.assert(
      fc.asyncProperty(anyAnswer, anyAnswer, fc.subarray([...members]), async (one, two, taken) => {
        const [mine, other] = [receiptAt(one), receiptAt(two)];
        const mixed = { ...mine, ...Object.fromEntries(taken.map((name) => [name, other[name]])) };
        const { body } = at(one);
        const ours = await verifyReceipt(formatReceipt(mixed), { vkey, body });
        const ledgers = checkReceipt(mixed, { publicKey: signer.publicKey, body });
        expect(ours.verdict === 'FAILED' ? ours.step : 'VERIFIED').toBe(
          'fault' in ledgers ? ledgers.fault : 'VERIFIED',
        );
      }),
      { numRuns: 200, seed: 2019 },
    );
  });
});

/** What is done to a good receipt, and the step that finds it. */
const FORGERIES: readonly (readonly [string, string, (receipt: Receipt) => string])[] = [
  ['nothing in it', 'FORM', () => ''],
  ['no base64url', 'FORM', () => '%%%'],
  ['padding', 'FORM', (receipt) => `${formatReceipt(receipt)}=`],
  ['no JSON', 'FORM', () => Buffer.from('receipt').toString('base64url')],
  ['broken UTF-8', 'FORM', () => Buffer.from([0x7b, 0xff, 0x7d]).toString('base64url')],
  ['a list', 'FORM', () => written([])],
  ['no proof', 'FORM', ({ proof: _, ...rest }) => written(rest)],
  ['one member more', 'FORM', (receipt) => written({ ...receipt, more: 1 })],
  ['a text for its index', 'FORM', (receipt) => written({ ...receipt, index: '7' })],
  ['half an index', 'FORM', (receipt) => written({ ...receipt, index: 7.5 })],
  ['an index below 0', 'INCLUSION', (receipt) => formatReceipt({ ...receipt, index: -1 })],
  ['an index beyond the tree', 'INCLUSION', (receipt) => formatReceipt({ ...receipt, index: 900 })],
  [
    'the origin of another log',
    'KEY',
    (receipt) => formatReceipt({ ...receipt, origin: foreign.origin }),
  ],
  ['the receipt of another log', 'KEY', () => formatReceipt(foreign)],
  [
    'the checkpoint of another log',
    'CHECKPOINT',
    (receipt) => formatReceipt({ ...receipt, checkpoint: foreign.checkpoint }),
  ],
  [
    'the leaf of another log',
    'LEAF',
    (receipt) => formatReceipt({ ...receipt, entry: foreign.entry, leafHash: foreign.leafHash }),
  ],
  ['a salt of another length', 'BODY', (receipt) => formatReceipt({ ...receipt, salt: '' })],
  [
    'loose base64 in its proof',
    'INCLUSION',
    (receipt) => formatReceipt({ ...receipt, proof: [...receipt.proof, 'AB'] }),
  ],
  [
    'a proof too long',
    'INCLUSION',
    (receipt) => formatReceipt({ ...receipt, proof: [...receipt.proof, receipt.leafHash] }),
  ],
  [
    'a proof too short',
    'INCLUSION',
    (receipt) => formatReceipt({ ...receipt, proof: receipt.proof.slice(1) }),
  ],
];

const written = (value: object): string =>
  Buffer.from(JSON.stringify(Object.fromEntries(Object.entries(value).sort()))).toString(
    'base64url',
  );

describe('a forged receipt', () => {
  it.each(FORGERIES)('with %s fails at %s', async (_, step, forge) => {
    const header = forge(receiptAt(7));
    expect(await verifyReceipt(header, { vkey, body: at(7).body })).toEqual({
      verdict: 'FAILED',
      step,
    });
  });

  it('signed by another key of the same name fails', async () => {
    const receipt = receiptAt(0);
    const other = testSigner(2);
    const tree = { origin: ORIGIN, size: 1, root: Buffer.from(receipt.leafHash, 'base64') };
    const checkpoint = await signCheckpoint(tree, other);
    const header = formatReceipt({ ...receipt, proof: [], checkpoint });
    const { body } = at(0);
    const told = await verifyReceipt(header, { vkey, body });
    expect(told).toEqual({ verdict: 'FAILED', step: 'CHECKPOINT' });
    // The same receipt is good to whoever takes that key for the log's: the key is what is trusted.
    const theirs = formatVkey({ name: ORIGIN, publicKey: other.publicKey });
    expect((await verifyReceipt(header, { vkey: theirs, body })).verdict).toBe('VERIFIED');
  });

  it.each([
    ['no key', 'none'],
    ['an empty key', ''],
    [
      'the key of another log',
      formatVkey({ name: 'sorgu/AZ-SMS/BE-IO', publicKey: signer.publicKey }),
    ],
  ])('against %s fails', async (_, other) => {
    const told = await verifyReceipt(at(7).header, { vkey: other, body: at(7).body });
    expect(told).toEqual({ verdict: 'FAILED', step: 'KEY' });
  });

  it('against a key that is no point of the curve fails', async () => {
    const none = formatVkey({ name: ORIGIN, publicKey: new Uint8Array(32).fill(0xff) });
    const told = await verifyReceipt(at(7).header, { vkey: none, body: at(7).body });
    expect(told).toEqual({ verdict: 'FAILED', step: 'CHECKPOINT' });
  });
});

describe('a receipt of another answer', () => {
  it.each([
    { ...asked, request: '11111111-1111-4111-8111-111111111111' },
    { ...asked, purpose: 'PERSON_DETECTION' },
  ])('proves nothing about what was asked, case %#', async (other) => {
    const { header, body } = at(7);
    const told = await verifyReceipt(header, { vkey, body, asked: other });
    expect(told).toEqual({ verdict: 'FAILED', step: 'ASKED' });
  });
});

describe('a platform without the primitives', () => {
  it.each([
    ['no WebCrypto', {}],
    ['no Ed25519', { subtle: withoutEd25519() }],
  ])('with %s says so', async (_, platform) => {
    vi.stubGlobal('crypto', platform);
    const told = await verifyReceipt(at(7).header, { vkey, body: at(7).body });
    expect(told).toEqual({ verdict: 'FAILED', step: 'UNSUPPORTED' });
  });
});

function withoutEd25519() {
  const { subtle } = crypto;
  return {
    digest: subtle.digest.bind(subtle),
    importKey: async () => {
      throw new DOMException('unknown', 'NotSupportedError');
    },
  };
}
