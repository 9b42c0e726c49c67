import { readdirSync, readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../../../src/base/index.js';
import { pageWords } from '../../../src/words/index.js';
import { az } from '../../../src/words/page/az.js';
import { en } from '../../../src/words/page/en.js';
import { PAGE_KEYS, type PageCatalogue, type PageKey } from '../../../src/words/page/keys.js';
import { kk } from '../../../src/words/page/kk.js';
import { ru } from '../../../src/words/page/ru.js';
import { LETTERS } from './letters-of.js';
import { pluralsIn, valuesIn, wordsIn } from './messages.js';

const CATALOGUES: Readonly<Record<Language, PageCatalogue>> = { ru, en, az, kk };
const KEYS = Object.keys(PAGE_KEYS) as readonly PageKey[];

describe('A-15 every text of the console’s pages exists in Russian and in the other languages', () => {
  it.each(LANGUAGES)(
    'A-15 %s has every text, in its own letters, with the same places',
    (language) => {
      expect(Object.keys(CATALOGUES[language]).sort()).toEqual([...KEYS].sort());
      for (const key of KEYS) {
        const text = CATALOGUES[language][key];
        expect([...valuesIn(text, language)].sort(), key).toEqual([...PAGE_KEYS[key]].sort());
        expect(wordsIn(text, language), key).toMatch(LETTERS[language]);
        expect(text, key).toBe(text.normalize('NFC').trim());
      }
    },
  );

  it('has no text that the pages do not say', () => {
    const folder = new URL('../../../src/console/page/', import.meta.url);
    const sources = readdirSync(folder)
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(new URL(name, folder), 'utf8'))
      .join();
    expect(KEYS.filter((key) => !sources.includes(`'${key}'`))).toEqual([]);
  });

  it.each(KEYS)('A-15 no language borrows the text of another for %s', (key) => {
    expect(new Set(LANGUAGES.map((language) => CATALOGUES[language][key])).size).toBe(4);
  });

  it.each(LANGUAGES)(
    'A-15 a count in %s has every plural form of the language, and none besides',
    (language) => {
      const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
      const plurals = KEYS.flatMap((key) => pluralsIn(CATALOGUES[language][key], language));
      expect(plurals.length).toBeGreaterThan(0);
      for (const plural of plurals) {
        expect(plural.filter((form) => !form.startsWith('=')).sort()).toEqual([...forms].sort());
      }
    },
  );

  it.each<[Language, number, string]>([
    ['ru', 0, 'раскрыто всё'],
    ['ru', 1, 'не раскрыто 1 поле'],
    ['ru', 3, 'не раскрыты 3 поля'],
    ['ru', 11, 'не раскрыто 11 полей'],
    ['ru', 21, 'не раскрыто 21 поле'],
    ['en', 1, '1 field withheld'],
    ['en', 2, '2 fields withheld'],
    ['az', 5, '5 sahə açıqlanmayıb'],
    ['kk', 5, '5 өріс ашылмады'],
  ])('says in %s of %i fields: %s', (language, count, said) => {
    expect(pageWords(language)('WITHHELD_COUNT', { count })).toBe(said);
  });

  it('takes nothing that is put into a place for markup or a place', () => {
    const said = pageWords('en')('GATEWAY_SAYS', { code: '<b>{count}</b>' });
    expect(said).toBe('The gateway says <b>{count}</b>.');
  });

  it('refuses what is no ICU message', () => {
    expect(() => new IntlMessageFormat('{count, plural, one {#}', 'en')).toThrow(SyntaxError);
  });
});
