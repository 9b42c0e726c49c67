import { describe, expect, test } from 'vitest';
import { type ConfigResult, readConfig } from '../../src/config.js';

const HASH = 'a'.repeat(64);
const list = (change: object = {}) => ({
  step: 'LOG',
  purposes: { PERSON_DETECTION: { Detection: HASH } },
  ...change,
});

function read(text: string): ConfigResult {
  const environment = { SORGU_MODE: 'development', SAFELIST: 'safelist.json' };
  return readConfig(environment, { task: 'serve', readFile: () => text });
}

function faultsOf(text: string): readonly string[] {
  const result = read(text);
  return result.config === null ? result.faults : [];
}

test('a list of an authority, by purpose', () => {
  const result = read(JSON.stringify({ 'KZ-MIA': list(), 'BE-IO': list({ purposes: {} }) }));
  expect(result.config?.safelist).toEqual(
    new Map([
      ['KZ-MIA', { step: 'LOG', purposes: new Map([['PERSON_DETECTION', new Set([HASH])]]) }],
      ['BE-IO', { step: 'LOG', purposes: new Map() }],
    ]),
  );
});

test('without the setting nobody is held', () => {
  const result = readConfig({ SORGU_MODE: 'development' }, { task: 'serve', readFile: () => '' });
  expect(result.config?.safelist).toEqual(new Map());
});

const ALL = 'SAFELIST: a JSON object by authority, each once, of step and purposes';
const at = (place: string) => `SAFELIST: not well formed at ${place}`;
const PLACE = 'KZ-MIA.purposes.PERSON_DETECTION';
const hashed = (hash: unknown, name = 'Detection') =>
  JSON.stringify({ 'KZ-MIA': list({ purposes: { PERSON_DETECTION: { [name]: hash } } }) });

describe('a fault is told by our own names alone', () => {
  test.each([
    ['no JSON', '{"KZ-MIA"', ALL],
    ['a list for an object', '[]', ALL],
    ['null', 'null', ALL],
    ['an authority twice', `{"BE-IO":${JSON.stringify(list())},"BE-IO":{}}`, ALL],
    ['an unknown authority', JSON.stringify({ 'XX-secret': list() }), ALL],
    ['no step', JSON.stringify({ 'KZ-MIA': { purposes: {} } }), at('KZ-MIA.step')],
    ['an unknown step', JSON.stringify({ 'KZ-MIA': list({ step: 'secret' }) }), at('KZ-MIA.step')],
    ['a member more', JSON.stringify({ 'KZ-MIA': list({ secret: 1 }) }), at('KZ-MIA')],
    [
      'an unknown purpose',
      JSON.stringify({ 'KZ-MIA': list({ purposes: { secret: {} } }) }),
      at('KZ-MIA.purposes'),
    ],
    ['a hash too short', hashed(HASH.slice(1)), at(PLACE)],
    ['a hash in capitals', hashed('A'.repeat(64)), at(PLACE)],
    ['a hash with a line break', hashed(`${HASH}\n`), at(PLACE)],
    ['a document for a hash', hashed('{ secret }'), at(PLACE)],
    ['a number for a hash', hashed(1), at(PLACE)],
    ['a name that is none', hashed(HASH, 'secret name'), at(PLACE)],
  ])('%s', (_name, text, fault) => {
    expect(faultsOf(text)).toEqual([fault]);
  });

  test('a file that is not there', () => {
    const result = readConfig(
      { SORGU_MODE: 'development', SAFELIST: 'none.json' },
      {
        task: 'serve',
        readFile: () => {
          throw new Error('ENOENT');
        },
      },
    );
    expect(result).toEqual({ config: null, faults: ['SAFELIST: a file that can be read'] });
  });
});
