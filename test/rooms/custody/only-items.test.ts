/** What leaves is exactly what is named: of an answer, of the persons and the items of a scope. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../../src/base/index.js';
import {
  coordinatesTold,
  onlyItems,
  type Scope,
  struckOut,
  valuesIn,
} from '../../../src/custody/index.js';
import { COORDINATES_OF, ITEMS } from '../../../src/treaty/index.js';

const person = (n: number) => ({
  id: `request.${n}`,
  nameCyrillic: { surname: `NAME_CYRILLIC-${n}` },
  nameLatin: null,
  dateOfBirth: `DATE_OF_BIRTH-${n}`,
  nationalOfKAZ: `CITIZENSHIP_BELONGING-${n}`,
  documents: [{ number: `DOCUMENT-${n}`, kind: `DOCUMENT_DETAILS-${n}` }],
  registrations: [{ kind: `REGISTRATION-${n}`, place: `REGISTRATION_PLACE-${n}` }],
  unknown: `UNKNOWN-${n}`,
});
const answer = { data: { subjects: { edges: [1, 2].map((n) => ({ node: person(n) })) } } };
const held = valuesIn(answer);

/** The values that a text holds, as `ITEM-n`. */
const markersIn = (json: Parameters<typeof canonicalJson>[0]): readonly string[] =>
  [...canonicalJson(json).matchAll(/[A-Z_]+-[12]/g)].map(([marker]) => marker).sort();

const TOLD = [
  'NAME_CYRILLIC',
  'DATE_OF_BIRTH',
  'CITIZENSHIP_BELONGING',
  'DOCUMENT',
  'REGISTRATION',
];
const LED: Readonly<Record<string, string>> = {
  DOCUMENT_DETAILS: 'DOCUMENT',
  REGISTRATION_PLACE: 'REGISTRATION',
};
const namedBy = ({ subjects, items }: Scope): readonly string[] =>
  subjects
    .filter((n) => n <= 2)
    .flatMap((n) =>
      items
        .filter((item) => {
          const by = LED[item];
          return by === undefined ? TOLD.includes(item) : items.some((one) => one === by);
        })
        .map((item) => `${item}-${n}`),
    )
    .sort();

const scopes = fc.record({
  subjects: fc.uniqueArray(fc.integer({ min: 1, max: 3 })),
  items: fc.uniqueArray(fc.constantFrom(...ITEMS)),
});

describe('A-11.3 consent for two fields exports exactly two', () => {
  test('two items of one person', () => {
    const scope = { subjects: [1], items: ['NAME_CYRILLIC', 'DATE_OF_BIRTH'] } as const;
    const only = onlyItems(held, scope);
    expect(only).toEqual([
      {
        n: 1,
        values: { nameCyrillic: { surname: 'NAME_CYRILLIC-1' }, dateOfBirth: 'DATE_OF_BIRTH-1' },
      },
    ]);
    expect(only.map(coordinatesTold)).toEqual([['Person.dateOfBirth', 'Person.nameCyrillic']]);
  });

  test('whatever is named, that and nothing else', () => {
    fc.assert(
      fc.property(scopes, (scope) => {
        expect(markersIn(onlyItems(held, scope))).toEqual(namedBy(scope));
        const named = new Set<string>(scope.items.flatMap((item) => COORDINATES_OF[item]));
        for (const told of onlyItems(held, scope).flatMap(coordinatesTold)) {
          expect(named).toContain(told);
        }
      }),
    );
  });

  test('what is closed stays out, also where it is named', () => {
    fc.assert(
      fc.property(scopes, fc.array(scopes), (scope, closed) => {
        const shut = new Set(
          closed.flatMap(({ subjects, items }) =>
            subjects.flatMap((n) => items.map((item) => `${item}-${n}`)),
          ),
        );
        for (const marker of markersIn(onlyItems(held, scope, closed))) {
          expect(shut).not.toContain(marker);
        }
      }),
    );
  });
});

describe('A-11.5 an answer as it came is read without what was taken back', () => {
  test('whatever is closed, that and what it leads to is null, and nothing else', () => {
    fc.assert(
      fc.property(scopes, (closed) => {
        const struck = struckOut(answer, [closed]);
        const gone = markersIn(answer).filter((marker) => !markersIn(struck).includes(marker));
        const isGone = (item: string): boolean => {
          const by = LED[item];
          return closed.items.some((one) => one === item || one === by);
        };
        const meant = [...TOLD, ...Object.keys(LED)].filter(isGone);
        expect(gone.sort()).toEqual(
          closed.subjects
            .filter((n) => n <= 2)
            .flatMap((n) => meant.map((item) => `${item}-${n}`))
            .sort(),
        );
      }),
    );
  });

  test.each([null, 'text', { data: null }, { data: { subjects: { edges: 'x' } } }])(
    'what is no answer stays as it is: %j',
    (json) => {
      expect(struckOut(json, [{ subjects: [1], items: ['SEX'] }])).toEqual(json);
    },
  );
});
