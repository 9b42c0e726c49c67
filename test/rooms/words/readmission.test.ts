import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../../../src/base/index.js';
import { READMISSION_FAULT_CODES } from '../../../src/graph/readmission/faults.js';
import { READMISSION_WARNINGS } from '../../../src/readmission/index.js';
import { READMISSION_KEYS, readmissionWords } from '../../../src/words/index.js';

const OWNED = { FAULT: READMISSION_FAULT_CODES, WARNING: READMISSION_WARNINGS };
const LISTS = ['FAULT', 'WARNING'] as const;

/** Letters that only this language of ours uses, or its script; a clause is the same in all. */
const LETTERS: Readonly<Record<Language, RegExp>> = {
  ru: /^(?=.*[а-яё])[^әғқңөұүһі]+$/iu,
  en: /^[\x20-\x7e]+$/,
  az: /^[\x20-\x7eəğıöüçşƏĞİÖÜÇŞ]+$/u,
  kk: /[әғқңөұүһі]/iu,
};

describe('A-15, B-4c what is warned about and what stands in the way has its sentence in four languages', () => {
  it.each(LISTS)('the catalogue has each code of %s, and none besides', (list) => {
    expect([...READMISSION_KEYS[list]].sort()).toEqual([...OWNED[list]].sort());
  });

  it.each(LANGUAGES)('%s says each in a sentence of its own letters, none twice', (language) => {
    const words = readmissionWords(language);
    const texts = LISTS.flatMap((list) => Object.values(words[list]));
    for (const text of texts) {
      expect(text).toMatch(/^\S.*\.$/u);
      expect(text).toMatch(LETTERS[language]);
      expect(text).toBe(text.normalize('NFC'));
    }
    expect(new Set(texts).size).toBe(texts.length);
  });
});
