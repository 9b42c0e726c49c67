/** The primitives of the receipt checker against vectors that others published. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fromBase64, utf8Of } from '../../../client/src/receipt/bytes.js';
import { readCanonical } from '../../../client/src/receipt/canonical.js';
import { isSignature } from '../../../client/src/receipt/digest.js';
import { isIncluded } from '../../../client/src/receipt/inclusion.js';
import { openNote, parseVkey } from '../../../client/src/receipt/note.js';

const vectors = new URL('../../vectors/', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, vectors), 'utf8');
const none = new Uint8Array(0);

interface InclusionCase {
  readonly name: string;
  readonly leafIdx: number;
  readonly treeSize: number;
  readonly root: string | null;
  readonly leafHash: string | null;
  readonly proof: readonly string[] | null;
  readonly wantErr: boolean;
}

describe('inclusion proofs of transparency-dev/merkle', () => {
  const cases: readonly InclusionCase[] = JSON.parse(read('merkle/inclusion.json'));
  const bytes = (text: string | null) => fromBase64(text ?? '') ?? none;

  it('are there', () => expect(cases.filter(({ wantErr }) => !wantErr)).toHaveLength(6));

  it.each(cases)('$name', async ({ leafIdx, treeSize, root, leafHash, proof, wantErr }) => {
    const claim = { index: leafIdx, leafHash: bytes(leafHash), proof: (proof ?? []).map(bytes) };
    expect(await isIncluded(claim, { size: treeSize, root: bytes(root) })).toBe(!wantErr);
  });
});

interface SignatureGroup {
  readonly publicKey: { readonly pk: string };
  readonly tests: readonly {
    readonly tcId: number;
    readonly msg: string;
    readonly sig: string;
    readonly result: 'valid' | 'invalid';
  }[];
}

describe('Ed25519 of Wycheproof', () => {
  const groups: readonly SignatureGroup[] = JSON.parse(
    read('wycheproof/ed25519_test.json'),
  ).testGroups;
  const cases = groups.flatMap(({ publicKey, tests }) =>
    tests.map((test) => ({ ...test, pk: publicKey.pk })),
  );
  const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));

  it('are there', () => expect(cases).toHaveLength(151));

  it.each(cases)('$tcId is $result', async ({ msg, sig, pk, result }) => {
    const isGood = await isSignature(bytes(sig), bytes(msg), bytes(pk));
    expect(isGood).toBe(result === 'valid');
  });
});

describe('canonical JSON of RFC 8785', () => {
  const names = readdirSync(new URL('jcs/output', vectors));
  const objects = names.filter((name) => read(`jcs/output/${name}`).startsWith('{'));

  it('are there', () => expect(objects.length).toBeGreaterThan(3));

  it.each(objects)('%s', (name) => {
    const canonical = read(`jcs/output/${name}`).trimEnd();
    expect(readCanonical(canonical)).toEqual(JSON.parse(canonical));
    expect(readCanonical(` ${canonical}`)).toBeUndefined();
  });

  it.each(['', '[]', '1', '{"b":1,"a":2}', '{"a":1,"a":1}', '{"a":1.0}', '['.repeat(200_000)])(
    'does not read another form, case %#',
    (text) => expect(readCanonical(text)).toBeUndefined(),
  );
});

describe('signed notes: the example of golang.org/x/mod/sumdb/note', () => {
  const vkey = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
  const note =
    'If you think cryptography is the answer to your problem,\n' +
    "then you don't know what your problem is.\n" +
    '\n' +
    '\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';
  const open = async (text: string) => {
    const key = await parseVkey(vkey);
    if (key === undefined) throw new Error('unreadable key');
    return openNote(text, key);
  };

  it('opens', async () => expect(await open(note)).toBe(note.slice(0, note.indexOf('\n\n') + 1)));

  it.each([
    ['another text', note.replace('problem', 'Problem')],
    ['no blank line', note.replace('\n\n', '\n')],
    ['no last newline', note.slice(0, -1)],
    ['a hyphen for the dash', note.replace('\u2014', '-')],
    ['a second space', note.replace('\u2014 ', '\u2014  ')],
    ['a carriage return', note.replace('problem,\n', 'problem,\r\n')],
    ['loose base64', note.replace(/\n$/, '=\n')],
    ['another signer', note.replace('Peter', 'Paul')],
    ['a short signature', note.replace(/\S+\n$/, 'x08goAAA\n')],
    ['a line that is none', `${note}none\n`],
    ['nothing in it', ''],
  ])('does not open with %s', async (_, changed) => {
    expect(await open(changed)).toBeUndefined();
  });

  it('passes over whom it does not know', async () => {
    const stranger = `\u2014 stranger ${Buffer.alloc(68).toString('base64')}\n`;
    expect(await open(note + stranger)).toBeDefined();
  });

  it.each([
    vkey.replace('c74f20a3', 'c74f20a4'),
    vkey.replace('Peter', 'Paul'),
    vkey.replace('+AR', '+AB'),
    vkey.slice(0, -4),
    'PeterNeumann+c74f20a3',
    vkey.replace('Peter', 'Peter '),
    ` ${vkey}`,
  ])('takes %j for no key', async (changed) => {
    expect(await parseVkey(changed)).toBeUndefined();
  });

  it('reads a key whose base64 holds a plus sign', async () => {
    const sumdb = 'sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8';
    expect((await parseVkey(sumdb))?.name).toBe('sum.golang.org');
  });

  it('counts UTF-8 bytes', () => expect(utf8Of('\u2014')).toHaveLength(3));
});
