/** A-Final, B-Final What the clauses say, over HTTP: for any caller with a token, without a request and without an entry. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGateway, type TestGateway } from '../support/gateway.js';

interface ClauseText {
  readonly clause: string;
  readonly language: string;
  readonly text: string;
  readonly prevails: boolean;
}

const QUERY = `query Clauses($instrument: ID!) {
  clauses(instrument: $instrument) { clause language text prevails }
}`;

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());

async function clausesOf(instrument: string, authority = 'KZ-MIA') {
  const standing = { persona: gateway.persona(authority) };
  const reply = await gateway.ask(standing, { query: QUERY, variables: { instrument } });
  expect(reply.status).toBe(200);
  expect(reply.json.errors).toBeUndefined();
  expect(reply.headers.get('Exchange-Receipt')).toBeNull();
  const { clauses } = reply.json.data as { readonly clauses: readonly ClauseText[] };
  return clauses;
}

describe('what the clauses say', () => {
  it('A-Final tells the Azerbaijani text, and that it is not the one that prevails', async () => {
    const told = await clausesOf('AZ-KZ-2019');
    expect(told.find(({ clause }) => clause === '6(3)')).toEqual({
      clause: '6(3)',
      language: 'az',
      text: 'təvəllüdü;',
      prevails: false,
    });
    expect(told.filter(({ prevails }) => prevails)).toEqual([]);
  });

  it('B-Final tells both texts, English first, to a Participant that has no request', async () => {
    const told = await clausesOf('AZ-BE-2019', 'BE-IO');
    const fourC = told.filter(({ clause }) => clause === '4(c)');
    expect(fourC.map(({ language, prevails }) => [language, prevails])).toEqual([
      ['en', true],
      ['az', false],
    ]);
  });

  it.each(['EU-AZ-2014', 'XX-YY-2000'])(
    'tells nothing of %s, whose text is not at hand',
    async (id) => {
      expect(await clausesOf(id)).toEqual([]);
    },
  );

  it('A-Final tells no text that an item, or a rule, names in vain', async () => {
    const query = '{ instruments { id languages items { clauses } } }';
    const reply = await gateway.ask({ persona: gateway.persona('KZ-MIA') }, { query });
    const { instruments } = reply.json.data as {
      readonly instruments: readonly {
        readonly id: string;
        readonly items: readonly { readonly clauses: readonly string[] }[];
      }[];
    };
    const agreement = instruments.find(({ id }) => id === 'AZ-KZ-2019');
    const named = new Set(agreement?.items.flatMap(({ clauses }) => clauses));
    const told = new Set((await clausesOf('AZ-KZ-2019')).map(({ clause }) => clause));
    expect(named.size).toBeGreaterThan(0);
    expect([...named].filter((clause) => !told.has(clause))).toEqual([]);
  });
});
