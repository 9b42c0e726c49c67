import { describe, expect, it } from 'vitest';
import { noteOf } from '../../../src/console/page/answer.js';

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

// Members in the order of the one form that a receipt has.
const receipt = {
  checkpoint: 'a note',
  entry: '{"ə":1}',
  index: 41,
  leafHash: 'AA==',
  origin: 'sorgu/AZ-SMS/KZ-MIA',
  proof: [],
  salt: 'AA==',
};
const failed = { verdict: 'FAILED', step: 'KEY' } as const;

function withheld(clause: unknown) {
  return {
    message: 'x',
    extensions: {
      code: 'FIELD_WITHHELD',
      coordinate: 'Person.photograph',
      item: 'PHOTOGRAPH',
      instrument: 'AZ-KZ-2019',
      clause,
    },
  };
}

describe('noteOf', () => {
  it('tells what was withheld from what went wrong', () => {
    const body = { data: {}, errors: [withheld('6(12)'), { extensions: { code: 'REFUSED' } }] };
    const note = noteOf({ status: 200, body, receipt: encode(receipt), proof: failed });
    expect(note.codes).toEqual(['REFUSED']);
    expect(note.withheld).toEqual([
      {
        coordinate: 'Person.photograph',
        item: 'PHOTOGRAPH',
        instrument: 'AZ-KZ-2019',
        clause: '6(12)',
      },
    ]);
    expect(note).toMatchObject({ receipt, proof: failed });
  });

  it.each([
    ['a basis', '5(1)(4);6(6)', '5(1)(4);6(6)'],
    ['several clauses', ['5(1)(4)', '6(6)'], '5(1)(4), 6(6)'],
    ['no basis', null, null],
    ['an empty list', [], null],
  ])('reads %s', (_name, clause, shown) => {
    const note = noteOf({
      status: 200,
      body: { errors: [withheld(clause)] },
      receipt: null,
      proof: null,
    });
    expect(note.withheld[0]?.clause).toBe(shown);
  });

  it.each([[null], ['text'], [{ errors: 'text' }], [{ errors: [null, 1] }]])(
    'shows %j without breaking',
    (body) => {
      const note = noteOf({ status: 500, body, receipt: null, proof: null });
      expect(note).toMatchObject({ status: 500, withheld: [], receipt: undefined });
    },
  );
});
