/** A-15 The client's example page speaks ru, en, az and kk. */
import { describe, expect, it } from 'vitest';
import { CATALOGUES, languageFor, receiptWords } from '../../client/example/words.js';
import { LANGUAGES } from '../../src/base/index.js';
import { LETTERS } from '../rooms/words/letters-of.js';

/** Every text of a language; those with places are filled by signs that no language has. */
function textsOf(language: (typeof LANGUAGES)[number]): readonly string[] {
  const { columns, states, noClause, noAnswer, verified, ...plain } = CATALOGUES[language];
  return [
    ...Object.values(plain),
    ...columns,
    ...Object.values(states),
    noClause('#1'),
    noAnswer('#1'),
    verified('#1', '#2'),
  ];
}

describe('the words of the example', () => {
  it.each(LANGUAGES)('A-15 %s says every text in its own letters', (language) => {
    for (const text of textsOf(language)) expect(text).toMatch(LETTERS[language]);
  });

  it('A-15 no language borrows the text of another, and each fills the same places', () => {
    const [first = [], ...others] = LANGUAGES.map(textsOf);
    for (const [at, text] of first.entries()) {
      const said = [text, ...others.map((each) => each[at] ?? '')];
      expect(new Set(said).size, text).toBe(LANGUAGES.length);
      for (const each of said)
        expect(each.match(/#\d/g)?.sort()).toEqual(text.match(/#\d/g)?.sort());
    }
  });

  it.each([
    [['az-Latn-AZ', 'en'], 'az'],
    [['fr-BE', 'kk-KZ'], 'kk'],
    [['nl'], 'en'],
    [[], 'en'],
  ])('for %j it is %s', (preferred, language) => {
    expect(languageFor(preferred)).toBe(language);
  });

  it('says of a receipt what was found', () => {
    const words = CATALOGUES.ru;
    expect(receiptWords({ state: 'none' }, words)).toBe(words.noReceipt);
  });
});
