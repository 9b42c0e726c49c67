/**
 * Clairvoyance's attack, with the schema's own names as its word list: it sends a name in each of its probes and reads
 * from the errors whether there is such a name. Beside each name a made-up one of the same length is sent: the two
 * answers must be the same bytes but for locations, so that nothing is learnt.
 */
import {
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ProductionGateway, startProduction } from '../support/production.js';
import { emittedSchema } from '../support/selections.js';

let gateway: ProductionGateway;
let partner: Readonly<Record<string, string>>;
beforeAll(async () => {
  gateway = await startProduction();
  partner = await gateway.headersOf('PARTNER_GATEWAY');
});
afterAll(() => gateway?.close());

function namesOf(type: GraphQLNamedType): readonly string[] {
  if (isEnumType(type)) return type.getValues().map(({ name }) => name);
  if (!isObjectType(type) && !isInputObjectType(type)) return [];
  const fields = Object.values(type.getFields());
  const args = isObjectType(type)
    ? Object.values(type.getFields()).flatMap((field) => field.args.map(({ name }) => name))
    : [];
  return [...fields.map(({ name }) => name), ...args];
}

const schema = emittedSchema();
const types = Object.values(schema.getTypeMap()).filter(
  (type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type),
);
const WORDS = [...new Set(types.flatMap((type) => [type.name, ...namesOf(type)]))].sort();

/** A name of the same length that the schema does not have. */
function madeUp(word: string): string {
  const known = new Set(WORDS);
  const tries = ['q', 'z', 'Q', 'Z', '_'].map((letter) => `${letter.repeat(word.length)}`);
  const free = tries.find((name) => !known.has(name) && !name.startsWith('__'));
  return free ?? `q${'0'.repeat(word.length - 1)}`;
}

/** Its probes, FUZZ standing for the name. */
const PROBES = [
  'query { FUZZ }',
  'mutation { FUZZ }',
  'subscription { FUZZ }',
  'query { FUZZ { lol } }',
  'mutation { FUZZ { lol } }',
  'query { FUZZ(lol: 42) }',
  'query { FUZZ(id: "42") }',
  'query { imwrongfield(FUZZ: 42) }',
  'query { subjects(FUZZ: 42) }',
  'query { subjects(FUZZ: {}) }',
  'query { subjects(FUZZ: "42") }',
  'query { subjects(FUZZ: false) }',
  'query { subjects { FUZZ { lol } } }',
  'query { instruments { FUZZ { lol } } }',
  'query { explain(operation: "", purpose: FUZZ) { lol } }',
  'query { ... on FUZZ { lol } }',
  'query ($v: FUZZ) { lol }',
  'query { lol @FUZZ }',
  'query { __type(name: "FUZZ") { name } }',
  'query { explain(operation: "{ FUZZ }") { lol } }',
] as const;

interface Told {
  readonly status: number;
  /** The body, every location put at one place. */
  readonly body: string;
}

async function tell(query: string, headers: Readonly<Record<string, string>>): Promise<Told> {
  const response = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const text = await response.text();
  const body = text.replaceAll(/"locations":\[[^\]]*\]/g, '"locations":[]');
  return { status: response.status, body };
}

/** The names that an attacker can tell from made-up ones by this probe. */
async function recover(
  probe: string,
  headers: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const recovered: string[] = [];
  // Of one length they are one name.
  const toldOf = new Map<string, Told>();
  for (const word of WORDS) {
    const name = madeUp(word);
    const made = toldOf.get(name) ?? (await tell(probe.replace('FUZZ', name), headers));
    toldOf.set(name, made);
    const real = await tell(probe.replace('FUZZ', word), headers);
    if (JSON.stringify(real) !== JSON.stringify(made)) recovered.push(word);
  }
  return recovered;
}

test('the word list is the whole schema', () => {
  expect(WORDS.length).toBeGreaterThan(300);
  expect(WORDS).toEqual(expect.arrayContaining(['Person', 'placeOfBirth']));
});

describe('clairvoyance recovers no name', () => {
  test.each(PROBES)('by %s', async (probe) => {
    expect(await recover(probe, partner)).toEqual([]);
  });

  test.each(PROBES.slice(0, 1))('as a stranger, by %s', async (probe) => {
    expect(await recover(probe, {})).toEqual([]);
  });

  test('by many names at once: one constant error, whichever are right', async () => {
    const bucket = WORDS.slice(0, 64).join(' ');
    const { body } = await tell(`query { ${bucket} }`, partner);
    const other = await tell(`query { ${WORDS.slice(0, 64).map(madeUp).join(' ')} }`, partner);
    expect(body).toBe(other.body);
  });

  test('a developer may: the attack itself sees names where they are shown', async () => {
    const developer = await gateway.headersOf('DEVELOPER');
    const probe = 'query { __type(name: "FUZZ") { name } }';
    const told = await tell(probe.replace('FUZZ', 'Person'), developer);
    expect(told.body).toBe('{"data":{"__type":{"name":"Person"}}}');
  });
});
