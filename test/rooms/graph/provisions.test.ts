/** Provisions in GraphQL: who may do what, what is wrong with what was sent, and for whom there is none at all. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signDocument } from '../../../src/partner/index.js';
import { ANALYST, AUDITOR, COORDINATOR, EXECUTING, SIGNATORY } from '../../support/case-drafts.js';
import { type As, type CaseSite, callerOf, openCaseSite, uuid } from '../../support/case-site.js';
import { NOW } from '../../support/requests.js';
import { wholePerson } from '../../support/whole-person.js';
import { ed25519Key, signerOf } from '../partner/workbench.js';

const { civilStatus: _, ...whole } = wholePerson('one', '');
const person = { ...whole, citizenships: [{ country: 'KAZ', since: '1992', until: null }] };
/** The head of Baku signs with the key that the lists of the site have. */
const head = signerOf(ed25519Key(31));
let site: CaseSite;
beforeAll(async () => {
  site = await openCaseSite([person]);
});
afterAll(() => site.close());

const written = {
  ...{ instrument: 'AZ-KZ-2019', recipient: 'KZ-MIA', purpose: 'PERSON_DETECTION', basis: '6' },
  ...{ justification: 'Розыск.', keepUntil: new Date(NOW + 86_400_000).toISOString() },
  conditions: [],
  subjects: [
    {
      sought: { names: [{ script: 'ru-Cyrl', surname: 'Образцов' }] },
      items: ['NAME_CYRILLIC', 'DATE_OF_BIRTH'],
    },
  ],
};

interface Answer {
  readonly provision: {
    readonly id: string;
    readonly state: string;
    readonly document: string;
  } | null;
  readonly faults: readonly { readonly code: string; readonly at: string }[];
}

const DECLARED = [
  ...['$id: ID!', '$p: ID', '$step: ID!', '$doc: ProvisionInput!', '$officer: String!'],
  ...['$candidate: ID!', '$jws: String!', '$key: JSON!'],
];
const nameOf = (declared: string): string => declared.slice(1).split(':')[0] ?? '';
const CALLS = {
  saveProvision: 'saveProvision(provision: $p, document: $doc)',
  matchProvision: 'matchProvision(provision: $id, n: 1, candidate: $candidate)',
  recordProvisionAge: 'recordProvisionAge(provision: $id, n: 1, child: true)',
  decideProvisionChild: 'decideProvisionChild(provision: $id, n: 1, give: true, reason: "Так.")',
  assignProvision: 'assignProvision(provision: $id, officer: $officer)',
  signProvision: 'signProvision(provision: $id, id: $step, jws: $jws, key: $key)',
  sendProvision: 'sendProvision(provision: $id, id: $step)',
  discardProvision: 'discardProvision(provision: $id, id: $step)',
  closeProvision: 'closeProvision(provision: $id, id: $step)',
} as const;
type Name = keyof typeof CALLS;

/** Makes a mutation with what it takes of these values. */
async function act(
  ...[as, name, given, at = site.az]: [As, Name, Record<string, unknown>, CaseSite['az']?]
): Promise<Answer> {
  const call = CALLS[name];
  const declared = DECLARED.filter((one) => new RegExp(`\\$${nameOf(one)}\\b`).test(call));
  const query = `mutation (${declared.join(', ')}) { answer: ${call} { provision { id state document } faults { code at } } }`;
  const variables = Object.fromEntries(declared.map((one) => [nameOf(one), given[nameOf(one)]]));
  return (await at.ask(as, query, variables)).data.answer as Answer;
}

async function done(answering: Promise<Answer>) {
  const { provision, faults } = await answering;
  if (provision === null) throw new Error(JSON.stringify(faults));
  return provision;
}

/** A draft with everybody on it who is needed, its person found. */
async function draftOf(change: object = {}) {
  const { id } = await done(act(EXECUTING, 'saveProvision', { doc: { ...written, ...change } }));
  for (const as of [SIGNATORY, ANALYST]) {
    const { officer } = callerOf(as, 'AZ-SMS');
    await done(act(EXECUTING, 'assignProvision', { id, officer }));
  }
  const found = await site.az.ask(
    EXECUTING,
    'query ($id: ID!) { found: provisionCandidates(provision: $id, n: 1) { candidate score } }',
    { id },
  );
  const [{ candidate } = { candidate: '' }] = found.data.found as { candidate: string }[];
  const { document } = await done(act(EXECUTING, 'matchProvision', { id, candidate }));
  const jws = await signDocument('provision', Buffer.from(document), head);
  return { id, candidate, jws, key: head.publicJwk, officer: 'AZ-SMS-7', doc: written, p: id };
}

const ALL: readonly As[] = [EXECUTING, COORDINATOR, SIGNATORY, ANALYST, AUDITOR];
const MAY: readonly (readonly [Name, readonly As[]])[] = [
  ['saveProvision', [EXECUTING, COORDINATOR]],
  ['matchProvision', [EXECUTING]],
  ['recordProvisionAge', [EXECUTING, COORDINATOR]],
  ['decideProvisionChild', [COORDINATOR]],
  ['assignProvision', [EXECUTING, COORDINATOR, SIGNATORY, ANALYST]],
  ['signProvision', [SIGNATORY]],
  ['sendProvision', [EXECUTING, SIGNATORY]],
  ['discardProvision', [EXECUTING, SIGNATORY]],
  ['closeProvision', []],
];

describe('A-8.2 each mutation by role', () => {
  test.each(MAY)('%s', async (name, may) => {
    for (const as of ALL) {
      const given = await draftOf();
      if (name === 'decideProvisionChild') await done(act(EXECUTING, 'recordProvisionAge', given));
      if (name === 'sendProvision') {
        await done(act(SIGNATORY, 'signProvision', { ...given, step: uuid() }));
      }
      const { provision, faults } = await act(as, name, { ...given, step: uuid() });
      const isTheirs = may.includes(as);
      expect([as.role, provision === null, faults.map(({ code }) => code)]).toEqual([
        ...[as.role, !isTheirs],
        isTheirs ? [] : ['NOT_THIS_ROLE'],
      ]);
    }
  });
});

const STRANGERS: readonly (readonly [string, As])[] = [
  ['an officer who is not on it', { role: 'EXECUTING_OFFICER', officer: 'AZ-SMS-99' }],
  ['a signatory who is not on it', { role: 'SIGNATORY', officer: 'AZ-SMS-98' }],
  ['a partner gateway', { role: 'PARTNER_GATEWAY', authority: 'KZ-MIA' }],
  ['a coordinator of the recipient', { role: 'COORDINATOR', authority: 'KZ-MIA' }],
  ['a developer', { role: 'DEVELOPER' }],
];

describe('A-11.1 for whom there is none', () => {
  test.each(STRANGERS)('%s hears of it what is heard of an unknown one', async (_who, as) => {
    const known = await draftOf();
    const heard = async (id: string) => {
      const given = { ...known, id, p: id, step: uuid() };
      const told: unknown[] = [];
      for (const [name] of MAY) told.push(await act(as, name, given));
      const looks =
        'query ($id: ID!) { provision(id: $id) { id } provisionCandidates(provision: $id, n: 1) { score } provisions(side: PROVIDER) { nodes { id } hasNextPage } }';
      told.push((await site.az.ask(as, looks, { id })).text);
      const read =
        'mutation ($id: ID!) { openProvision(provision: $id, purpose: PERSON_DETECTION) { content faults { code at } } }';
      told.push((await site.az.ask(as, read, { id })).text);
      return told;
    };
    const told = await heard(known.id);
    expect(told).toEqual(await heard(uuid()));
    expect(JSON.stringify(told)).toContain('NO_PROVISION');
    expect(JSON.stringify(told)).not.toContain(known.id);
  });
});

describe('A-8.2 what is wrong with what was sent', () => {
  const subject = written.subjects[0];
  const wrong: readonly (readonly [string, object, string])[] = [
    ['an end that is no instant', { keepUntil: 'завтра' }, 'WRONG_FORM document.keepUntil'],
    ['a clause that is none', { basis: 'шесть' }, 'WRONG_FORM document.basis'],
    ['a recipient that is no code', { recipient: 'Астана' }, 'WRONG_FORM document.recipient'],
    [
      'a hidden character',
      { justification: 'a\u202eb' },
      'CONTROL_CHARACTER document.justification',
    ],
    ['too much said', { justification: 'я'.repeat(4001) }, 'TOO_LONG document.justification'],
    ['too many persons', { subjects: Array(101).fill(subject) }, 'TOO_MANY document.subjects'],
    [
      'a name in no script of ours',
      { subjects: [{ ...subject, sought: { names: [{ script: 'xx', surname: 'Образцов' }] } }] },
      'WRONG_CODE document.subjects[0].sought.names[0].script',
    ],
    [
      'a condition without words',
      { conditions: [{ kind: 'ON_TERMS', items: ['SEX'], text: '' }] },
      'CONTENT_MISSING document.conditions[0].text',
    ],
  ];
  test.each(wrong)('%s', async (_what, change, fault) => {
    const { provision, faults } = await act(EXECUTING, 'saveProvision', {
      doc: { ...written, ...change },
    });
    expect(provision).toBeNull();
    expect(faults.map(({ code, at }) => `${code} ${at}`)).toContain(fault);
    expect(JSON.stringify(faults)).not.toMatch(/[а-я]/i);
  });

  test('a step id that is none, a candidate that was not found, and what a draft lacks', async () => {
    const given = await draftOf({ justification: '' });
    expect((await act(SIGNATORY, 'signProvision', { ...given, step: 'x' })).faults).toEqual([
      { code: 'WRONG_FORM', at: 'id' },
    ]);
    const stranger = { ...given, candidate: 'A'.repeat(22) };
    expect((await act(EXECUTING, 'matchProvision', stranger)).faults).toEqual([
      { code: 'UNKNOWN_CANDIDATE', at: 'candidate' },
    ]);
    expect((await act(SIGNATORY, 'signProvision', { ...given, step: uuid() })).faults).toEqual([
      { code: 'PROVISION_INCOMPLETE', at: 'provision' },
      { code: 'JUSTIFICATION_MISSING', at: 'document' },
    ]);
    const { data } = await site.az.ask(
      EXECUTING,
      'query ($id: ID!) { provision(id: $id) { draftFaults { code } subjects { n match child } } }',
      { id: given.id },
    );
    expect(data.provision).toEqual({
      draftFaults: [{ code: 'JUSTIFICATION_MISSING' }],
      subjects: [{ n: 1, match: 'FOUND', child: null }],
    });
  });

  test('a page goes on by the last id of the one before; what is no id is refused', async () => {
    const page = async (after: string | null) =>
      (
        await site.az.ask(
          COORDINATOR,
          'query ($after: ID) { page: provisions(side: PROVIDER, first: 1, after: $after) { nodes { id } hasNextPage } }',
          { after },
        )
      ).data.page as { nodes: { id: string }[]; hasNextPage: boolean };
    const first = await page(null);
    const second = await page(first.nodes[0]?.id ?? '');
    expect(first.hasNextPage).toBe(true);
    expect(second.nodes[0]?.id).not.toBe(first.nodes[0]?.id);
    await expect(page('------------------------------------')).rejects.toThrow();
  });
});
