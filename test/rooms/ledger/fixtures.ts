/** Keys, drafts and effects that stand still, for tests of the ledger. */
import { createPrivateKey, createPublicKey, hash, sign } from 'node:crypto';
import type { Clock, Ids, Signer } from '../../../src/base/index.js';
import type { EntryDraft, SubjectDraft } from '../../../src/ledger/index.js';

/** A key made from a number: the same in every run. */
export function testSigner(seed: number): Signer {
  const secret = hash('sha256', `key ${seed}`, 'buffer');
  const prefix = Buffer.from('302e020100300506032b657004220420', 'hex');
  const der = Buffer.concat([prefix, secret]);
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return {
    publicKey: new Uint8Array(spki.subarray(-32)),
    sign: async (message) => sign(null, message, key),
  };
}

export const stillClock: Clock = { now: () => Date.UTC(2026, 10, 22, 12, 0, 0) };

/** Bytes that count up: no two salts are the same. */
export function countingIds(): Ids {
  let next = 0;
  return {
    uuid: () => '00000000-0000-4000-8000-000000000000',
    bytes: (length) => {
      next += 1;
      const bytes = Buffer.alloc(length);
      bytes.writeUInt32BE(next, 0);
      return bytes;
    },
  };
}

const digest = 'a'.repeat(64);

/** An operation on one subject, changed as a test needs. */
export function draftOf(change: Partial<EntryDraft> = {}): EntryDraft {
  return {
    log: 'KZ-MIA',
    outcome: 'ANSWERED',
    refusal: null,
    asking: {
      authority: 'KZ-MIA',
      unit: 'Migration Service Committee',
      role: 'PARTNER_GATEWAY',
      officer: 'KZ-10442',
      gateway: 'gw.mia.kz',
    },
    answering: 'AZ-SMS',
    request: '7f3ad7f2-5d0c-4c0f-8a64-4d9a3a5f4b11',
    requestDigest: digest,
    instrument: 'AZ-KZ-2019',
    purpose: 'IDENTITY_VERIFICATION',
    basis: null,
    clauses: ['6(1)', '6(3)'],
    operation: digest,
    withheld: ['Person.travelRoute'],
    subjects: [subjectOf(1)],
    policy: digest,
    schema: digest,
    ...change,
  };
}

const released = ['Person.id', 'Person.nameLatin', 'PersonName.surname'];
const withheld = ['Person.travelRoute'];

/** A subject with a key made from a number. */
export function subjectOf(number: number, change: Partial<SubjectDraft> = {}): SubjectDraft {
  return { key: hash('sha256', `subject ${number}`, 'buffer'), released, withheld, ...change };
}

export const bodyOf = (text: string): Uint8Array => Buffer.from(`{"data":${JSON.stringify(text)}}`);
