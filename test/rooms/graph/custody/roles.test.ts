/** A-11.1a, A-11.2, A-11.3 Every role and every call of custody: who may, who may not, and for whom there is nothing at all. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signDocument } from '../../../../src/partner/index.js';
import { OWN } from '../../../cases/case-mutations.js';
import { CUSTODY_CALLS, type CustodyCall, type Waiting } from '../../../cases/custody-calls.js';
import { AUDITOR, COORDINATOR, SIGNATORY } from '../../../support/case-drafts.js';
import {
  ARGUMENTS,
  type As,
  type CaseSite,
  openCaseSite,
  uuid,
} from '../../../support/case-site.js';
import { heldOn } from '../../../support/held-site.js';
import { wholePerson } from '../../../support/whole-person.js';
import { ed25519Key, signerOf } from '../../partner/workbench.js';

const { civilStatus: _, ...person } = wholePerson('one', '');
/** The head of Baku signs with the key that the lists of the site have. */
const head = signerOf(ed25519Key(31));
let site: CaseSite;
let about: string;
beforeAll(async () => {
  site = await openCaseSite([person]);
  about = await heldOn(site);
});
afterAll(() => site.close());

type Side = CaseSite['az'];
const sideOf = ({ at }: Pick<CustodyCall, 'at'>): Side => (at === 'AZ-SMS' ? site.az : site.kz);

/** What a call answers with beside its faults. */
const TOLD: Readonly<Record<string, string>> = {
  openReceived: 'values',
  exportReceived: 'file transfer { id }',
};

interface Answer {
  readonly holding?: { readonly about: string } | null;
  readonly values?: string | null;
  readonly file?: string | null;
  readonly faults: readonly { readonly code: string; readonly at: string }[];
}

/** Makes a call; everything in variables, their types those of the schema. */
async function call(...[side, as, mutation, given]: [Side, As, string, object]): Promise<Answer> {
  const types = ARGUMENTS[mutation] ?? {};
  const names = Object.keys(given).filter((name) => name in types);
  const declared = names.map((name) => `$${name}: ${types[name]}`).join(', ');
  const passed = names.map((name) => `${name}: $${name}`).join(', ');
  const fields = TOLD[mutation] ?? 'holding { about }';
  const query = `mutation (${declared}) { answer: ${mutation}(${passed}) { ${fields} faults { code at } } }`;
  return (await side.ask(as, query, given)).data.answer as Answer;
}

const OPENED_BY: Readonly<Record<Exclude<Waiting, 'CONSENT'>, string>> = {
  PURPOSE_CHANGE: 'askPurposeChange',
  RECTIFICATION: 'askRectification',
  BREACH: 'tellBreach',
  RECALL: 'recallGiven',
};

/** Opens a matter of a kind by the side whose it is to open, and carries it; its id. */
async function waiting(kind: Waiting): Promise<string> {
  if (kind === 'CONSENT') return consented();
  const row = CUSTODY_CALLS.find(({ mutation }) => mutation === OPENED_BY[kind]);
  if (row === undefined) throw new Error(`nothing opens ${kind}`);
  const id = uuid();
  const given = { ...row.given(site.clock.now()), about, id };
  const { faults } = await call(sideOf(row), SIGNATORY, row.mutation, given);
  expect(faults).toEqual([]);
  await site.deliver();
  return id;
}

/** A matter in which a consent was given; its id. */
async function consented(): Promise<string> {
  const matter = await waiting('PURPOSE_CHANGE');
  const given = { about, matter, id: uuid(), ...(await signedDraft(matter)) };
  expect((await call(site.az, SIGNATORY, 'giveConsent', given)).faults).toEqual([]);
  await site.deliver();
  return matter;
}

async function givenFor(row: CustodyCall): Promise<object> {
  const matter = row.on === null ? null : await waiting(row.on);
  const given = { ...row.given(site.clock.now()), about, ...(matter && { matter }) };
  if (row.mutation !== 'giveConsent' || matter === null) return given;
  return { ...given, ...(await signedDraft(matter)) };
}

async function signedDraft(matter: string): Promise<object> {
  const { data } = await site.az.ask(
    SIGNATORY,
    'query ($about: ID!) { custody(about: $about) { matters { id consentDraft } } }',
    { about },
  );
  const { matters } = data.custody as { matters: { id: string; consentDraft: string | null }[] };
  const draft = matters.find(({ id }) => id === matter)?.consentDraft ?? '';
  const jws = await signDocument('consent', Buffer.from(draft), head);
  return { jws, key: head.publicJwk };
}

const SEEN =
  'query ($about: ID!) { custody(about: $about) { about matters { id state } transfers { id } officers } }';
const seen = async (side: Side, as: As, id = about) =>
  (await side.ask(as, SEEN, { about: id })).text;

test('every mutation of custody stands in the table', () => {
  const named = Object.entries(ARGUMENTS)
    .filter(([name, types]) => 'about' in types && name !== 'explain')
    .map(([name]) => name);
  expect(CUSTODY_CALLS.map(({ mutation }) => mutation).sort()).toEqual(named.sort());
});

describe.each(CUSTODY_CALLS.map((row) => [row.mutation, row] as const))('%s', (_name, row) => {
  const mayNot = OWN.filter((as) => !row.may.includes(as));

  test(`is not for ${mayNot.map(({ role }) => role).join(', ')}`, async () => {
    const given = await givenFor(row);
    const side = sideOf(row);
    const before = [await seen(side, COORDINATOR), side.sealed()];
    for (const as of mayNot) {
      const { faults, ...rest } = await call(side, as, row.mutation, given);
      expect([as.role, faults]).toEqual([as.role, [{ code: 'NOT_THIS_ROLE', at: 'about' }]]);
      expect(Object.values(rest).every((told) => told === null)).toBe(true);
    }
    const [file, sealed] = [await seen(side, COORDINATOR), side.sealed()];
    expect(file).toBe(before[0]);
    // A refused use or transfer stands in the ledger; what is no use changes nothing there.
    const isUse = row.mutation in TOLD;
    expect(sealed === before[1]).toBe(!isUse);
  });

  test.each(row.may.map((as) => [as.role, as] as const))('is for %s', async (_role, as) => {
    const given = await givenFor(row);
    const { faults } = await call(sideOf(row), as, row.mutation, given);
    expect(faults.map(({ code }) => code)).toEqual(row.told === null ? [] : [row.told]);
    await site.deliver();
  });

  test('at the other side is nothing to do with it', async () => {
    const other = row.at === 'AZ-SMS' ? site.kz : site.az;
    const given = await givenFor(row);
    const { faults, ...rest } = await call(other, SIGNATORY, row.mutation, given);
    expect(faults.map(({ code }) => code)).toEqual(row.elsewhere === null ? [] : [row.elsewhere]);
    expect(Object.values(rest).every((told) => told === null)).toBe(row.elsewhere !== null);
  });
});

describe('the queries of custody', () => {
  test.each(OWN.map((as) => [as.role, as] as const))('show it to %s on it', async (_role, as) => {
    for (const side of [site.az, site.kz]) {
      expect(await seen(side, as)).toContain(about);
    }
    await waiting('PURPOSE_CHANGE');
    const open = await site.az.ask(as, '{ openCustody(first: 5) { nodes { about } next } }');
    expect(open.data.openCustody).toEqual({ nodes: [{ about }], next: null });
  });

  test('an auditor is told that the role does nothing here, whatever the holding', async () => {
    for (const id of [about, UNKNOWN, 'no-id']) {
      const given = { about: id, id: uuid(), subjects: [1], items: ['SEX'], text: 'Так.' };
      expect(await call(site.az, AUDITOR, 'recallGiven', given)).toEqual({
        holding: null,
        faults: [{ code: 'NOT_THIS_ROLE', at: 'about' }],
      });
    }
  });
});

/** To them nothing is held at the Kazakh authority, and nothing was given by the Azerbaijani one. */
const STRANGERS: readonly (readonly [string, As])[] = [
  ['a partner gateway', { role: 'PARTNER_GATEWAY', authority: 'KZ-MLSPP' }],
  [
    'a partner gateway that names an officer of ours',
    { role: 'PARTNER_GATEWAY', officer: 'KZ-MIA-SIGNATORY' },
  ],
  ['a developer', { role: 'DEVELOPER' }],
  ['a coordinator of another authority', { role: 'COORDINATOR', authority: 'KZ-MLSPP' }],
  ['an auditor of another authority', { role: 'AUDITOR', authority: 'BE-IO' }],
  [
    'an analyst of another authority with the number of ours',
    { role: 'REQUESTING_ANALYST', authority: 'BE-IO', officer: 'KZ-MIA-REQUESTING-ANALYST' },
  ],
  ['an analyst who is not on it', { role: 'REQUESTING_ANALYST', officer: 'KZ-MIA-98' }],
  ['a signatory who is not on it', { role: 'SIGNATORY', officer: 'KZ-MIA-97' }],
];
const UNKNOWN = '11111111-1111-4111-8111-111111111111';

describe('A-11.1a: to a stranger a holding that exists and one that does not are the same bytes', () => {
  let signed: string;
  beforeAll(async () => {
    signed = await signDocument('consent', Buffer.from('{}'), head);
  });

  test.each(STRANGERS)('%s', async (_who, as) => {
    for (const side of [site.kz, site.az]) {
      const sealed = side.sealed();
      const open = await side.ask(as, '{ openCustody(first: 5) { nodes { about } next } }');
      expect(open.data.openCustody).toEqual({ nodes: [], next: null });
      expect(await seen(side, as)).toBe(await seen(side, as, UNKNOWN));
      expect(await seen(side, as)).toBe('{"data":{"custody":null}}');
      for (const row of CUSTODY_CALLS) {
        const given = {
          ...row.given(site.clock.now()),
          ...{ matter: UNKNOWN, jws: signed, key: head.publicJwk },
        };
        const here = await call(side, as, row.mutation, { ...given, about });
        expect([row.mutation, here.faults]).toEqual([
          row.mutation,
          [{ code: 'NO_HOLDING', at: 'about' }],
        ]);
        expect(await call(side, as, row.mutation, { ...given, about: UNKNOWN })).toEqual(here);
      }
      expect(side.sealed()).toBe(sealed);
    }
  });
});
