import { describe, expect, it } from 'vitest';
import {
  ANSWER_CODES,
  DOCUMENT_REASONS,
  ERROR_CODES,
  LANGUAGES,
  type Language,
} from '../../../src/base/index.js';
import type { WithholdReason } from '../../../src/policy/index.js';
import { say, WITHHOLD_KEYS, type WithholdKey } from '../../../src/words/index.js';

const KEYS = [...ERROR_CODES, ...ANSWER_CODES, ...DOCUMENT_REASONS, ...WITHHOLD_KEYS];

// Both directions are assignable only while the policy room and the catalogues name the same reasons.
const bothWays: readonly [
  (reason: WithholdReason) => WithholdKey,
  (key: WithholdKey) => WithholdReason,
] = [(reason) => reason, (key) => key];

/** Letters that only this language of ours uses, or its script; English has none of them. */
const LETTERS: Readonly<Record<Language, RegExp>> = {
  ru: /^(?=.*[а-яё])[^әғқңөұүһі]+$/iu,
  en: /^[\x20-\x7e]+$/,
  az: /^[\x20-\x7eəğıöüçşƏĞİÖÜÇŞ]+$/u,
  kk: /[а-яәғқңөұүһі]/iu,
};

describe('A-15 every text the exchange shows exists in Russian and in the other languages', () => {
  it.each(LANGUAGES.flatMap((language) => KEYS.map((key) => [language, key] as const)))(
    '%s says %s in its own letters',
    (language, key) => {
      const text = say(language, key);
      expect(text).toMatch(/^\S.*\.$/u);
      expect(text).toMatch(LETTERS[language]);
      expect(text).toBe(text.normalize('NFC'));
    },
  );

  it.each(KEYS)('A-15 no language borrows the text of another for %s', (key) => {
    expect(new Set(LANGUAGES.map((language) => say(language, key))).size).toBe(LANGUAGES.length);
  });

  it.each(LANGUAGES)('A-15 no two keys share a text in %s', (language) => {
    expect(new Set(KEYS.map((key) => say(language, key))).size).toBe(KEYS.length);
  });

  it('has a key for every reason of the policy room', () => {
    for (const key of WITHHOLD_KEYS) {
      expect(bothWays.map((same) => same(key))).toEqual([key, key]);
    }
  });
});
