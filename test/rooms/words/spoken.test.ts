import { readdirSync, readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { AUDIT_FAULTS, LANGUAGES, type Language } from '../../../src/base/index.js';
import { pageWords, terminalWords } from '../../../src/words/index.js';
import { az } from '../../../src/words/page/az.js';
import { en } from '../../../src/words/page/en.js';
import { PAGE_KEYS } from '../../../src/words/page/keys.js';
import { kk } from '../../../src/words/page/kk.js';
import { ru } from '../../../src/words/page/ru.js';
import type { Places } from '../../../src/words/spoken.js';
import { az as azTerminal } from '../../../src/words/terminal/az.js';
import { en as enTerminal } from '../../../src/words/terminal/en.js';
import { TERMINAL_KEYS } from '../../../src/words/terminal/keys.js';
import { kk as kkTerminal } from '../../../src/words/terminal/kk.js';
import { ru as ruTerminal } from '../../../src/words/terminal/ru.js';
import { LETTERS } from './letters-of.js';
import { pluralsIn, valuesIn, wordsIn } from './messages.js';

interface Catalogue {
  readonly name: string;
  readonly keys: Places;
  readonly texts: Readonly<Record<Language, Readonly<Record<string, string>>>>;
  /** Where its texts are said. */
  readonly said: string;
  /** Keys that are codes, which no source names one by one. */
  readonly codes: readonly string[];
}

const CATALOGUES: readonly Catalogue[] = [
  {
    name: 'pages',
    keys: PAGE_KEYS,
    texts: { ru, en, az, kk },
    said: '../../../src/console/page/',
    codes: [],
  },
  {
    name: 'terminal',
    keys: TERMINAL_KEYS,
    texts: { ru: ruTerminal, en: enTerminal, az: azTerminal, kk: kkTerminal },
    said: '../../../src/cli/',
    codes: AUDIT_FAULTS,
  },
];

describe.each(CATALOGUES)('A-15 every text of the $name', ({ keys, texts, said, codes }) => {
  const names = Object.keys(keys);
  const textOf = (language: Language, key: string) => texts[language][key] ?? '';

  it.each(LANGUAGES)(
    'A-15 is there in %s, in its own letters, with the same places',
    (language) => {
      expect(Object.keys(texts[language]).sort()).toEqual([...names].sort());
      for (const key of names) {
        const text = textOf(language, key);
        expect([...valuesIn(text, language)].sort(), key).toEqual([...(keys[key] ?? [])].sort());
        expect(wordsIn(text, language), key).toMatch(LETTERS[language]);
        expect(text, key).toBe(text.normalize('NFC').trim());
      }
    },
  );

  it('A-15 is no other language’s', () => {
    for (const key of names) {
      expect(new Set(LANGUAGES.map((language) => textOf(language, key))).size, key).toBe(4);
    }
  });

  it.each(LANGUAGES)(
    'A-15 has for a count in %s each plural form of the language, and none besides',
    (language) => {
      const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
      const plurals = names.flatMap((key) => pluralsIn(textOf(language, key), language));
      expect(plurals.length).toBeGreaterThan(0);
      for (const plural of plurals) {
        expect(plural.filter((form) => !form.startsWith('=')).sort()).toEqual([...forms].sort());
      }
    },
  );

  it('is said somewhere', () => {
    const folder = new URL(said, import.meta.url);
    const sources = readdirSync(folder)
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(new URL(name, folder), 'utf8'))
      .join();
    const unsaid = names.filter((key) => !sources.includes(`'${key}'`));
    expect(unsaid.filter((key) => !codes.includes(key))).toEqual([]);
  });
});

describe('counts', () => {
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
  ])('A-15 in %s of %i fields: %s', (language, count, text) => {
    expect(pageWords(language)('WITHHELD_COUNT', { count })).toBe(text);
  });

  it.each([
    [1, 'вам доступно 1 дело'],
    [2, 'вам доступны 2 дела'],
    [12, 'вам доступно 12 дел'],
  ])('A-15 in Russian of %i cases: %s', (count, text) => {
    expect(terminalWords('ru')('CASES_SEEN', { count })).toBe(text);
  });
});

describe('places', () => {
  it('take nothing for markup or for a place', () => {
    const said = pageWords('en')('GATEWAY_SAYS', { code: '<b>{count}</b>' });
    expect(said).toBe('The gateway says <b>{count}</b>.');
  });

  it('are those of an ICU message, or there is none', () => {
    expect(() => new IntlMessageFormat('{count, plural, one {#}', 'en')).toThrow(SyntaxError);
  });
});
