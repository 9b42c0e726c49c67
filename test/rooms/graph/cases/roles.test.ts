/** Every role and every mutation of the life of a request: who may, who may not, and for whom there is no case at all. */
import { getNamedType } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemIds } from '../../../../src/base/index.js';
import { buildGraphSchema, type CaseDesk, openGraph } from '../../../../src/graph/index.js';
import { MUTATION_CASES, type MutationCase, OWN } from '../../../cases/case-mutations.js';
import { caseIn, done, type ReachedCase } from '../../../support/case-drafts.js';
import {
  ARGUMENTS,
  type As,
  type CaseSide,
  type CaseSite,
  callerOf,
  openCaseSite,
} from '../../../support/case-site.js';
import { graphOptions } from '../../../support/graph-exchange.js';
import { memoryRegister } from '../../../support/memory-register.js';

let site: CaseSite;
beforeAll(async () => {
  site = await openCaseSite();
});
afterAll(() => site.close());

const sideOf = ({ at }: MutationCase): CaseSide => (at === 'AZ-SMS' ? site.az : site.kz);

async function givenFor(row: MutationCase, reached: ReachedCase): Promise<object> {
  const given = { case: reached.id, ...row.given({ ...reached, now: site.clock.now() }) };
  if (row.mutation !== 'signDraft') return given;
  const found = await site.kz.look<{ document: string }>(
    { role: 'COORDINATOR' },
    reached.id,
    'document',
  );
  return { ...given, ...(await site.sign(found?.document ?? '')) };
}

test('every mutation of a case stands in the table', () => {
  // Those of provisions (8(2)), of custody and of the auditor answer by types of their own; what opens a case has its tests (papers.test.ts).
  const opening = ['registerPaperRequest'];
  const fields = buildGraphSchema().getMutationType()?.getFields() ?? {};
  expect([...MUTATION_CASES.map(({ mutation }) => mutation), ...opening].sort()).toEqual(
    Object.keys(ARGUMENTS)
      .filter((name) => getNamedType(fields[name]?.type)?.name === 'CaseAnswer')
      .sort(),
  );
});

describe.each(MUTATION_CASES.map((row) => [row.mutation, row] as const))('%s', (_name, row) => {
  test(`from ${row.from} is not for ${OWN.filter((as) => !row.may.includes(as))
    .map(({ role }) => role)
    .join(', ')}`, async () => {
    const reached = await caseIn(site, row.from);
    const side = sideOf(row);
    const before = await side.look({ role: 'AUDITOR' }, reached.id, 'state timeline { kind }');
    for (const as of OWN.filter((one) => !row.may.includes(one))) {
      const { case: found, faults } = await side.act(
        as,
        row.mutation,
        await givenFor(row, reached),
      );
      expect([as.role, found, faults]).toEqual([
        as.role,
        null,
        [{ code: 'NOT_THIS_ROLE', at: 'case' }],
      ]);
    }
    expect(await side.look({ role: 'AUDITOR' }, reached.id, 'state timeline { kind }')).toEqual(
      before,
    );
  });

  test.each(row.may.map((as) => [as.role, as] as const))(
    `from ${row.from} is for %s`,
    async (_role, as) => {
      const reached = await caseIn(site, row.from);
      const side = sideOf(row);
      expect((await done(side.act(as, row.mutation, await givenFor(row, reached)))).id).toBe(
        reached.id,
      );
      await site.deliver();
      const after = await side.look({ role: 'COORDINATOR' }, reached.id, 'state');
      // What goes out at once is received at once.
      expect(after).toEqual({ state: row.to === 'SENT' ? 'RECEIVED' : row.to });
    },
  );
});

test('an auditor is told that the role moves nothing, whatever the case', async () => {
  const reached = await caseIn(site, 'RECEIVED');
  for (const id of [reached.id, UNKNOWN, 'no-id']) {
    expect(await site.az.act({ role: 'AUDITOR' }, 'accept', { case: id, id: UNKNOWN })).toEqual({
      case: null,
      faults: [{ code: 'NOT_THIS_ROLE', at: 'case' }],
    });
  }
});

/** A graph over this desk; asks, and gives the text. */
async function openDeskGraph(desk: CaseDesk) {
  const graph = await openGraph({
    ...graphOptions(memoryRegister([])),
    cases: {
      ...{ desk: () => desk, provisions: () => null, custody: () => null },
      ...{ ownAuthority: 'AZ-SMS', ids: systemIds },
    },
  });
  return async (as: As, query: string): Promise<string> => {
    const officer = callerOf(as, 'AZ-SMS');
    const operation = graph.prepare({ query }, { mayIntrospect: false });
    const asked = { operation, grant: null, judgement: { withheld: [] }, language: 'en' } as const;
    const { body } = await graph.execute({ ...asked, officer, authority: officer.authority });
    return Buffer.from(body).toString();
  };
}

/** To them no case exists at the Azerbaijani authority. */
const STRANGERS: readonly (readonly [string, As])[] = [
  ['a partner gateway', { role: 'PARTNER_GATEWAY', authority: 'KZ-MIA' }],
  [
    'a partner gateway of the requesting officer',
    { role: 'PARTNER_GATEWAY', authority: 'KZ-MIA', officer: 'KZ-MIA-SIGNATORY' },
  ],
  ['a gateway that claims to be ours', { role: 'PARTNER_GATEWAY' }],
  ['a developer', { role: 'DEVELOPER' }],
  ['a coordinator of the requesting authority', { role: 'COORDINATOR', authority: 'KZ-MIA' }],
  ['an auditor of another authority', { role: 'AUDITOR', authority: 'KZ-MLSPP' }],
  [
    'an officer of another authority with the number of ours',
    { role: 'EXECUTING_OFFICER', authority: 'BE-IO', officer: 'AZ-SMS-EXECUTING-OFFICER' },
  ],
  ['an executing officer who is not on it', { role: 'EXECUTING_OFFICER', officer: 'AZ-SMS-99' }],
  ['an analyst who is not on it', { role: 'REQUESTING_ANALYST', officer: 'AZ-SMS-98' }],
  ['a signatory who is not on it', { role: 'SIGNATORY', officer: 'AZ-SMS-97' }],
];
const UNKNOWN = '11111111-1111-4111-8111-111111111111';
const FIELDS = 'id state subjects { n } timeline { kind }';
const LISTS = ['INBOX', 'OUTBOX', 'DRAFTS'].map(
  (box) =>
    `{ cases(box: ${box}, first: 5) { edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
);

describe('A-11.1a: to an outsider a case that exists and one that does not are the same bytes', () => {
  let reached: ReachedCase;
  let signed: object;
  let before: readonly string[];
  beforeAll(async () => {
    before = await listsOf();
    reached = await caseIn(site, 'IN_EXECUTION');
    signed = await site.sign('{}');
  });

  const listsOf = async (): Promise<readonly string[]> => {
    const texts: string[] = [];
    for (const [, as] of STRANGERS) {
      for (const query of LISTS) texts.push((await site.az.ask(as, query)).text);
    }
    return texts;
  };

  test('lists are empty, and the same before and after one came', async () => {
    const after = await listsOf();
    expect(after).toEqual(before);
    expect(new Set(after).size).toBe(1);
    expect(JSON.parse(after[0] ?? '').data).toEqual({
      cases: {
        edges: [],
        pageInfo: {
          hasNextPage: false,
          hasPreviousPage: false,
          startCursor: null,
          endCursor: null,
        },
      },
    });
  });

  test.each(STRANGERS)('%s asks for it', async (_who, as) => {
    for (const query of [
      `query ($id: ID!) { case(id: $id) { ${FIELDS} } }`,
      'query ($id: ID!) { candidates(case: $id, n: 1) { candidate score } }',
      'query ($id: ID!) { answer(case: $id, purpose: IDENTITY_ESTABLISHMENT) { answer fault } }',
      `query ($id: ID!) { b: case(id: $id) { id } cases(box: INBOX) { edges { node { ${FIELDS} } } } }`,
    ]) {
      const { text } = await site.az.ask(as, query, { id: reached.id });
      for (const other of [UNKNOWN, 'no-id', '']) {
        expect((await site.az.ask(as, query, { id: other })).text).toBe(text);
      }
      expect(text).not.toContain(reached.id);
    }
  });

  test.each(STRANGERS)('%s moves it', async (_who, as) => {
    const sealed = site.az.sealed();
    for (const row of MUTATION_CASES) {
      const given = {
        ...row.given({ ...reached, now: site.clock.now() }),
        ...(row.mutation === 'signDraft' ? signed : {}),
      };
      const here = await site.az.act(as, row.mutation, { case: reached.id, ...given });
      const nowhere = await site.az.act(as, row.mutation, { case: UNKNOWN, ...given });
      expect([row.mutation, here]).toEqual([
        row.mutation,
        { case: null, faults: [{ code: 'NO_CASE', at: 'case' }] },
      ]);
      expect(nowhere).toEqual(here);
      // Also a faulty input is judged without a look at the case.
      const faulty = { case: reached.id, ...given, id: 'no-uuid', text: '', n: 0 };
      const wrong = Object.fromEntries(
        Object.entries(faulty).filter(([name]) => name in (ARGUMENTS[row.mutation] ?? {})),
      );
      expect(await site.az.act(as, row.mutation, wrong)).toEqual(
        await site.az.act(as, row.mutation, { ...wrong, case: UNKNOWN }),
      );
    }
    expect(site.az.sealed()).toBe(sealed);
  });

  test('strangers do not touch the store: the desk is not even asked', async () => {
    const unasked = STRANGERS.slice(0, 7);
    const asked = await openDeskGraph(
      // Whatever is asked of it rejects.
      new Proxy({} as CaseDesk, {
        get: () => () => Promise.reject(new Error('the desk was asked')),
      }),
    );
    for (const [, as] of unasked) {
      for (const query of [...LISTS, `{ case(id: "${reached.id}") { id } }`]) {
        await expect(asked(as, query)).resolves.toContain('"data"');
      }
      await expect(
        asked(
          as,
          `mutation { accept(case: "${reached.id}", id: "${UNKNOWN}") { faults { code } } }`,
        ),
      ).resolves.toContain('NO_CASE');
    }
    await expect(asked({ role: 'COORDINATOR' }, LISTS[0] ?? '')).rejects.toThrow('INTERNAL');
  });
});
