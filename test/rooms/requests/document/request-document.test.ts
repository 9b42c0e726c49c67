import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Json } from '../../../../src/base/index.js';
import { isNameScript, isPartialDate } from '../../../../src/register/index.js';
import { compileCheck } from '../../../../src/requests/document/check-message.js';
import { PARTIAL_DATE } from '../../../../src/requests/document/forms.js';
import { REQUEST_SCHEMA } from '../../../../src/requests/document/request-document.js';
import {
  documentBytes,
  documentDigest,
  MESSAGE_FAULTS,
  MESSAGE_SCHEMAS,
  readRequestDocument,
} from '../../../../src/requests/index.js';
import { aboutSubject, document, subject } from './documents.js';
import { acceptsBySchema } from './json-schema.js';

const faultsOf = (json: Json) => {
  const reading = readRequestDocument(json);
  return reading.document === null ? reading.faults : [];
};
const { aim: _, ...withoutAim } = document;

describe('reading a request', () => {
  it('takes a whole one, and one that has everything empty that may be', () => {
    const empty = {
      ...document,
      requesting: { ...document.requesting, unit: null, name: '' },
      letterhead: '',
      purposes: [],
      substance: '',
      itemsWanted: [],
      subjects: [],
    };
    expect(readRequestDocument(document)).toEqual({ document });
    expect(readRequestDocument(empty)).toEqual({ document: empty });
  });

  const named = (surname: string) =>
    aboutSubject({ names: [{ script: 'ru-Cyrl', surname, givenName: null, patronymic: null }] });
  const surname = 'subjects[0].names[0].surname';

  const malformed: readonly (readonly [what: string, Json, code: string, at: string])[] = [
    ['no object', [], 'WRONG_TYPE', ''],
    ['nothing', null, 'WRONG_TYPE', ''],
    ['a member left out', withoutAim, 'MISSING_MEMBER', 'aim'],
    ['a member too many', { ...document, secret: 1 }, 'UNKNOWN_MEMBER', '*'],
    [
      'a member too many inside',
      { ...document, requested: { ...document.requested, secret: 1 } },
      'UNKNOWN_MEMBER',
      'requested.*',
    ],
    [
      'a prototype',
      JSON.parse(`{"__proto__":{},${JSON.stringify(document).slice(1)}`),
      'UNKNOWN_MEMBER',
      '*',
    ],
    ['another version', { ...document, v: 2 }, 'WRONG_CODE', 'v'],
    ['another kind', { ...document, kind: 'ANSWER' }, 'WRONG_CODE', 'kind'],
    ['another aim', { ...document, aim: 'CURIOSITY' }, 'WRONG_CODE', 'aim'],
    ['an id in capitals', { ...document, id: document.id.toUpperCase() }, 'WRONG_FORM', 'id'],
    [
      'an id of version 1',
      { ...document, id: document.id.replace('-4d', '-1d') },
      'WRONG_FORM',
      'id',
    ],
    [
      'a basis that is no clause',
      { ...document, purposes: [{ ...document.purposes[0], basis: '6)' }] },
      'WRONG_FORM',
      'purposes[0].basis',
    ],
    [
      'a time without milliseconds',
      { ...document, writtenAt: '2026-06-15T09:00:00Z' },
      'WRONG_FORM',
      'writtenAt',
    ],
    [
      'a time of no day',
      { ...document, writtenAt: '2026-02-29T09:00:00.000Z' },
      'WRONG_FORM',
      'writtenAt',
    ],
    [
      '30 February',
      aboutSubject({ dateOfBirth: '1980-02-30' }),
      'WRONG_FORM',
      'subjects[0].dateOfBirth',
    ],
    [
      'numbers that do not count',
      { ...document, subjects: [subject, subject] },
      'WRONG_NUMBERING',
      'subjects[1].n',
    ],
    [
      'a number below one',
      { ...document, subjects: [{ ...subject, n: 0 }] },
      'OUT_OF_RANGE',
      'subjects[0].n',
    ],
    [
      'half a subject',
      { ...document, subjects: [{ ...subject, n: 1.5 }] },
      'WRONG_TYPE',
      'subjects[0].n',
    ],
    [
      '101 subjects',
      { ...document, subjects: Array.from({ length: 101 }, (_, i) => ({ ...subject, n: i + 1 })) },
      'TOO_MANY',
      'subjects',
    ],
    ['a long substance', { ...document, substance: 'а'.repeat(10_001) }, 'TOO_LONG', 'substance'],
    ['a name of 201 letters beyond the BMP', named('𐐀'.repeat(201)), 'TOO_LONG', surname],
    ['a nought in a name', named('Об\u0000разцов'), 'CONTROL_CHARACTER', surname],
    ['a line break in a name', named('Об\nразцов'), 'WRONG_FORM', surname],
    ['a right-to-left override in a name', named('Об\u202eразцов'), 'CONTROL_CHARACTER', surname],
    ['a zero-width space in a name', named('Об\u200bразцов'), 'CONTROL_CHARACTER', surname],
    ['half a surrogate pair', named('Об\ud800'), 'CONTROL_CHARACTER', surname],
    [
      'a bell in the substance',
      { ...document, substance: 'Просим\u0007' },
      'CONTROL_CHARACTER',
      'substance',
    ],
  ];
  test.each(malformed.map(([what, json, code, at]) => ({ what, json, fault: { code, at } })))(
    '$what: $fault.code',
    ({ json, fault }) => {
      expect(faultsOf(json)).toContainEqual(fault);
    },
  );

  it('has a case here for every code', () => {
    const seen = new Set(malformed.map(([, , code]) => code));
    expect(MESSAGE_FAULTS.filter((code) => !seen.has(code))).toEqual([]);
  });

  it('takes 200 letters beyond the BMP, line breaks in prose, and a clause with letters', () => {
    expect(faultsOf(named('𐐀'.repeat(200)))).toEqual([]);
    expect(faultsOf({ ...document, substance: 'Просим\nсообщить' })).toEqual([]);
    expect(
      faultsOf({
        ...document,
        purposes: [{ purpose: 'READMISSION', basis: '17(c)', justification: '' }],
      }),
    ).toEqual([]);
  });

  it('tells every fault at once', () => {
    expect(faultsOf({ ...document, v: 2, aim: 'X', language: 'fr' }).map(({ at }) => at)).toEqual([
      'v',
      'language',
      'aim',
    ]);
  });

  it('never throws, never quotes, whatever JSON it is given', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        expect(faultsOf(json as Json).length).toBeGreaterThan(0);
      }),
    );
    const secret = 'ТАЙНА';
    const told = JSON.stringify(
      faultsOf({ ...document, [secret]: secret, aim: secret, id: secret, language: secret }),
    );
    expect(told).not.toContain(secret);
  });

  it('knows only scripts that the register keeps names in', () => {
    const tags = ['ru-Cyrl', 'kk-Cyrl', 'az-Latn', 'az-Cyrl', 'und-Latn'];
    expect(tags.every(isNameScript)).toBe(true);
    const scripts = tags.map((script) => ({ ...subject.names[0], script }));
    expect(faultsOf({ ...document, subjects: [{ ...subject, names: scripts }] })).toEqual([]);
  });
});

describe('the schema of the message', () => {
  it.each(Object.entries(MESSAGE_SCHEMAS))('%s is committed as emitted', (file, text) => {
    const folder = new URL('../../../../schema/messages/', import.meta.url);
    expect(readFileSync(new URL(file, folder), 'utf8')).toBe(text);
  });

  const published = JSON.parse(MESSAGE_SCHEMAS['request.schema.json'] ?? '{}');

  /** The document with one place of it, at any depth, replaced, removed or added to. */
  const variants = fc
    .tuple(
      fc.nat(),
      fc.oneof(
        fc.constantFrom<Json>(
          null,
          '',
          1,
          0,
          -1,
          1.5,
          true,
          [],
          {},
          'ru',
          'AZ-SMS',
          '6(1)',
          '1984-02-29',
          '1983-02-29',
          '2026-06-15T09:00:00.000Z',
          'a\u0000',
          'a\nb',
          '\ufeff',
          'x'.repeat(201),
          'x'.repeat(10_001),
          Array.from({ length: 101 }, () => null),
        ),
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.jsonValue({ maxDepth: 1 }).map((value) => value as Json),
      ),
      fc.constantFrom('replace', 'remove', 'add'),
    )
    .map(([pick, value, way]) => change(document, { pick, value, way }));

  it('accepts exactly what the reader accepts', () => {
    const seen = { accepted: 0, refused: 0 };
    fc.assert(
      fc.property(variants, (json) => {
        const faults = faultsOf(json).filter(({ code }) => code !== 'WRONG_NUMBERING');
        expect(acceptsBySchema(published, json)).toBe(faults.length === 0);
        seen[faults.length === 0 ? 'accepted' : 'refused'] += 1;
      }),
      { numRuns: 3000 },
    );
    expect(seen.accepted).toBeGreaterThan(100);
    expect(seen.refused).toBeGreaterThan(100);
  });

  it('knows the dates of the real calendar, as the register does', () => {
    const isDate = compileCheck(PARTIAL_DATE);
    const parts = fc.tuple(fc.nat(2400), fc.nat(13), fc.nat(32), fc.integer({ min: 1, max: 3 }));
    fc.assert(
      fc.property(parts, ([year, month, day, length]) => {
        const digits = (value: number, width: number) => String(value).padStart(width, '0');
        const text = [digits(year, 4), digits(month, 2), digits(day, 2)].slice(0, length).join('-');
        expect(isDate(text).length === 0).toBe(isPartialDate(text));
      }),
      { numRuns: 5000 },
    );
  });

  it('describes no member that the reader does not read', () => {
    expect(published.properties).toEqual(JSON.parse(JSON.stringify(REQUEST_SCHEMA)).properties);
  });
});

describe('the bytes that are signed', () => {
  it('are canonical: one form whatever the order of members', () => {
    const turned = Object.fromEntries(Object.entries(document).reverse());
    const reading = readRequestDocument(turned);
    expect(reading.document && documentDigest(reading.document)).toBe(documentDigest(document));
  });

  it('have the digest SHA-256 gives', () => {
    const bytes = documentBytes(document);
    expect(Buffer.from(bytes).toString('utf8').startsWith('{"aim":"PREVENTION","id":"0b9f')).toBe(
      true,
    );
    expect(documentDigest(document)).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  it('differ for every document that differs', () => {
    expect(documentDigest({ ...document, aim: 'RIGHTS' })).not.toBe(documentDigest(document));
  });

  it('can be made of whatever was read', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (substance) => {
        const reading = readRequestDocument({ ...document, substance });
        if (reading.document !== null) {
          expect(documentDigest(reading.document)).toMatch(/^[0-9a-f]{64}$/);
        }
      }),
    );
  });
});

interface Change {
  readonly pick: number;
  readonly value: Json;
  readonly way: string;
}

function change(json: Json, { pick, value, way }: Change): Json {
  const places = placesOf(json);
  const place = places[pick % places.length] ?? [];
  return edit(json, place, (old) => {
    if (way === 'replace') return value;
    if (way === 'remove') return undefined;
    if (Array.isArray(old)) return [...old, value];
    return typeof old === 'object' && old !== null ? { ...old, added: value } : old;
  });
}

function placesOf(json: Json): readonly (readonly string[])[] {
  const below =
    typeof json === 'object' && json !== null
      ? Object.entries(json).flatMap(([name, member]) =>
          placesOf(member).map((place) => [name, ...place]),
        )
      : [];
  return [[], ...below];
}

function edit(
  json: Json,
  [name, ...rest]: readonly string[],
  by: (old: Json) => Json | undefined,
): Json {
  if (name === undefined) return by(json) ?? null;
  const entries = Object.entries(json ?? {}).flatMap(([key, member]) => {
    if (key !== name) return [[key, member] as const];
    const made = rest.length === 0 ? by(member) : edit(member, rest, by);
    return made === undefined ? [] : [[key, made] as const];
  });
  return Array.isArray(json) ? entries.map(([, member]) => member) : Object.fromEntries(entries);
}
