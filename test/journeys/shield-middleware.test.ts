/**
 * Two ways to one answer on the whole gateway. The default way judges each coordinate once, before execution; the
 * other lets everything be read and applies the derived rules of graphql-shield around every value, as middleware.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SAMPLE_STATUS } from '../../src/development/index.js';
import { cursorOf } from '../../src/graph/cursor.js';
import { buildGraphSchema, type ExecuteOptions } from '../../src/graph/index.js';
import { type AskRule, askRules, judge } from '../../src/graph/verdicts/judge.js';
import { deriveRules, type RuleTree } from '../../src/graph/verdicts/rule-tree.js';
import { shieldRules } from '../../src/graph/verdicts/shield.js';
import type { Rooms } from '../../src/rooms.js';
import {
  closePool,
  openOwner,
  openPools,
  openRegister,
  type Pools,
} from '../../src/store/index.js';
import { loadInstruments } from '../../src/treaty/index.js';
import { everything, valuesAt } from '../support/everything.js';
import { startGateway, type TestGateway } from '../support/gateway.js';
import { openHanded } from '../support/open-handed-register.js';
import { operations } from '../support/operations.js';
import { withheldOf } from '../support/people.js';
import { NOW } from '../support/requests.js';
import { openTellingShield, type ShieldedAnswer } from '../support/shielded-graph.js';
import { askerOf, twinStandings } from '../support/twin-registers.js';
import { variant } from '../support/twins.js';
import { openWide } from '../support/wall.js';

const OPERATIONS = 1_000;
const standings = twinStandings();
const RUNS = { numRuns: Math.ceil(OPERATIONS / standings.length), seed: 2019 };
const schema = buildGraphSchema();
const derived = deriveRules(schema);

/** What the other way answered to the same operation. */
let shielded: ShieldedAnswer | undefined;
let middleware: (asked: ExecuteOptions) => Promise<ShieldedAnswer>;
let secondVoice: AskRule = askRules(derived);

function bothWays({ graph, ...rooms }: Rooms): Rooms {
  return {
    ...rooms,
    graph: {
      ...graph,
      judge: (operation, grant) => judge(operation, grant, secondVoice),
      async execute(asked) {
        shielded = await middleware(asked);
        return graph.execute(asked);
      },
    },
  };
}

let gateway: TestGateway;
let pools: Pools;
beforeAll(async () => {
  gateway = await startGateway({
    people: standings.flatMap(({ twins }) => twins.map((twin, nth) => variant(twin, nth))),
    requests: standings.map(({ request }) => request),
    between: bothWays,
  });
  // The rules are tried over a register that hands out everything: the second wall would not.
  const owner = openOwner(gateway.urls.owner);
  await openWide(owner);
  await closePool(owner);
  pools = openPools(gateway.urls);
  const { openReader } = openRegister({ lanes: pools.register });
  middleware = await openTellingShield({
    openReader: openHanded(openReader),
    instruments: loadInstruments(),
    status: SAMPLE_STATUS,
    clock: { now: () => NOW },
    alarm: () => {},
  });
});
afterAll(async () => {
  await pools?.close();
  await gateway?.close();
});

describe.each(standings)('$instrument.id $purpose', (standing) => {
  const { request } = standing;
  const generated = operations({
    schema,
    ids: [1, 2, 3, 5, 6, 9].map((n) => `${request.id}.${n}`),
    cursors: [cursorOf(1), cursorOf(4), cursorOf(9)],
    root: 'persons',
  });

  test('A-6.1–6.13 the rules as middleware give the same data, and withhold at the same coordinates', async () => {
    await fc.assert(
      fc.asyncProperty(generated, async ({ params }) => {
        const reply = await gateway.ask(askerOf(gateway, standing), params);
        expect(reply.status).toBe(200);
        expect(shielded?.text).toBe(reply.text);
        const withheld = new Set(withheldOf(reply));
        const denied = [...(shielded?.denied ?? [])];
        expect(denied.filter((coordinate) => !withheld.has(coordinate))).toEqual([]);
      }),
      RUNS,
    );
  }, 120_000);

  test('of everything, whatever is withheld and reached is withheld by its rule too', async () => {
    const reply = await gateway.ask(askerOf(gateway, standing), { query: everything() });
    const people = valuesAt(reply.json.data, ['subjects', 'edges', 'node']).length;
    const onPerson = withheldOf(reply).filter((name) => String(name).startsWith('Person.'));
    const denied = [...(shielded?.denied ?? [])].filter((name) => name.startsWith('Person.'));
    expect(denied.sort()).toEqual(people === 0 ? [] : onPerson.sort());
  });
});

describe('a disagreement withholds', () => {
  const standing = standings.find(({ purpose }) => purpose === 'PERSON_DETECTION');
  if (standing === undefined) throw new Error('no such purpose');
  const query = '{ subjects(first: 1) { edges { node { sex placeOfBirth civilStatus } } } }';
  const askPlanted = async (planted: AskRule) => {
    secondVoice = planted;
    const reply = await gateway.ask(askerOf(gateway, standing), { query });
    secondVoice = askRules(derived);
    const [node] = valuesAt(reply.json.data, ['subjects', 'edges', 'node']);
    return { node, withheld: withheldOf(reply) };
  };
  const onSex = (rule: RuleTree[string][string]): AskRule =>
    askRules({ ...derived, Person: { ...derived.Person, sex: rule } });
  const open = { sex: 'MALE', placeOfBirth: 'Place A', civilStatus: null };

  test('nothing planted: two are open', async () => {
    const first = await askPlanted(askRules(derived));
    // The second subject's own items close them, and errors speak of all subjects.
    expect(first.withheld).toEqual(['Person.sex', 'Person.placeOfBirth', 'Person.civilStatus']);
    expect(first.node).toEqual(open);
  });

  const throwing = shieldRules.rule('throws', { cache: 'no_cache' })(() => {
    throw new Error('a rule broke');
  });
  test.each([
    ['says deny', shieldRules.deny],
    ['throws', throwing],
    ['answers with what is no yes', shieldRules.rule('tells', { cache: 'no_cache' })(() => 'yes')],
  ])('A-6.2 where decide discloses and the rule %s', async (_name, rule) => {
    expect((await askPlanted(onSex(rule))).node).toEqual({ ...open, sex: null });
  });

  test('where the rules allow all and decide withholds', async () => {
    const { node, withheld } = await askPlanted(async () => true);
    expect(node).toEqual(open);
    expect(withheld).toContain('Person.civilStatus');
  });
});
