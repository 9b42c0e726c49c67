/** Promise 2, decided before fetched: what a purpose withholds stands in no statement that PostgreSQL is sent. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ITEMS } from '../../src/treaty/index.js';
import { ITEM_TRACES } from '../cases/item-traces.js';
import { everything, valuesAt } from '../support/everything.js';
import { startGateway, type TestGateway } from '../support/gateway.js';
import { openStatements, type Statements } from '../support/statements.js';
import { askerOf, twinStandings } from '../support/twin-registers.js';
import { variant } from '../support/twins.js';

const standings = twinStandings();

let gateway: TestGateway;
let statements: Statements;
beforeAll(async () => {
  gateway = await startGateway({
    people: standings.flatMap(({ twins }) => twins.map((twin) => variant(twin, 0))),
    requests: standings.map(({ request }) => request),
  });
  statements = await openStatements(gateway);
});
afterAll(async () => {
  await statements?.close();
  await gateway?.close();
});

// It asks for a ticket, and selects numbers and keys alone.
const FINDS_SUBJECTS = /granted\.admit\(/;
const onRegister = (text: string): boolean => /register\.|granted\./.test(text);

// Official names of bodies, handed in.
const NAMES = /\(select \$\d+::text::jsonb\)/g;
const QUOTED = /'(?:[^']|'')*'/g;

/** What statements read of the register beside finding the subjects, table by table; what is quoted is a word of the answer. */
function readIn(sent: readonly string[]): readonly string[] {
  const reading = sent.filter((text) => onRegister(text) && !FINDS_SUBJECTS.test(text));
  return reading.flatMap((text) => {
    const bare = text.replace(NAMES, '').replace(QUOTED, "''");
    return bare.split('(select ');
  });
}

describe.each(standings)('promise 2, $instrument.id $purpose', (standing) => {
  const { instrument, purpose } = standing;
  const open = instrument.opens.get(purpose) ?? new Map();

  test('A-6.1–6.13 asked for everything, no statement reads an item that is withheld', async () => {
    let people: readonly unknown[] = [];
    const sent = await statements.during(async () => {
      const { json } = await gateway.ask(askerOf(gateway, standing), { query: everything() });
      people = valuesAt(json.data, ['subjects', 'edges', 'node']);
    });
    const reading = readIn(sent);
    const read = ITEMS.filter((item) => reading.some((text) => ITEM_TRACES[item].test(text)));
    expect(read).toEqual(ITEMS.filter((item) => open.has(item)));
    expect(people).toHaveLength(open.size === 0 ? 0 : standing.twins.length);
    // A star would read without a name.
    expect(reading.filter((text) => /[\s.(]\*/.test(text))).toEqual([]);
  });
});

test('what is not asked is not read either', async () => {
  const standing = standings.find(({ instrument, purpose }) =>
    instrument.opens.get(purpose)?.has('PERMIT'),
  );
  if (standing === undefined) throw new Error('no standing');
  const query = '{ subjects { edges { node { permits { status } } } } }';
  const sent = await statements.during(() => gateway.ask(askerOf(gateway, standing), { query }));
  const reading = readIn(sent);
  const read = ITEMS.filter((item) => reading.some((text) => ITEM_TRACES[item].test(text)));
  expect(read).toEqual(['PERMIT']);
});
