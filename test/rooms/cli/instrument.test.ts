/** `sorgu instrument check`: what is missing from a file, in the language that is asked for, all at once. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGES, type Language } from '../../../src/base/index.js';
import { checkInstrument } from '../../../src/cli/index.js';
import { INVENTED, inventedFile, withChange } from '../../support/invented-file.js';
import { listen } from './desk.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sorgu-instrument-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function check(text: string, language: Language = 'en') {
  const file = join(folder, 'file.json');
  writeFileSync(file, text);
  const voice = listen();
  const code = checkInstrument({ file, language }, voice);
  return { code, lines: voice.written.join('').trim().split('\n') };
}

/** No purpose that is known, an item without its clause, two rules that contradict, and no prevailing language. */
const FAULTY = JSON.stringify(
  [
    [['prevailing'], undefined] as const,
    [['items', 'PHOTOGRAPH'], []] as const,
    [['purposes', 0, 'closes'], ['DOCUMENT']] as const,
    [
      ['amendments'],
      [{ reference: 'P', signedOn: '2032-01-01', endsPurposes: ['SHOPPING'] }],
    ] as const,
  ].reduce<unknown>((file, [place, value]) => withChange(file, place, value), inventedFile()),
);

describe('sorgu instrument check', () => {
  test('a sound file is OK', () => {
    const voice = listen();
    expect(checkInstrument({ file: fileURLToPath(INVENTED), language: 'ru' }, voice)).toBe(0);
    expect(voice.written.join('')).toBe('OK\n');
  });

  test('every fault at once, with its place and its code', () => {
    const { code, lines } = check(FAULTY);
    expect(code).toBe(1);
    expect(lines).toEqual([
      'prevailing: It is not said in which language the text prevails. [PREVAILING_MISSING]',
      'items.PHOTOGRAPH: No clause is named that allows this item. [ITEM_WITHOUT_CLAUSE]',
      'purposes[0].opens[3]: Two rules contradict: the purpose opens this item and keeps it out. [RULES_CONTRADICT]',
      'amendments[0].endsPurposes[0]: The instrument has no such purpose. [PURPOSE_UNKNOWN]',
    ]);
  });

  test.each(LANGUAGES)('A-15 in %s: the same places, the same codes', (language) => {
    const places = (lines: readonly string[]) =>
      lines.map((line) => line.replace(/: .* \[/u, ': ['));
    expect(places(check(FAULTY, language).lines)).toEqual(places(check(FAULTY).lines));
  });

  test.each(['', '{', '[]', '{"id":'])(
    '%j is no file of an instrument, and is not said again',
    (text) => {
      expect(check(text)).toEqual({ code: 1, lines: ['This is no JSON object. [NOT_A_FILE]'] });
    },
  );

  test('no such file is told as such', () => {
    const voice = listen();
    const missing = join(folder, 'none.json');
    expect(() => checkInstrument({ file: missing, language: 'en' }, voice)).toThrow('no such file');
  });
});
