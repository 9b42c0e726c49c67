import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../src/base/index.js';
import {
  PUBLICATION_FAULTS,
  PUBLICATION_STATES,
  SOURCE_LANGUAGES,
} from '../../../src/publications/index.js';
import { PUBLICATION_KINDS } from '../../../src/treaty/index.js';
import { PUBLICATION_KEYS, publicationWords } from '../../../src/words/index.js';

describe('the words of publications', () => {
  it('name every code of the rooms, and none besides', () => {
    expect(PUBLICATION_KEYS).toMatchObject({
      ...{ KIND: PUBLICATION_KINDS, STATE: PUBLICATION_STATES },
      ...{ LANGUAGE: SOURCE_LANGUAGES, FAULT: PUBLICATION_FAULTS },
    });
  });

  it.each(LANGUAGES)('say each of them in %s, in words of its own', (language) => {
    for (const list of Object.keys(PUBLICATION_KEYS) as (keyof typeof PUBLICATION_KEYS)[]) {
      const texts: Readonly<Record<string, string>> = publicationWords(language)[list];
      const english: Readonly<Record<string, string>> = publicationWords('en')[list];
      expect(Object.keys(texts).sort()).toEqual([...PUBLICATION_KEYS[list]].sort());
      for (const [key, text] of Object.entries(texts)) {
        expect(text.trim()).not.toBe('');
        if (language !== 'en') expect(text).not.toBe(english[key]);
      }
    }
  });
});
