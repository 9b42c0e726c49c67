/** Article 9(1) and 9(2): the request in writing, and what it must contain. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseStrictJson } from '../../src/base/index.js';
import {
  askedBack,
  documentBytes,
  documentDigest,
  draftFaults,
  outsideInstrument,
  type RequestDocument,
  readRequestDocument,
  refusingSigning,
} from '../../src/requests/index.js';
import { loadInstruments } from '../../src/treaty/index.js';
import { document } from '../rooms/requests/document/documents.js';

const instruments = loadInstruments();
const status = { notifications: { AZE: '2021-01-01', KAZ: '2021-07-01' } } as const;
const faultsOf = (draft: RequestDocument) =>
  draftFaults(draft, instruments.get(draft.instrument), { status, on: '2026-06-15' });

describe('A-9.1 the request is a written document', () => {
  test('what is stored reads back as what was signed', () => {
    const stored = documentBytes(document);
    const { document: read } = readRequestDocument(parseStrictJson(stored));
    expect(read && documentBytes(read)).toEqual(stored);
  });

  test('no byte of it can be another', () => {
    const bytes = documentBytes(document);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (place, change) => {
        const altered = Uint8Array.from(bytes);
        altered[place] = (altered[place] ?? 0) ^ change;
        const read = readBytes(altered);
        expect(read && documentDigest(read)).not.toBe(documentDigest(document));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('A-9.2 names of both bodies, substance, purpose with its justification', () => {
  const [purpose = { purpose: '', basis: '', justification: '' }] = document.purposes;
  const incomplete: readonly (readonly [string, Partial<RequestDocument>])[] = [
    ['requesting.name', { requesting: { ...document.requesting, name: '' } }],
    ['requested.name', { requested: { ...document.requested, name: '' } }],
    ['substance', { substance: '' }],
    ['purposes', { purposes: [] }],
    ['purposes[0].justification', { purposes: [{ ...purpose, justification: '' }] }],
    ['itemsWanted', { itemsWanted: [] }],
    ['subjects', { subjects: [] }],
  ];

  test.each(incomplete.map(([at, change]) => ({ at, change })))(
    'without $at it is not signed; arriving, it is asked back, not refused',
    ({ at, change }) => {
      const draft = { ...document, ...change };
      const faults = faultsOf(draft);
      expect(refusingSigning(faults).map((fault) => fault.at)).toContain(at);
      expect(readRequestDocument(draft).document).toEqual(draft);
      expect(askedBack(faults).map((fault) => fault.at)).toContain(at);
      expect(outsideInstrument(faults)).toEqual([]);
    },
  );

  test('what is missing is listed as a whole', () => {
    const changes = incomplete.filter(([at]) => at !== 'purposes').map(([, change]) => change);
    const empty = Object.assign({}, document, ...changes);
    expect(askedBack(faultsOf(empty)).map(({ at }) => at)).toEqual([
      'requesting.name',
      'requested.name',
      'purposes[0].justification',
      'substance',
      'itemsWanted',
      'subjects',
    ]);
  });

  test('other information is not asked for: the text lets it be left out', () => {
    expect(faultsOf({ ...document, otherInformation: null })).toEqual([]);
  });

  test('every purpose signs for the items it opens, and for no other', () => {
    for (const instrument of instruments.values()) {
      for (const [name, opens] of instrument.opens) {
        const stated = instrument.purposes.get(name);
        if (stated?.statedBy !== 'requesting') continue;
        const draft = {
          ...document,
          instrument: instrument.id,
          purposes: [{ purpose: name, basis: stated.clauses[0], justification: 'Необходимо.' }],
          itemsWanted: Object.keys(instrument.items),
        };
        const closed = refusingSigning(faultsOf(draft))
          .filter(({ code }) => code === 'ITEM_NOT_OPENED')
          .map(({ at }) => draft.itemsWanted[Number(/\d+/.exec(at)?.[0])]);
        expect(closed).toEqual(
          draft.itemsWanted.filter((item) => ![...opens.keys()].some((open) => open === item)),
        );
      }
    }
  });
});

function readBytes(bytes: Uint8Array): RequestDocument | null {
  try {
    return readRequestDocument(parseStrictJson(bytes)).document;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
