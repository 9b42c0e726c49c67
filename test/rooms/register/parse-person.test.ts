import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINE_FAULTS, parsePerson } from '../../../src/register/index.js';
import { FAULTY_LINES } from '../../cases/faulty-lines.js';

const FIELD = /^(?:[A-Za-z]+(?:\[\d+\])?(?:\.(?:[A-Za-z]+(?:\[\d+\])?|\*))*|\*)?$/;

describe('a faulty line', () => {
  it.each(FAULTY_LINES)('$name: $code at "$field"', ({ line, code, field }) => {
    expect(parsePerson(line)).toEqual({ fault: { code, field } });
  });

  it('meets every code that a line of text can have', () => {
    const met = new Set(FAULTY_LINES.map(({ code }) => code));
    expect(LINE_FAULTS.filter((code) => !met.has(code))).toEqual(['NOT_UTF8']);
  });

  it('A-11.4: is told by a code and a path of known fields, never by anything of it', () => {
    const secret = fc.string({ minLength: 6, unit: 'grapheme' }).map((text) => `§${text}§`);
    const line = secret.chain((value) =>
      fc.constantFrom(
        JSON.stringify({ id: 'A', [value]: 1 }),
        JSON.stringify({ id: 'A', sex: value }),
        JSON.stringify({ id: 'A', dateOfBirth: value }),
        JSON.stringify({ id: 'A', documents: [{ [value]: value }] }),
        JSON.stringify({ id: 'A', citizenships: [{ country: value }] }),
        JSON.stringify({ id: 'A', photograph: { content: value, mediaType: value } }),
        `{"id":"A","placeOfBirth":${value}}`,
        JSON.stringify(value),
      ),
    );
    fc.assert(
      fc.property(line, (text) => {
        const { fault } = parsePerson(text);
        expect(fault).toBeDefined();
        expect(LINE_FAULTS).toContain(fault?.code);
        expect(fault?.field).toMatch(FIELD);
      }),
    );
  });

  it('never throws, whatever stands in it', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.json().map((json) => `{"id":"A","permits":${json}}`),
        ),
        (text) => {
          expect(parsePerson(text)).toBeTypeOf('object');
        },
      ),
    );
  });
});

describe('a good line', () => {
  it('needs nothing but an id', () => {
    expect(parsePerson('{"id":"K-1"}')).toEqual({ person: { id: 'K-1' } });
  });

  it('tells none from unknown', () => {
    expect(parsePerson('{"id":"K-1","permits":[],"documents":null}')).toEqual({
      person: { id: 'K-1', permits: [] },
    });
  });

  it.each([
    ['{"id":"A","sex":"MALE"}', '{"sex":"MALE","id":"A"}'],
    ['{"id":"A"}', '{"id":"A","photograph":null,"protected":false}'],
    [
      '{"id":"A","documents":[{"number":"1","series":"N"}]}',
      '{"id":"A","documents":[{"refugee":false,"series":"N","number":"1","kind":null}]}',
    ],
  ])('%s is the same content as %s', (one, other) => {
    expect(JSON.stringify(parsePerson(one))).toBe(JSON.stringify(parsePerson(other)));
  });

  it('keeps a name as it was written', () => {
    const nameLatin = { surname: 'Ə̈liyev-Şükürlü', givenName: 'O’Neil  İ', patronymic: "d'Arc" };
    expect(parsePerson(JSON.stringify({ id: 'A', nameLatin })).person?.nameLatin).toEqual(
      nameLatin,
    );
  });
});
