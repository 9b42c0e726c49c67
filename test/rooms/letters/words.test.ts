import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../../../src/base/index.js';
import type { LetterGround } from '../../../src/letters/index.js';
import { REFUSAL_GROUNDS, type RefusalGround } from '../../../src/policy/index.js';
import { CODES, NAME_SCRIPTS } from '../../../src/register/index.js';
import { ITEMS } from '../../../src/treaty/index.js';
import { LETTER_KEYS, letterWords } from '../../../src/words/index.js';

/** Letters that only this language of ours uses, or its script; `№` is an office's own sign in three of them. */
const LETTERS: Readonly<Record<Language, RegExp>> = {
  ru: /^(?=.*[а-яё])[^әғқңөұүһі]+$/iu,
  en: /^[\x20-\x7e]+$/,
  az: /^[\x20-\x7e№əğıöüçşƏĞİÖÜÇŞ]+$/u,
  kk: /[а-яәғқңөұүһі]/iu,
};

/** What letters name, by the prefix of its key. */
const CODED = {
  ITEM_: ITEMS,
  GROUND_: REFUSAL_GROUNDS,
  SEX_: CODES.Sex,
  SCRIPT_: NAME_SCRIPTS,
  EVENT_: CODES.CitizenshipEventKind,
  USE_: CODES.DocumentUse,
  REGISTRATION_: CODES.RegistrationKind,
  PERMIT_: CODES.PermitKind,
  STATUS_: CODES.PermitStatus,
  BASIS_: CODES.WorkRightBasis,
  BAN_: CODES.EntryBanKind,
  STAGE_: CODES.LiabilityStage,
  BELONGING_: ['YES', 'NO', 'UNDETERMINED'],
  AIM_: ['PREVENTION', 'RIGHTS'],
};

// Both directions are assignable only while the policy room and the letters name the same grounds.
const bothWays: readonly [
  (ground: RefusalGround) => LetterGround,
  (ground: LetterGround) => RefusalGround,
] = [(ground) => ground, (ground) => ground];

const places = (text: string): readonly string[] =>
  [...text.matchAll(/\{\w+\}/g)].map(String).sort();
/** `№ {n}` has no letters, and is written alike in three languages. */
const SPOKEN = LETTER_KEYS.filter((key) => key !== 'NUMBER');

describe('A-15 every text of a letter exists in Russian and in the other languages', () => {
  it.each(LANGUAGES.flatMap((language) => SPOKEN.map((key) => [language, key] as const)))(
    '%s writes %s in its own letters',
    (language, key) => {
      const text = letterWords(language)[key];
      expect(text.trim()).toBe(text);
      expect(text.replace(/\{\w+\}|SHA-256/g, '') || text).toMatch(LETTERS[language]);
      expect(text).toBe(text.normalize('NFC'));
    },
  );

  it.each(SPOKEN)('A-15 no language borrows the text of another for %s', (key) => {
    expect(new Set(LANGUAGES.map((language) => letterWords(language)[key])).size).toBe(4);
  });

  it.each(LETTER_KEYS)('%s has the same places in every language', (key) => {
    for (const language of LANGUAGES) {
      expect(places(letterWords(language)[key])).toEqual(places(letterWords('ru')[key]));
    }
  });

  it.each(Object.entries(CODED))(
    'has words for every code after %s, and for no other',
    (prefix, codes) => {
      const known = LETTER_KEYS.filter((key) => key.startsWith(prefix));
      expect([...known].sort()).toEqual(codes.map((code) => `${prefix}${code}`).sort());
    },
  );

  it('A-10.4b knows the grounds of the policy room', () => {
    for (const ground of REFUSAL_GROUNDS) {
      expect(bothWays.map((same) => same(ground))).toEqual([ground, ground]);
    }
  });
});
