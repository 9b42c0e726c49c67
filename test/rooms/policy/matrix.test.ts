import { describe, expect, test } from 'vitest';
import { decide, decideCoordinate, permittedPurposes } from '../../../src/policy/index.js';
import {
  COORDINATES_OF,
  formatClauses,
  ITEMS,
  type Item,
  loadInstruments,
} from '../../../src/treaty/index.js';
import { readPolicy } from '../../support/policy-tables.js';

const instruments = loadInstruments();

describe('the typed data are the agreed tables', () => {
  test('A-6.1–6.13 items carry exactly the agreed coordinates', () => {
    const agreed = readPolicy('items').map(({ item, coordinates }) => [item, coordinates]);
    expect(ITEMS.map((item) => [item, COORDINATES_OF[item].join(' ')])).toEqual(agreed);
  });

  test('A-5.1 head: purposes, clauses, terms and who may state them', () => {
    const ours = [...instruments.values()].flatMap(({ id, purposes }) =>
      [...purposes.values()].map((data) => ({
        instrument: id,
        purpose: data.purpose,
        clause: formatClauses(data.clauses),
        dpv: data.dpv ?? '',
        stated_by: data.statedBy,
      })),
    );
    const agreed = readPolicy('purposes');
    expect(ours).toHaveLength(agreed.length);
    expect(ours).toEqual(expect.arrayContaining([...agreed]));
  });
});

describe('decide agrees with every cell, listed or not', () => {
  const agreed = new Map(
    readPolicy('field-policy').map(({ instrument, purpose, item, clause }) => [
      `${instrument} ${purpose} ${item}`,
      clause,
    ]),
  );
  const cells = [...instruments.values()].flatMap((instrument) =>
    [...instrument.purposes.keys()].flatMap((purpose) =>
      ITEMS.map((item) => ({ instrument, purpose, item, id: instrument.id })),
    ),
  );

  test('there are as many disclosing cells as rows', () => {
    const open = cells.filter(({ instrument, purpose, item }) =>
      instrument.opens.get(purpose)?.has(item),
    );
    expect(open).toHaveLength(agreed.size);
  });

  test.each(cells)('A-6.1–6.13 $id $purpose $item', ({ instrument, purpose, item }) => {
    const clause = agreed.get(`${instrument.id} ${purpose} ${item}`);
    const verdict = decide({ instrument, purpose }, item);
    expect(verdict.verdict === 'DISCLOSE' ? formatClauses(verdict.clauses) : undefined).toBe(
      clause,
    );
  });
});

describe('a guarded child needs its own item and that of its record', () => {
  const instrument = instruments.get('AZ-KZ-2019');
  if (instrument === undefined) throw new Error('AZ-KZ-2019 did not load');
  const standing = (...items: Item[]) => ({
    instrument,
    purpose: 'RIGHTS_PROTECTION',
    items: new Set(items),
  });

  test.each([
    { items: ['ENTRY_BAN'], coordinate: 'EntryBan.grounds', verdict: 'WITHHOLD' },
    { items: ['ENTRY_BAN_GROUNDS'], coordinate: 'EntryBan.grounds', verdict: 'WITHHOLD' },
    {
      items: ['ENTRY_BAN', 'ENTRY_BAN_GROUNDS'],
      coordinate: 'EntryBan.grounds',
      verdict: 'DISCLOSE',
    },
    { items: ['REGISTRATION'], coordinate: 'Registration.place', verdict: 'WITHHOLD' },
    { items: ['REGISTRATION_PLACE'], coordinate: 'Registration.place', verdict: 'WITHHOLD' },
    {
      items: ['REGISTRATION', 'REGISTRATION_PLACE'],
      coordinate: 'Registration.place',
      verdict: 'DISCLOSE',
    },
  ] as const)('A-5.2 $coordinate with $items: $verdict', ({ items, coordinate, verdict }) => {
    expect(decideCoordinate(standing(...items), coordinate)?.verdict).toBe(verdict);
  });

  test('A-5.2 a refusal of the grounds names Article 5(2) as the missing basis', () => {
    expect(decideCoordinate(standing('ENTRY_BAN'), 'EntryBan.grounds')).toMatchObject({
      basis: ['5(2)'],
    });
  });
});

test('permitted purposes follow the matrix', () => {
  const instrument = instruments.get('AZ-KZ-2019');
  expect(instrument && permittedPurposes(instrument, 'Person.fingerprintCard')).toEqual([
    'IDENTITY_ESTABLISHMENT',
    'REQUEST_EXECUTION',
  ]);
});
