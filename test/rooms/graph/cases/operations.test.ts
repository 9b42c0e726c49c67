/** The cases under the machinery that all coordinates pass: limits, cost, pages, serial mutations, explain. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LIMITS } from '../../../../src/graph/limits.js';
import {
  ANALYST,
  AUDITOR,
  COORDINATOR,
  done,
  draft,
  EXECUTING,
  receivedCase,
} from '../../../support/case-drafts.js';
import { type As, type CaseSite, openCaseSite, uuid } from '../../../support/case-site.js';

let site: CaseSite;
const ids: string[] = [];
beforeAll(async () => {
  site = await openCaseSite();
  for (let day = 0; day < 5; day += 1) {
    ids.push(await receivedCase(site));
    site.clock.at += 86_400_000;
  }
});
afterAll(() => site.close());

interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}
const PAGE =
  'query ($first: Int, $after: String, $box: CaseBox = INBOX) { cases(box: $box, first: $first, after: $after) { edges { cursor node { id } } pageInfo { hasNextPage endCursor } } }';
async function pageOf(as: As, variables: object): Promise<Page> {
  return (await site.az.ask(as, PAGE, variables)).data.cases as Page;
}
const idsOf = ({ edges }: Page): readonly string[] => edges.map(({ node }) => node.id);

describe('a box', () => {
  test.each([
    ['the executing officer who is on them', EXECUTING],
    ['the coordinator', COORDINATOR],
    ['the auditor', AUDITOR],
  ])('is read page by page by %s, by the end of the term', async (_who, as) => {
    const seen: string[] = [];
    let after: string | null = null;
    for (let turn = 0; turn < 5; turn += 1) {
      const page: Page = await pageOf(as, { first: 2, after });
      seen.push(...idsOf(page));
      after = page.pageInfo.endCursor;
      expect(page.pageInfo.hasNextPage).toBe(turn < 2);
      if (!page.pageInfo.hasNextPage) break;
    }
    expect(seen).toEqual(ids);
  });

  test('is filtered by state and by the end of the term', async () => {
    const dueBefore = new Date(site.clock.now() + 28 * 86_400_000).toISOString();
    const query = (filter: string) => `{ cases(box: INBOX, ${filter}) { edges { node { id } } } }`;
    const list = async (filter: string) =>
      idsOf((await site.az.ask(EXECUTING, query(filter))).data.cases as Page);
    expect(await list(`dueBefore: "${dueBefore}"`)).toEqual(ids.slice(0, 3));
    expect(await list('states: [IN_EXECUTION]')).toEqual([]);
    expect(await list('states: [RECEIVED, IN_EXECUTION]')).toEqual(ids);
  });

  test('shows what the document says, fetched for those whose it is asked of', async () => {
    const { data } = await site.az.ask(
      EXECUTING,
      '{ cases(box: INBOX, first: 2) { edges { node { substance subjects { names { surname } } } } } }',
    );
    const node = {
      substance: draft.substance,
      subjects: [{ names: [{ surname: 'Образцов' }] }],
    };
    expect(data).toEqual({ cases: { edges: [{ node }, { node }] } });
  });

  test('has no place for a cursor of another officer, another box or another text', async () => {
    const { pageInfo } = await pageOf(EXECUTING, { first: 2 });
    const after = pageInfo.endCursor;
    for (const [as, variables] of [
      [COORDINATOR, { after }],
      [EXECUTING, { after, box: 'OUTBOX' }],
      [EXECUTING, { after: `${after?.startsWith('A') ? 'B' : 'A'}${after?.slice(1)}` }],
      [EXECUTING, { after: 'c3ViamVjdDox' }],
      [EXECUTING, { after: ids[0] }],
      [EXECUTING, { first: 0 }],
      [EXECUTING, { first: 101 }],
    ] as const) {
      await expect(pageOf(as, variables)).rejects.toMatchObject({
        code: 'BAD_REQUEST',
        detail: { reason: 'VARIABLES' },
      });
    }
  });

  test.each(['2026-06-15', 'C0000Z', '', '2026-02-30T00:00:00.000Z'])(
    'has no term before %o',
    async (dueBefore) => {
      const query = `{ cases(box: INBOX, dueBefore: ${JSON.stringify(dueBefore)}) { __typename } }`;
      await expect(site.az.ask(EXECUTING, query)).rejects.toMatchObject({
        code: 'BAD_REQUEST',
        detail: { reason: 'VARIABLES' },
      });
    },
  );
});

const WHOLE = `id state side instrument unit aim substance otherInformation itemsWanted document
  requestingAuthority { code name } requestedAuthority { code name }
  purposes { purpose basis justification }
  subjects { n names { script surname givenName patronymic } dateOfBirth sex citizenship placeOfBirth
    documents { series number issuedBy } mrz match child childDecision { give reason officer at } }
  draftFaults { code at } outcomes { n items { item outcome grounds text reason clause } }
  conditions { kind items text until } asOf grantUntil receivedOn { requested requesting }
  dueOn { requested requesting } dueOnIfQuestionsRun { requested requesting } dueOnIfQuestionsStop { requested requesting } daysLeft reviewAt notices heldFor
  questions { number kind texts at open } timeline { number kind side role officer at state declined texts }
  inquiries { id to n items askedAt dueBefore late answeredAt source mayRelease dropped } officers chainFault`;

describe('the limits', () => {
  const all = (first: number): string =>
    `{ cases(box: INBOX, first: ${first}) { edges { cursor node { ${WHOLE} } } } }`;

  test('let a usual page with every field pass', async () => {
    const { data } = await site.az.ask(EXECUTING, all(25));
    expect((data.cases as Page).edges).toHaveLength(5);
  });

  test('count what a page could hold, for strangers too', async () => {
    const refused = { code: 'TOO_COMPLEX', detail: { reason: 'COST' } };
    for (const as of [EXECUTING, { role: 'DEVELOPER' } as const]) {
      await expect(site.az.ask(as, all(100))).rejects.toMatchObject(refused);
    }
    const pages = Array.from({ length: 50 }, (_, at) => `p${at}: ${all(40).slice(1, -1)}`);
    await expect(site.az.ask(EXECUTING, `{ ${pages.join(' ')} }`)).rejects.toMatchObject({
      code: 'TOO_COMPLEX',
    });
    expect(LIMITS.cost).toBe(80_000);
  });
});

describe('mutations', () => {
  test('are executed one after the other, in the order of the document', async () => {
    const id = await receivedCase(site);
    const [first, second, third] = [uuid(), uuid(), uuid()];
    const move = (alias: string, text: string): string =>
      `${alias}: ${text} { case { state } faults { code } }`;
    const { data } = await site.az.ask(
      EXECUTING,
      `mutation {
        ${move('late', `accept(case: "${id}", id: "${first}")`)}
        ${move('asked', `askInformation(case: "${id}", id: "${second}", questions: ["Где?"])`)}
        ${move('again', `accept(case: "${id}", id: "${third}")`)}
      }`,
    );
    expect(data).toEqual({
      late: { case: { state: 'IN_EXECUTION' }, faults: [] },
      asked: { case: { state: 'INFO_REQUESTED' }, faults: [] },
      again: { case: { state: 'IN_EXECUTION' }, faults: [] },
    });
  });

  test('are not run by explain, under whatever role', async () => {
    const id = await receivedCase(site);
    const sealed = site.az.sealed();
    const inner = `mutation { accept(case: "${id}", id: "${uuid()}") { case { state } } }`;
    const query = `query ($text: String!) { explain(operation: $text, purpose: IDENTITY_ESTABLISHMENT) { coordinate } }`;
    await expect(site.az.ask(EXECUTING, query, { text: inner })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
      detail: { reason: 'VALIDATION' },
    });
    expect(site.az.sealed()).toBe(sealed);
    expect(await site.az.look(EXECUTING, id, 'state')).toEqual({ state: 'RECEIVED' });
  });

  test('of one document that is skipped does not happen', async () => {
    const id = await receivedCase(site);
    const text = `mutation ($no: Boolean!) { accept(case: "${id}", id: "${uuid()}") @include(if: $no) { case { id } } }`;
    expect((await site.az.ask(EXECUTING, text, { no: false })).data).toEqual({});
    expect(await site.az.look(EXECUTING, id, 'state')).toEqual({ state: 'RECEIVED' });
  });

  test('are weighed as queries are: every argument is read before one is executed', async () => {
    const id = await receivedCase(site);
    const text = `mutation ($move: ID = "x") { accept(case: "${id}", id: "${uuid()}") { case { id } } resume(case: "${id}", id: $move) { case { id } } }`;
    await expect(site.az.ask(EXECUTING, text, { move: null })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
      detail: { reason: 'VARIABLES' },
    });
    expect(await site.az.look(EXECUTING, id, 'state')).toEqual({ state: 'RECEIVED' });
  });

  test('do not stand in a query', async () => {
    await expect(
      site.az.ask(EXECUTING, `{ accept(case: "${ids[0]}", id: "${uuid()}") { case { id } } }`),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST', detail: { reason: 'VALIDATION' } });
  });
});

describe('what stands beside a grant', () => {
  test('a case is asked without a request in the headers, and beside persons with one', async () => {
    const id = await receivedCase(site);
    await done(site.az.act(EXECUTING, 'accept', { case: id, id: uuid() }));
    const query = `{ case(id: "${id}") { state } subjects { edges { cursor } } }`;
    await expect(site.az.ask(EXECUTING, query)).rejects.toMatchObject({ code: 'PURPOSE_REQUIRED' });
    const stated = { request: id, purpose: 'REQUEST_EXECUTION' };
    expect((await site.az.askOn(EXECUTING, stated, query)).data).toEqual({
      case: { state: 'IN_EXECUTION' },
      subjects: { edges: [] },
    });
  });

  test('the analyst of a draft sees it among drafts, and nobody else does', async () => {
    const { id } = await done(site.kz.act(ANALYST, 'saveDraft', { document: draft }));
    const listed = async (as: As) =>
      (await site.kz.ask(as, '{ cases(box: DRAFTS) { edges { node { id } } } }')).text.includes(
        String(id),
      );
    expect(await listed(ANALYST)).toBe(true);
    expect(await listed({ ...ANALYST, officer: 'KZ-MIA-2' })).toBe(false);
    expect(await listed({ role: 'SIGNATORY' })).toBe(false);
    expect(await listed(AUDITOR)).toBe(true);
  });
});
