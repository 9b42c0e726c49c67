/** Article 3: statistical, legal and scientific-methodical information, and experience, for everybody to read. */
import { describe, expect, test } from 'vitest';
import { instrumentLaw, outcomeOf, typesBelow } from '../support/publications.js';
import { emittedSchema } from '../support/selections.js';

const KZ = { instrument: 'AZ-KZ-2019', publisher: 'KZ-MIA' };

describe('A-3.1(1) statistical, legal and scientific-methodical information', () => {
  test.each(['STATISTICS', 'LEGISLATION', 'METHOD', 'COMPARISON'])('%s under 3(1)(1)', (kind) => {
    expect(outcomeOf({ ...KZ, kind, clause: '3(1)(1)' })).toBe('NEW');
    expect(outcomeOf({ ...KZ, kind, clause: '3(1)(2)' })).toBe('UNKNOWN_CLAUSE');
  });

  test('no type that a publication leads to is a person, or leads to one', () => {
    const schema = emittedSchema();
    for (const root of ['PublicationConnection', 'Publication', 'PublicationAnswer']) {
      const below = typesBelow(schema, root);
      expect(below).toContain(root);
      expect(below.filter((name) => /Person|Subject|Case|Provision/.test(name))).toEqual([]);
    }
  });
});

describe('A-3.1(3) exchange of experience and practical help', () => {
  test.each(['EXPERIENCE', 'PRACTICE_NOTE'])('%s under 3(1)(3), which exchanges no law', (kind) => {
    expect(outcomeOf({ ...KZ, kind, clause: '3(1)(3)' })).toBe('NEW');
    expect(outcomeOf({ ...KZ, kind: 'LEGISLATION', clause: '3(1)(3)' })).toBe('UNKNOWN_CLAUSE');
  });

  test('what may be published stands in the instrument, each kind with its clause', () => {
    expect(instrumentLaw('AZ-KZ-2019')).toMatchObject({ EXPERIENCE: ['3(1)(3)'] });
    expect(instrumentLaw('EU-AZ-2014')).toEqual({});
  });
});
