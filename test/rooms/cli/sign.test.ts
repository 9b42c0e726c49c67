/** A-9.3 `sorgu sign`: the signatory sees what is signed, and nothing that is no whole request is signed. */
import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Json, Language, MessageSigner } from '../../../src/base/index.js';
import { signRequestFile } from '../../../src/cli/index.js';
import {
  createMessageKey,
  openFileSigner,
  openPost,
  openTokenSigner,
  signDocument,
} from '../../../src/partner/index.js';
import { documentDigest } from '../../../src/requests/index.js';
import { loadInstruments } from '../../../src/treaty/index.js';
import { missingTools, openSoftToken } from '../partner/signers/softhsm.js';
import { changed, DOCUMENT, listen, openDesk, SECRET } from './desk.js';

const desk = openDesk();
const instruments = loadInstruments();
let signer: MessageSigner;
beforeAll(async () => {
  await createMessageKey(desk.path('head.pem'), 'P-256', 'production');
  signer = await openFileSigner(desk.path('head.pem'), 'production');
});
afterAll(() => desk.close());

async function sign(file: string, openSigner = async () => signer, language: Language = 'en') {
  const voice = { ...listen(), language };
  const today = '2026-11-22' as const;
  const command = { file, instruments, today, openSigner, sign: signDocument };
  return { code: await signRequestFile(command, voice), ...voice };
}

/** What the gateway finds under a signature. */
async function opened(written: readonly string[]) {
  const { jws, key } = JSON.parse(written.join(''));
  return openPost(signer).openRequest(jws, key);
}

describe('sorgu sign', () => {
  test('prints what signDraft takes, over the canonical document, whatever white space the file has', async () => {
    const file = desk.file('spaced.json', Buffer.from(JSON.stringify(DOCUMENT, null, 3)));
    const { code, written } = await sign(file);
    expect(code).toBe(0);
    expect(await opened(written)).toEqual({ document: DOCUMENT, kid: signer.kid });
    expect(Object.keys(JSON.parse(written.join('')))).toEqual(['jws', 'key']);
    expect(JSON.parse(written.join('')).key).toEqual(signer.publicJwk);
  });

  test('says in plain words what is signed, by its digest, and nothing of a person', async () => {
    const { said } = await sign(desk.file('good.json', DOCUMENT));
    const text = said.join('\n');
    for (const word of ['KZ-MIA', 'AZ-SMS', 'IDENTITY_ESTABLISHMENT by 6', 'NAME_CYRILLIC']) {
      expect(text).toContain(word);
    }
    expect(text).toContain('about   1 person');
    expect(text).toContain(documentDigest(DOCUMENT));
    expect(text).not.toContain(SECRET);
  });

  test.each<[Language, string, string]>([
    ['ru', 'о ком     1 лицо', 'IDENTITY_ESTABLISHMENT по 6'],
    ['az', 'haqqında  1 şəxs', 'IDENTITY_ESTABLISHMENT, əsas: 6'],
    ['kk', 'кім туралы 1 адам', 'IDENTITY_ESTABLISHMENT, негізі: 6'],
  ])('A-15 says it in %s too, in a column of its own', async (language, about, basis) => {
    const { said } = await sign(desk.file('good.json', DOCUMENT), async () => signer, language);
    const text = said.join('\n');
    expect(text).toContain(about);
    expect(text).toContain(basis);
    expect(text).not.toMatch(/written at|wants|read it whole/);
    expect(text).not.toContain(SECRET);
  });

  const [subject] = DOCUMENT.subjects;
  const [purpose] = DOCUMENT.purposes;
  const faulty: readonly (readonly [string, Json | Buffer, readonly string[]])[] = [
    ['no JSON', Buffer.from(`{"${SECRET}`), ['JSON_MALFORMED']],
    ['empty', Buffer.from(''), ['JSON_MALFORMED']],
    ['a member twice', Buffer.from('{"v":1,"v":1}'), ['JSON_MALFORMED']],
    ['not UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), ['JSON_MALFORMED']],
    ['too large', Buffer.alloc(16 * 1024 * 1024 + 1, 0x20), ['FILE_TOO_LARGE']],
    ['null', null, ['WRONG_TYPE']],
    ['no version', changed({ v: undefined }), ['MISSING_MEMBER at v']],
    ['a member too many', changed({ [SECRET]: 1 }), ['UNKNOWN_MEMBER at *']],
    [
      'numbers that do not count',
      changed({ subjects: [{ ...subject, n: 2 } as Json] }),
      ['WRONG_NUMBERING at subjects[0].n'],
    ],
    [
      'no instrument of ours',
      changed({ instrument: 'XX-1' }),
      ['INSTRUMENT_UNKNOWN at instrument'],
    ],
    [
      'two things missing',
      changed({ substance: ' ', purposes: [{ ...purpose, justification: '' } as Json] }),
      ['JUSTIFICATION_MISSING at purposes[0].justification', 'SUBSTANCE_MISSING at substance'],
    ],
    [
      'an item that no purpose opens',
      changed({ itemsWanted: ['NAME_CYRILLIC', 'NOTHING'] }),
      ['ITEM_UNKNOWN at itemsWanted[1]'],
    ],
  ];
  test.each(faulty)('signs nothing: %s', async (name, content, faults) => {
    const asked: string[] = [];
    const { code, said, written } = await sign(desk.file(`${name}.json`, content), async () => {
      asked.push('key');
      return signer;
    });
    expect(code).toBe(1);
    expect(said.slice(0, -1)).toEqual(faults);
    expect(said.at(-1)).toMatch(/^nothing was signed: /);
    expect(said.join()).not.toContain(SECRET);
    expect({ written, asked }).toEqual({ written: [], asked: [] });
  });

  test('leaves to the gateway whether the instrument is in force: this machine has no dates', async () => {
    expect((await sign(desk.file('undated.json', DOCUMENT))).code).toBe(0);
  });

  test('rejects in one line where there is no such file, and where the key is none', async () => {
    await expect(sign(desk.path('missing.json'))).rejects.toThrow(/missing\.json cannot be read/);
    writeFileSync(desk.path('open.pem'), 'x', { mode: 0o644 });
    const openSigner = () => openFileSigner(desk.path('open.pem'), 'production');
    const signing = sign(desk.file('good.json', DOCUMENT), openSigner);
    await expect(signing).rejects.toMatchObject({ code: 'KEY_OPEN_TO_OTHERS' });
  });

  test.skipIf(missingTools.length > 0)('signs by a token, with the PIN in a file', async () => {
    const token = openSoftToken();
    writeFileSync(desk.path('pin'), `${token.pin}\n`, { mode: 0o600 });
    const pin = { file: desk.path('pin') };
    const openSigner = () => openTokenSigner({ ...token.place, keyId: token.keys.p256, pin });
    const { code, written, said } = await sign(desk.file('good.json', DOCUMENT), openSigner);
    token.close();
    expect(code).toBe(0);
    expect(await opened(written)).toMatchObject({ document: DOCUMENT });
    expect([...said, ...written].join()).not.toContain(token.pin);
  });
});
