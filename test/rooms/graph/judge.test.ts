import { describe, expect, test } from 'vitest';
import { graphOver } from '../../../src/graph/open-graph.js';
import { buildGraphSchema } from '../../../src/graph/schema.js';
import { type AskRule, askRules } from '../../../src/graph/verdicts/judge.js';
import { deriveRules, type RuleTree } from '../../../src/graph/verdicts/rule-tree.js';
import { shieldRules } from '../../../src/graph/verdicts/shield.js';
import { decideCoordinate } from '../../../src/policy/index.js';
import { COORDINATES_OF, ITEMS } from '../../../src/treaty/index.js';
import {
  ask,
  expectData,
  expectWithheld,
  grantOf,
  graphOptions,
  instruments,
  PEOPLE,
  REQUEST,
} from '../../support/graph-exchange.js';
import { memoryRegister } from '../../support/memory-register.js';

const derived = deriveRules(buildGraphSchema());
const document = `{ person(id: "${REQUEST}.1") { sex dateOfBirth documents { number } } }`;

/** A graph whose second voice speaks by this tree. */
async function graphWith(askRule: AskRule) {
  const register = memoryRegister(PEOPLE);
  const graph = await graphOver(buildGraphSchema(), { ...graphOptions(register), askRule });
  return { graph, register };
}

const withRule = (name: string, rule: RuleTree[string][string]): RuleTree => ({
  ...derived,
  Person: { ...derived.Person, [name]: rule },
});

const throwing = shieldRules.rule('throws', { cache: 'no_cache' })(() => {
  throw new Error('a rule broke');
});
const telling = shieldRules.rule('tells', { cache: 'no_cache' })(() => 'a text is no yes');
const failing = shieldRules.rule('fails', { cache: 'no_cache' })(
  () => new Error('neither is an error'),
);
const { sex: _, ...withoutSex } = derived.Person ?? {};

describe('the second voice', () => {
  test.each<[string, RuleTree]>([
    ['denies', withRule('sex', shieldRules.deny)],
    ['throws', withRule('sex', throwing)],
    ['answers with a text', withRule('sex', telling)],
    ['answers with an error', withRule('sex', failing)],
    ['has no rule', { ...derived, Person: withoutSex }],
    ['has no rule for the type', {}],
  ])('that %s withholds what decide discloses', async (name, tree) => {
    const planted = await graphWith(askRules(tree));
    const asked = await ask(planted, document);
    const all = name === 'has no rule for the type';
    expectWithheld(
      asked,
      all ? ['Person.sex', 'Person.dateOfBirth', 'Person.documents'] : ['Person.sex'],
    );
    expectData(asked, {
      person: all
        ? { sex: null, dateOfBirth: null, documents: null }
        : { sex: null, dateOfBirth: '1980-02', documents: [{ number: 'C0000A' }] },
    });
    expect(planted.register.given).not.toContain('Person.sex');
  });

  test('that allows everything opens nothing that decide withholds', async () => {
    const planted = await graphWith(async () => true);
    const asked = await ask(planted, `{ person(id: "${REQUEST}.1") { civilStatus sex } }`);
    expectWithheld(asked, ['Person.civilStatus']);
    expectData(asked, { person: { civilStatus: null, sex: 'MALE' } });
  });

  test('that disagrees about one subject withholds for that one', async () => {
    const rules = askRules(derived);
    const planted = await graphWith(async (coordinate, items, standing) =>
      items.has('PLACE_OF_BIRTH') ? rules(coordinate, items, standing) : false,
    );
    const grant = grantOf({ people: ['one', ['two', ['SEX']]] });
    const asked = await ask(planted, '{ subjects { edges { node { sex } } } }', grant);
    expectData(asked, {
      subjects: { edges: [{ node: { sex: 'MALE' } }, { node: { sex: null } }] },
    });
    expectWithheld(asked, ['Person.sex']);
  });

  test('is asked once for each coordinate and each distinct set of items, never for a row', async () => {
    const questions: string[] = [];
    const counted = await graphWith(async (coordinate) => questions.push(coordinate) > 0);
    const people = Array.from({ length: 50 }, (_row, at) =>
      at % 2 === 0 ? 'one' : (['two', ['SEX', 'DOCUMENT']] as const),
    );
    await ask(
      counted,
      '{ subjects(first: 100) { edges { node { sex a: sex documents { number } } } } }',
      grantOf({ people }),
    );
    expect(questions.sort()).toEqual([
      'Person.documents',
      'Person.documents',
      'Person.sex',
      'Person.sex',
    ]);
  });
});

describe('derived rules', () => {
  const askRule = askRules(derived);
  const cells = [...instruments.values()].flatMap((instrument) =>
    [...instrument.purposes.keys()].flatMap((purpose) =>
      ITEMS.flatMap((item) =>
        COORDINATES_OF[item].map((coordinate) => ({ instrument, purpose, coordinate })),
      ),
    ),
  );

  test('agree with decide in every cell, listed or not, whole and without one item', async () => {
    for (const { instrument, purpose, coordinate } of cells) {
      const opened = [...(instrument.opens.get(purpose)?.keys() ?? [])];
      for (const held of [
        opened,
        ...opened.map((item) => opened.filter((other) => other !== item)),
      ]) {
        const items = new Set(held);
        const decided =
          decideCoordinate({ instrument, purpose, items }, coordinate)?.verdict === 'DISCLOSE';
        expect(await askRule(coordinate, items, { instrument, purpose, subjects: [] })).toBe(
          decided,
        );
      }
    }
    expect(cells.length).toBe(25 * 9);
  });
});
