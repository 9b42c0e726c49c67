import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNameScript, NAME_SCRIPTS, searchKey } from '../../../src/register/index.js';

describe('search keys', () => {
  it.each([
    {
      script: 'az-Latn',
      names: ['İsmayılov', 'ISMAYILOV', 'ismayilov', 'İsmayılov'.normalize('NFD')],
    },
    { script: 'az-Latn', names: ['Şükürlü', 'ŞÜKÜRLÜ', 'sukurlu'] },
    { script: 'az-Latn', names: ['Əli-zadə', 'ƏLİZADƏ', 'Əli zadə'] },
    { script: 'ru-Cyrl', names: ['Семёнов', 'СЕМЕНОВ', 'семенов'] },
    { script: 'ru-Cyrl', names: ['Алиев-Мамедов', 'алиев мамедов'] },
    { script: 'kk-Cyrl', names: ['Әбдірахманұлы', 'ӘБДІРАХМАНҰЛЫ'] },
    { script: 'und-Latn', names: ["O'Neil", 'ONEIL', 'o’neil'] },
  ] as const)('$names are found by one key', ({ script, names }) => {
    expect(new Set(names.map((name) => searchKey(name, script))).size).toBe(1);
  });

  it.each([
    { script: 'az-Latn', a: 'Əli', b: 'Ali' },
    { script: 'kk-Cyrl', a: 'Қасым', b: 'Касым' },
  ] as const)('$a and $b are different names', ({ script, a, b }) => {
    expect(searchKey(a, script)).not.toBe(searchKey(b, script));
  });

  it('is empty where there is no letter', () => {
    expect(searchKey(' - ', 'ru-Cyrl')).toBe('');
  });

  it('of a key is the key itself', () => {
    const scripts = fc.constantFrom(...NAME_SCRIPTS);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), scripts, (name, script) => {
        const key = searchKey(name, script);
        expect(searchKey(key, script)).toBe(key);
      }),
    );
  });

  it('knows its scripts', () => {
    expect(isNameScript('kk-Cyrl')).toBe(true);
    expect(isNameScript('toString')).toBe(false);
  });
});
