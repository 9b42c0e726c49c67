/** The typed client against the gateway over real HTTP: every persona, every generated answer, and forged ones. */
import fc from 'fast-check';
import { Kind, type OperationDefinitionNode, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { outlineOf } from '../../client/codegen/outline-of.js';
import { textOf } from '../../client/codegen/outlines.js';
import {
  chosenFields,
  identityEstablishment,
  instruments,
  type Operation,
  type Outline,
  openClient,
  type Purpose,
} from '../../client/src/index.js';
import { cursorOf } from '../../src/graph/cursor.js';
import { asItCame } from '../support/client-answers.js';
import { startGateway, type TestGateway } from '../support/gateway.js';
import { type GeneratedOperation, operations } from '../support/operations.js';
import { emittedSchema } from '../support/selections.js';

const OPERATIONS = 150;
const schema = emittedSchema();
const ALL = Object.fromEntries(
  Object.keys(chosenFields.outline.subjects.below.edges.below.node.below).map((key) => [key, true]),
);

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway?.close());

type Personas = Awaited<ReturnType<typeof personas>>;
interface PersonaRow {
  readonly persona: string;
  readonly token: string;
  readonly requests: readonly { readonly id: string; readonly purposes: readonly Purpose[] }[];
}

async function personas(): Promise<readonly PersonaRow[]> {
  return (await fetch(`${gateway.url}/dev/personas`)).json();
}

const standingsOf = (all: Personas) =>
  all.flatMap(({ token, requests }) =>
    requests.flatMap(({ id: request, purposes }) =>
      purposes.map((purpose) => ({ token, request, purpose })),
    ),
  );

/** A fetch that keeps the last answer to an operation, after `change`. */
function listening(change: (response: Response) => Response | Promise<Response> = (same) => same) {
  const heard = { text: '' };
  const listen: typeof globalThis.fetch = async (url, init) => {
    const response = await fetch(url, init);
    if (!String(url).endsWith('/graphql')) return response;
    const changed = await change(response);
    heard.text = await changed.clone().text();
    return changed;
  };
  return { heard, fetch: listen };
}

type Any = Operation<unknown, object, Outline>;

/** Asks, and expects every value of the raw answer at its place, under a receipt that verifies. */
async function expectWhole(
  standing: ReturnType<typeof standingsOf>[number],
  operation: Any,
  variables: object = {},
) {
  const { heard, fetch } = listening();
  const client = openClient({ url: gateway.url, ...standing, fetch });
  const outcome = await client.ask<unknown, object, Outline>(operation, variables);
  if (outcome.outcome !== 'answered') throw new Error(`${outcome.outcome} ${outcome.code}`);
  const raw = JSON.parse(heard.text);
  expect(JSON.stringify(asItCame(outcome.data, operation.outline))).toBe(JSON.stringify(raw.data));
  const errors: { extensions: { coordinate: string } }[] = raw.errors ?? [];
  expect(outcome.withheld.map(({ coordinate }) => coordinate)).toEqual(
    errors.map(({ extensions }) => extensions.coordinate),
  );
  return outcome;
}

test('every persona is answered on each of its requests, for each purpose, with a receipt that verifies', async () => {
  const all = standingsOf(await personas());
  expect(all.length).toBeGreaterThan(8);
  for (const standing of all) {
    const { receipt } = await expectWhole(standing, chosenFields, ALL);
    expect(receipt.state).toBe('verified');
  }
});

test('every persona reads what is public, without a receipt, and no request of another', async () => {
  const all = await personas();
  for (const { token, requests } of all) {
    const client = openClient({ url: gateway.url, token });
    const told = await client.ask(instruments);
    expect(told).toMatchObject({ outcome: 'answered', receipt: { state: 'none' } });
    expect(await client.ask(chosenFields)).toMatchObject({ code: 'PURPOSE_REQUIRED' });
    const own = new Set(requests.map(({ id }) => id));
    const [foreign] = standingsOf(all).filter(({ request }) => !own.has(request));
    const stranger = openClient({ url: gateway.url, ...foreign, token });
    expect(await stranger.ask(chosenFields)).toMatchObject({
      outcome: 'refused',
      code: 'NO_GRANT',
    });
  }
});

/** A generated operation as codegen would write it. */
function operationOf({ params: { query, operationName } }: GeneratedOperation): Any {
  const document = parse(query);
  const all = document.definitions.filter(
    (part): part is OperationDefinitionNode => part.kind === Kind.OPERATION_DEFINITION,
  );
  const chosen = all.find(({ name }) => name?.value === operationName) ?? all[0];
  if (chosen === undefined) throw new Error('no operation');
  // Codegen takes no operation without a name.
  const named = { ...chosen, name: { kind: Kind.NAME, value: 'Asked' } as const };
  const outline = outlineOf(schema, document, named);
  return { name: 'Asked', text: textOf(document, named), outline };
}

test(`every value of ${OPERATIONS} generated answers comes back at its place, and none is lost`, async () => {
  const all = standingsOf(await personas());
  const runs = { numRuns: Math.ceil(OPERATIONS / all.length), seed: 2019 };
  for (const standing of all) {
    const ids = [1, 2, 9].map((n) => `${standing.request}.${n}`);
    const cursors = [cursorOf(1), cursorOf(4)];
    const generated = operations({ schema, ids, cursors, root: 'persons' });
    const property = fc.asyncProperty(generated, async (one) => {
      const operation = operationOf(one);
      const { receipt } = await expectWhole(standing, operation, one.params.variables ?? {});
      const isSealed = one.asks.some((asked) =>
        /^Query\.(?:subjects|person|readmissionCase)$/.test(asked),
      );
      expect(receipt.state).toBe(isSealed ? 'verified' : 'none');
    });
    await fc.assert(property, runs);
  }
}, 120_000);

const altered = async (response: Response, from: string, to: string) => {
  const text = (await response.text()).replace(from, to);
  return new Response(text, { status: response.status, headers: response.headers });
};
const withoutReceipt = async (response: Response) => {
  const headers = new Headers(response.headers);
  headers.delete('exchange-receipt');
  return new Response(await response.text(), { headers });
};

describe('of a forged answer nothing is handed on', () => {
  test.each([
    [
      'a value',
      (response: Response) => altered(response, '"sex":"', '"sex":"X'),
      'RECEIPT_REFUSED',
    ],
    ['a byte', (response: Response) => altered(response, '{', '{ '), 'RECEIPT_REFUSED'],
    ['no receipt', withoutReceipt, 'RECEIPT_MISSING'],
    ['cut off', (response: Response) => altered(response, '}', ''), 'ANSWER_MALFORMED'],
  ])('%s', async (...[, change, code]) => {
    const { persona, request = '' } = gateway.standing('AZ-KZ-2019', 'IDENTITY_ESTABLISHMENT');
    const { fetch } = listening(change);
    const stated = { request, purpose: 'IDENTITY_ESTABLISHMENT' } as const;
    const client = openClient({ url: gateway.url, token: persona.token, ...stated, fetch });
    expect(await client.ask(identityEstablishment)).toMatchObject({ outcome: 'failed', code });
  });

  test('the receipt of another answer, and a key that is not the log’s', async () => {
    const { persona, request = '' } = gateway.standing('AZ-KZ-2019', 'IDENTITY_ESTABLISHMENT');
    const stated = { request, purpose: 'IDENTITY_ESTABLISHMENT', token: persona.token } as const;
    const first = await openClient({ url: gateway.url, ...stated }).ask(identityEstablishment);
    if (first.outcome !== 'answered' || first.receipt.state !== 'verified')
      throw new Error('no answer');
    const { header } = first.receipt;
    const { fetch: replaying } = listening(async (response) => {
      const headers = new Headers(response.headers);
      headers.set('exchange-receipt', header);
      return new Response(await response.text(), { headers });
    });
    const replayed = openClient({ url: gateway.url, ...stated, fetch: replaying });
    expect(await replayed.ask(chosenFields)).toMatchObject({
      ...{ code: 'RECEIPT_REFUSED', step: 'BODY' },
    });
    // The same bytes again, and the entry of the first time: it proves one answer, not two.
    expect(await replayed.ask(identityEstablishment)).toMatchObject({ outcome: 'answered' });
    expect(await replayed.ask(identityEstablishment)).toMatchObject({ code: 'RECEIPT_REPEATED' });
    const key = 'sorgu/AZ-SMS/KZ-MIA+00000000+AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
    const pinned = openClient({ url: gateway.url, ...stated, verify: { key } });
    expect(await pinned.ask(identityEstablishment)).toMatchObject({
      ...{ code: 'RECEIPT_REFUSED', step: 'KEY' },
    });
  });
});
