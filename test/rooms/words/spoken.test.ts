import { readdirSync, readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { AUDIT_FAULTS, LANGUAGES, type Language } from '../../../src/base/index.js';
import { az as azClauses } from '../../../src/words/clauses/az.js';
import { en as enClauses } from '../../../src/words/clauses/en.js';
import { CLAUSE_KEYS } from '../../../src/words/clauses/keys.js';
import { kk as kkClauses } from '../../../src/words/clauses/kk.js';
import { ru as ruClauses } from '../../../src/words/clauses/ru.js';
import { pageWords, terminalWords } from '../../../src/words/index.js';
import { az } from '../../../src/words/page/az.js';
import { en } from '../../../src/words/page/en.js';
import { PAGE_KEYS } from '../../../src/words/page/keys.js';
import { kk } from '../../../src/words/page/kk.js';
import { ru } from '../../../src/words/page/ru.js';
import type { Places } from '../../../src/words/spoken.js';
import { az as azTerminal } from '../../../src/words/terminal/az.js';
import { az as azCommands } from '../../../src/words/terminal/commands/az.js';
import { en as enCommands } from '../../../src/words/terminal/commands/en.js';
import { COMMAND_KEYS } from '../../../src/words/terminal/commands/keys.js';
import { kk as kkCommands } from '../../../src/words/terminal/commands/kk.js';
import { ru as ruCommands } from '../../../src/words/terminal/commands/ru.js';
import { en as enTerminal } from '../../../src/words/terminal/en.js';
import { TERMINAL_KEYS } from '../../../src/words/terminal/keys.js';
import { kk as kkTerminal } from '../../../src/words/terminal/kk.js';
import { az as azLines } from '../../../src/words/terminal/lines/az.js';
import { en as enLines } from '../../../src/words/terminal/lines/en.js';
import { LINE_KEYS } from '../../../src/words/terminal/lines/keys.js';
import { kk as kkLines } from '../../../src/words/terminal/lines/kk.js';
import { ru as ruLines } from '../../../src/words/terminal/lines/ru.js';
import { az as azParts } from '../../../src/words/terminal/parts/az.js';
import { en as enParts } from '../../../src/words/terminal/parts/en.js';
import { PART_KEYS } from '../../../src/words/terminal/parts/keys.js';
import { kk as kkParts } from '../../../src/words/terminal/parts/kk.js';
import { ru as ruParts } from '../../../src/words/terminal/parts/ru.js';
import { az as azPlaces } from '../../../src/words/terminal/places/az.js';
import { en as enPlaces } from '../../../src/words/terminal/places/en.js';
import { PLACE_KEYS } from '../../../src/words/terminal/places/keys.js';
import { kk as kkPlaces } from '../../../src/words/terminal/places/kk.js';
import { ru as ruPlaces } from '../../../src/words/terminal/places/ru.js';
import { ru as ruTerminal } from '../../../src/words/terminal/ru.js';
import { az as azUsage } from '../../../src/words/terminal/usage/az.js';
import { en as enUsage } from '../../../src/words/terminal/usage/en.js';
import { USAGE_KEYS } from '../../../src/words/terminal/usage/keys.js';
import { kk as kkUsage } from '../../../src/words/terminal/usage/kk.js';
import { ru as ruUsage } from '../../../src/words/terminal/usage/ru.js';
import { LETTERS } from './letters-of.js';
import { pluralsIn, valuesIn, wordsIn } from './messages.js';

interface Catalogue {
  readonly name: string;
  readonly keys: Places;
  readonly texts: Readonly<Record<Language, Readonly<Record<string, string>>>>;
  /** The folders where its texts are said; none where another test looks for that. */
  readonly said: readonly string[];
  /** Whether it has counts. */
  readonly counts: boolean;
  /** Words that languages may have in common. */
  readonly borrows: boolean;
  /** Keys that are codes, which no source names one by one. */
  readonly codes: readonly string[];
}

const CATALOGUES: readonly Catalogue[] = [
  {
    name: 'pages',
    keys: PAGE_KEYS,
    texts: { ru, en, az, kk },
    said: ['../../../src/console/page/'],
    codes: [],
    counts: true,
    borrows: false,
  },
  {
    name: 'terminal',
    keys: TERMINAL_KEYS,
    texts: { ru: ruTerminal, en: enTerminal, az: azTerminal, kk: kkTerminal },
    said: ['../../../src/cli/'],
    codes: AUDIT_FAULTS,
    counts: true,
    borrows: false,
  },
  {
    name: 'command line',
    keys: USAGE_KEYS,
    texts: { ru: ruUsage, en: enUsage, az: azUsage, kk: kkUsage },
    said: ['../../../src/', '../../../src/cli/'],
    codes: [],
    counts: true,
    borrows: false,
  },
  {
    name: 'lines of the commands',
    keys: LINE_KEYS,
    texts: { ru: ruLines, en: enLines, az: azLines, kk: kkLines },
    ...{ said: ['../../../src/cli/'], codes: [], counts: true, borrows: false },
  },
  {
    name: 'clauses',
    keys: CLAUSE_KEYS,
    texts: { ru: ruClauses, en: enClauses, az: azClauses, kk: kkClauses },
    said: ['../../../src/words/', '../../../src/cli/', '../../../src/letters/'],
    codes: [],
    counts: false,
    borrows: false,
  },
  {
    name: 'commands',
    keys: COMMAND_KEYS,
    texts: { ru: ruCommands, en: enCommands, az: azCommands, kk: kkCommands },
    ...{ said: [], codes: [], counts: false, borrows: false },
  },
  {
    name: 'options and arguments',
    keys: PART_KEYS,
    texts: { ru: ruParts, en: enParts, az: azParts, kk: kkParts },
    ...{ said: [], codes: [], counts: false, borrows: false },
  },
  {
    name: 'places of help',
    keys: PLACE_KEYS,
    texts: { ru: ruPlaces, en: enPlaces, az: azPlaces, kk: kkPlaces },
    ...{ said: [], codes: [], counts: false, borrows: true },
  },
];

describe.each(CATALOGUES)('A-15 every text of the $name', (catalogue) => {
  const { keys, texts, said, codes, counts, borrows } = catalogue;
  const names = Object.keys(keys);
  const textOf = (language: Language, key: string) => texts[language][key] ?? '';

  it.each(LANGUAGES)(
    'A-15 is there in %s, in its own letters, with the same places',
    (language) => {
      expect(Object.keys(texts[language]).sort()).toEqual([...names].sort());
      for (const key of names) {
        const text = textOf(language, key);
        expect([...valuesIn(text, language)].sort(), key).toEqual([...(keys[key] ?? [])].sort());
        if (!borrows) expect(wordsIn(text, language), key).toMatch(LETTERS[language]);
        expect(text, key).toBe(text.normalize('NFC').trim());
      }
    },
  );

  it.skipIf(borrows)('A-15 is no other language’s', () => {
    for (const key of names) {
      expect(new Set(LANGUAGES.map((language) => textOf(language, key))).size, key).toBe(4);
    }
  });

  it.each(LANGUAGES)(
    'A-15 has for a count in %s each plural form of the language, and none besides',
    (language) => {
      const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
      const plurals = names.flatMap((key) => pluralsIn(textOf(language, key), language));
      expect(plurals.length > 0).toBe(counts);
      for (const plural of plurals) {
        expect(plural.filter((form) => !form.startsWith('=')).sort()).toEqual([...forms].sort());
      }
    },
  );

  it.skipIf(said.length === 0)('is said somewhere', () => {
    const sources = said
      .map((path) => new URL(path, import.meta.url))
      .flatMap((folder) =>
        readdirSync(folder)
          .filter((name) => name.endsWith('.ts'))
          .map((name) => readFileSync(new URL(name, folder), 'utf8')),
      )
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
