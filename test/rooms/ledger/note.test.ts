import { describe, expect, it } from 'vitest';
import {
  checkCheckpoint,
  formatCheckpoint,
  parseCheckpoint,
  signCheckpoint,
} from '../../../src/ledger/checkpoint.js';
import { checkNote, formatVkey, parseVkey, signNote } from '../../../src/ledger/note.js';
import { testSigner } from './fixtures.js';

// From the signed-note and sumdb documentation: the Go checksum database's key and a tree head of it.
const sumdbKey = 'sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8';
// The example of golang.org/x/mod/sumdb/note.
const peterKey = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const peterNote =
  'If you think cryptography is the answer to your problem,\n' +
  "then you don't know what your problem is.\n" +
  '\n' +
  '\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';

const signer = testSigner(1);
const name = 'sorgu/AZ-SMS/KZ-MIA';
const text = 'a text\n';

describe('verifier keys', () => {
  it.each([sumdbKey, peterKey])('are read and written as published: %s', (vkey) => {
    const key = parseVkey(vkey);
    expect(key === undefined ? undefined : formatVkey(key)).toBe(vkey);
  });

  it.each([
    ['another id', peterKey.replace('c74f20a3', 'c74f20a4')],
    ['another name', peterKey.replace('Peter', 'Paul')],
    ['another algorithm', peterKey.replace('+AR', '+AB')],
    ['a short key', `${peterKey.slice(0, -4)}`],
    ['no key', 'PeterNeumann+c74f20a3'],
    ['a space in the name', peterKey.replace('Peter', 'Peter ')],
  ])('are refused with %s', (_, vkey) => expect(parseVkey(vkey)).toBeUndefined());
});

describe('signed notes', () => {
  it("checks somebody else's note", () => {
    const key = parseVkey(peterKey);
    if (key === undefined) throw new Error('unreadable key');
    expect(checkNote(peterNote, key)).toBe(peterNote.slice(0, peterNote.indexOf('\n\n') + 1));
    expect(checkNote(peterNote.replace('problem', 'Problem'), key)).toBeUndefined();
  });

  it('checks its own, also beside a signature it does not know', async () => {
    const note = await signNote(text, name, signer);
    const key = { name, publicKey: signer.publicKey };
    const other = await signNote(text, 'witness', testSigner(2));
    expect(checkNote(note, key)).toBe(text);
    expect(checkNote(note + other.slice(text.length + 1), key)).toBe(text);
    expect(checkNote(other, key)).toBeUndefined();
    expect(checkNote(note, { name, publicKey: testSigner(2).publicKey })).toBeUndefined();
  });

  it.each([
    ['without the blank line', (note: string) => note.replace('\n\n', '\n')],
    ['without the last newline', (note: string) => note.slice(0, -1)],
    ['with a hyphen for the dash', (note: string) => note.replace('\u2014', '-')],
    ['with a second space', (note: string) => note.replace('\u2014 ', '\u2014  ')],
    ['with a carriage return', (note: string) => note.replace('text\n', 'text\r\n')],
    ['with loose base64', (note: string) => note.replace(/\n$/, '=\n')],
    ['signed twice, once wrongly', (note: string) => note + wrongSignature(note)],
    ['empty', () => ''],
  ])('refuses a note %s', async (_, change) => {
    const note = change(await signNote(text, name, signer));
    expect(checkNote(note, { name, publicKey: signer.publicKey })).toBeUndefined();
  });
});

function wrongSignature(note: string): string {
  const line = note.slice(note.indexOf('\n\n') + 2);
  const [dash, key, encoded = ''] = line.trimEnd().split(' ');
  const bytes = Buffer.from(encoded, 'base64');
  bytes[10] = (bytes[10] ?? 0) ^ 1;
  return `${dash} ${key} ${bytes.toString('base64')}\n`;
}

describe('checkpoints', () => {
  const checkpoint = { origin: name, size: 7, root: Buffer.alloc(32, 7) };

  it('are read as written', async () => {
    expect(parseCheckpoint(formatCheckpoint(checkpoint))).toEqual(checkpoint);
    const note = await signCheckpoint(checkpoint, signer);
    expect(checkCheckpoint(note, name, signer.publicKey)).toEqual(checkpoint);
    expect(checkCheckpoint(note, 'sorgu/AZ-SMS/BE-IO', signer.publicKey)).toBeUndefined();
  });

  it('of another origin are not ours, even signed with our name', async () => {
    const stolen = formatCheckpoint({ ...checkpoint, origin: 'other' });
    const note = await signNote(stolen, name, signer);
    expect(checkCheckpoint(note, name, signer.publicKey)).toBeUndefined();
  });

  const form = formatCheckpoint(checkpoint);
  it.each([
    ['a leading zero', form.replace('\n7\n', '\n07\n')],
    ['a sign', form.replace('\n7\n', '\n+7\n')],
    ['a size no number holds', form.replace('\n7\n', '\n9007199254740993\n')],
    ['a short root', form.replace('Bwc', '')],
    ['an empty extension', `${form}\n`],
    ['no last newline', form.slice(0, -1)],
    ['no origin', form.replace(name, '')],
  ])('with %s are refused', (_, changed) => expect(parseCheckpoint(changed)).toBeUndefined());
});
