import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { latinOf, NAME_SCRIPTS, scriptOf } from '../../../../src/register/index.js';

describe('Latin of a machine readable document, by the declared table', () => {
  it.each([
    // ICAO Doc 9303-3, Russian: every letter of the alphabet.
    { script: 'ru-Cyrl', name: 'абвгдеёжзийклмноп', latin: 'ABVGDEEZHZIIKLMNOP' },
    { script: 'ru-Cyrl', name: 'рстуфхцчшщъыьэюя', latin: 'RSTUFKHTSCHSHSHCHIEYEIUIA' },
    { script: 'ru-Cyrl', name: 'Щербаков', latin: 'SHCHERBAKOV' },
    { script: 'ru-Cyrl', name: 'Подъячева', latin: 'PODIEIACHEVA' },
    { script: 'ru-Cyrl', name: 'Мельников-Цой', latin: 'MELNIKOV TSOI' },
    // The nine Kazakh letters, and a name with several of them.
    { script: 'kk-Cyrl', name: 'ӘҒҚҢӨҰҮҺІ', latin: 'AGKNOUUHI' },
    { script: 'kk-Cyrl', name: 'Жұмабаев', latin: 'ZHUMABAEV' },
    { script: 'kk-Cyrl', name: 'Өмірзақұлы', latin: 'OMIRZAKULY' },
    { script: 'kk-Latn', name: 'Jūmabaev', latin: 'JUMABAEV' },
    // ICAO Doc 9303-3, table A: the letters of az-Latn beyond A to Z.
    { script: 'az-Latn', name: 'ÇƏĞIİÖŞÜ', latin: 'CEGIIOSU' },
    { script: 'az-Latn', name: 'Əliyev', latin: 'ELIYEV' },
    { script: 'az-Latn', name: 'Ağasıyeva', latin: 'AGASIYEVA' },
    // The alphabet of 1958, whose К is K, Г is Q and Ҝ is G.
    { script: 'az-Cyrl', name: 'абвгғдеәжзиыјкҝлм', latin: 'ABVQGDEEJZIIYKGLM' },
    { script: 'az-Cyrl', name: 'ноөпрстуүфхһчҹш', latin: 'NOOPRSTUUFXHCCS' },
    { script: 'az-Cyrl', name: 'Гасымов', latin: 'QASIMOV' },
    { script: 'und-Latn', name: "D'Àngelo  Müller", latin: 'DANGELO MULLER' },
  ] as const)('$script $name is $latin', ({ script, name, latin }) => {
    expect(latinOf(name, script)).toBe(latin);
  });

  it('is the same composed or decomposed', () => {
    for (const name of ['Ağasıyeva', 'Çingiz', 'Şükür']) {
      expect(latinOf(name.normalize('NFD'), 'az-Latn')).toBe(latinOf(name, 'az-Latn'));
    }
  });

  it('holds A to Z and single spaces alone, whatever comes', () => {
    const scripts = fc.constantFrom(...NAME_SCRIPTS);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), scripts, (name, script) => {
        expect(latinOf(name, script)).toMatch(/^(?:[A-Z]+(?: [A-Z]+)*)?$/);
      }),
    );
  });
});

describe('the script of a name by its letters', () => {
  it.each([
    ['Касымов', 'ru-Cyrl'],
    ['Қасымов', 'kk-Cyrl'],
    ['Сүлейменов', 'kk-Cyrl'],
    ['Ҹәфәров', 'az-Cyrl'],
    ['Һүсејнов', 'az-Cyrl'],
    ['Cəfərov', 'az-Latn'],
    ['İsmayıl', 'az-Latn'],
    ['Jūmabaev', 'kk-Latn'],
    ['ALIYEV', 'und-Latn'],
    ['', 'und-Latn'],
  ])('%s is %s', (name, script) => {
    expect(scriptOf(name)).toBe(script);
    expect(scriptOf(name.normalize('NFD'))).toBe(script);
  });
});
