import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedKeys, NAME_SCRIPTS, nameKeys, swappedKeys } from '../../../../src/register/index.js';

const kept = (surname: string) => nameKeys({ surname }).map((keys) => keys.surname);
const asked = (surname: string) => askedKeys({ surname }).surnames;

describe('one name, however it is written, is found by one key', () => {
  it.each([
    [['Алиев', 'Алиева', 'Əliyev', 'Əliyeva', 'Әлијев', 'ALIYEV', 'Aliev', 'ELIYEV', 'Alijev']],
    [['Қасымов', 'Касымов', 'Касумов', 'Qasımov', 'Гасымов', 'KASYMOV', 'Qasymov', 'Kassymov']],
    [['Cəfərov', 'Ҹәфәров', 'Джафаров', 'JAFAROV', 'Djafarov', 'DZHAFAROV', 'CEFEROV']],
    [['Hüseynov', 'Һүсејнов', 'Гусейнов', 'HUSEYNOV', 'Guseinov', 'HUESEYNOV']],
    [['Məmmədov', 'Мәммәдов', 'Мамедов', 'MAMMADOV', 'Mamedov', 'MEMMEDOV']],
    [['Жұмабаев', 'Жумабаев', 'ZHUMABAYEV', 'Jūmabaev', 'Zhumabaev']],
    [['Тілеубергенов', 'Тлеубергенов', 'TLEUBERGENOV', 'Tileubergenov']],
    [['Щербаков', 'SHCHERBAKOV', 'Scherbakov']],
    [['Şükürov', 'Шукуров', 'SHUKUROV', 'SUKUROV']],
    [['Еңсебаев', 'Енсебаев', 'Yengsebayev', 'ENSEBAEV']],
    [['Цой', 'TSOI', 'Tsoy', 'TCOI']],
    [['Əli-zadə', 'Ализаде', 'ALIZADE']],
  ])('%j', (spellings) => {
    const first = kept(spellings[0] ?? '');
    expect(first).toHaveLength(1);
    for (const spelling of spellings) expect(kept(spelling)).toContain(first[0]);
    for (const spelling of spellings) expect(asked(spelling)).toContain(first[0]);
  });

  it.each([
    ['Юсупов', 'JUSUPOV', 'j as й'],
    ['İshaqov', 'ISHAGOV', 's and h as letters'],
    ['Максимов', 'MAXIMOV', 'x as two'],
    ['Мукашев', 'MOUKACHEV', 'the French manner'],
    ['Гиреев', 'GUIREEV', 'the French manner'],
  ])('%s is asked for as %s: %s', (registered, spoken) => {
    const [key] = kept(registered);
    expect(asked(spoken)).toContain(key);
  });

  it.each([
    ['Алиев', 'Мамедов'],
    ['Қасымов', 'Қасенов'],
    ['Оспанов', 'Спанов'],
    ['Серік', 'Берік'],
  ])('%s is not %s', (a, b) => {
    expect(kept(a)).not.toEqual(kept(b));
  });
});

describe('patronymics', () => {
  const father = (patronymic: string) =>
    nameKeys({ surname: patronymic, patronymic }).map((keys) => keys.patronymic);
  it.each([
    [['Elçin oğlu', 'Elçin', 'Эльчин оглы', 'Эльчинович', 'ELCHIN OGLY', 'Елчин оғлу']],
    [['Elçin qızı', 'Эльчин кызы', 'Эльчиновна', 'ELCHIN GIZI', 'Елчин гызы']],
    [['Нұрланұлы', 'Нурланулы', 'Нурланович', 'NURLANULY', 'Nūrlanūly']],
    [['Нұрланқызы', 'Нурланкызы', 'Нурлановна', 'NURLANKYZY', 'Nurlanqyzy']],
    [['Ильич', 'Ильинична', 'ILICH']],
    [['Юрьевич', 'Юрьевна', 'IUREVICH']],
    [['Əli oğlu', 'Алиевич', 'Али оглы']],
  ])('%j name one father', (forms) => {
    expect(new Set(forms.flatMap(father)).size).toBe(1);
  });

  it('an ending alone is a name', () => {
    expect(father('Кули')).toEqual(father('Qulu'));
    expect(father('Оглы')).not.toEqual(['']);
  });
});

it.each([
  ['krdv', ['rkdv', 'kdrv', 'krvd']],
  ['mmdv', ['mdmv', 'mmvd']],
  ['k', []],
  ['', []],
])('%s may have been meant by %j', (key, slips) => {
  expect(swappedKeys(key)).toEqual(slips);
});

describe('parts', () => {
  it('a given name of several words is found whole and by its first', () => {
    const whole = nameKeys({ surname: 'Есімов', givenName: 'Нұр Сұлтан' });
    const joined = nameKeys({ surname: 'Есімов', givenName: 'Нұрсұлтан' });
    expect(whole.map(({ givenName }) => givenName)).toContain(joined[0]?.givenName);
    expect(askedKeys({ givenName: 'RASHAD ELCHIN OGLU' }).givenNames).toContain(
      nameKeys({ givenName: 'Rəşad' })[0]?.givenName,
    );
  });

  it('what nobody can say has no key', () => {
    expect(nameKeys({})).toEqual([]);
    expect(nameKeys({ surname: '李', givenName: ' - ' })).toEqual([]);
    expect(askedKeys({ surname: '\u0000\u202e' }).surnames).toEqual([]);
  });

  it('letters of another script that look the same are read as those of the word', () => {
    // Latin A, e, o in a Cyrillic word.
    expect(kept('Aлиeв')).toEqual(kept('Алиев'));
    expect(kept('Cоколoв')).toEqual(kept('Соколов'));
  });

  it('keys hold small letters alone and are no longer than the name may be, whatever comes', () => {
    const scripts = fc.option(fc.constantFrom(...NAME_SCRIPTS), { nil: undefined });
    const text = fc.string({ unit: 'binary', maxLength: 300 });
    fc.assert(
      fc.property(text, text, scripts, (surname, givenName, script) => {
        const names = { surname, givenName, script };
        const keys = [
          ...nameKeys(names).flatMap((found) => Object.values(found)),
          ...Object.values(askedKeys(names)).flat(),
        ];
        for (const key of keys) expect(key).toMatch(/^[a-z]{0,200}$/);
      }),
    );
  });

  it('what is registered is found by its own letters', () => {
    const name = fc.string({
      unit: fc.constantFrom(...'абвгдежзийклмнопрстуфхцчшщыэюяәғқңөұүһі'),
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(name, (surname) => {
        for (const keys of nameKeys({ surname })) {
          expect(askedKeys({ surname }).surnames).toContain(keys.surname);
        }
      }),
    );
  });
});
