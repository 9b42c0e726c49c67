/** Reading what was written: each fault by its code, none of them with a word of what was sent. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../../../src/base/index.js';
import { PUBLICATION_FAULTS, readPublication } from '../../../src/publications/index.js';
import { writtenPublication } from '../../support/publications.js';

const faultsOf = (changes: Record<string, Json>): readonly string[] => {
  const read = readPublication(writtenPublication(changes));
  return read.publication === null ? read.faults.map(({ code, at }) => `${code} ${at}`) : [];
};

const text = (title: string, more: Record<string, Json> = {}): Json => ({
  en: { title, ...more },
});
const source = (url: Json, reference: Json = 'No 12'): Json => ({ reference, url });
const dates = (more: Record<string, Json>): Json => ({ published: '2026-01-15', ...more });
const file = (name: string, content: Json = 'a,b\n1,2\n'): Json => ({ name, content });

describe('B-1a what is well formed', () => {
  test.each<[string, Record<string, Json>, string[]]>([
    ['as it should be', {}, []],
    ['no source', { source: null }, ['NO_SOURCE source']],
    ['a source without an address', { source: source('  ') }, ['NO_SOURCE source']],
    [
      'a source without a reference',
      { source: source('https://a.example', '') },
      ['NO_SOURCE source'],
    ],
    [
      'an address without TLS',
      { source: source('http://a.example/1') },
      ['SOURCE_NOT_PUBLIC source.url'],
    ],
    ['an address that is none', { source: source('law no 12') }, ['SOURCE_NOT_PUBLIC source.url']],
    ['a script', { source: source('javascript:alert(1)') }, ['SOURCE_NOT_PUBLIC source.url']],
    ['a file', { source: source('file:///etc/passwd') }, ['SOURCE_NOT_PUBLIC source.url']],
    [
      'an address with a name and password',
      { source: source('https://u:p@a.example/') },
      ['SOURCE_NOT_PUBLIC source.url'],
    ],
    [
      'an address inside',
      { source: source('https://localhost/1') },
      ['SOURCE_NOT_PUBLIC source.url'],
    ],
    [
      'an address by number',
      { source: source('https://10.0.0.1/1') },
      ['SOURCE_NOT_PUBLIC source.url'],
    ],
    [
      'an address too long',
      { source: source(`https://a.example/${'a'.repeat(2000)}`) },
      ['TOO_LONG source.url'],
    ],
    ['no text', { texts: {} }, ['NO_TEXT texts']],
    ['no texts at all', { texts: null }, ['NO_TEXT texts']],
    ['a text in another language', { texts: { fr: { title: 'Loi' } } }, ['UNKNOWN_LANGUAGE texts']],
    ['a blank title', { texts: text('  ') }, ['WRONG_FORM texts.en.title']],
    ['a title of two lines', { texts: text('a\nb') }, ['WRONG_FORM texts.en.title']],
    ['a title too long', { texts: text('a'.repeat(301)) }, ['TOO_LONG texts.en.title']],
    ['a title with a control', { texts: text('a\u0000b') }, ['WRONG_FORM texts.en.title']],
    ['a title written backwards', { texts: text('a\u202eb') }, ['WRONG_FORM texts.en.title']],
    ['half a character', { texts: text('a\ud800b') }, ['WRONG_FORM texts.en.title']],
    [
      'a text too long',
      { texts: text('a', { text: 'a'.repeat(200_001) }) },
      ['TOO_LONG texts.en.text'],
    ],
    ['a member of a text', { texts: text('a', { author: 'A' }) }, ['UNKNOWN_MEMBER texts.en']],
    ['an unknown kind', { kind: 'GOSSIP' }, ['UNKNOWN_KIND kind']],
    [
      'a source in an unknown language',
      { languages: ['az', 'xx'] },
      ['UNKNOWN_LANGUAGE languages'],
    ],
    ['a language twice', { languages: ['az', 'az'] }, ['UNKNOWN_LANGUAGE languages']],
    ['no language', { languages: [] }, ['WRONG_FORM languages']],
    ['a clause that is none', { clause: 'one' }, ['WRONG_FORM clause']],
    ['an id with a slash', { id: 'a/b' }, ['WRONG_FORM id']],
    ['an id with dots', { id: '..' }, ['WRONG_FORM id']],
    ['an id too long', { id: 'a'.repeat(65) }, ['WRONG_FORM id']],
    [
      'a day that is not there',
      { dates: dates({ adopted: '2026-02-30' }) },
      ['WRONG_FORM dates.adopted'],
    ],
    ['no day of publication', { dates: {} }, ['WRONG_FORM dates.published']],
    ['a change of nothing', { kind: 'LEGISLATION_CHANGE' }, ['NO_CHANGED_ACT changes']],
    ['what is no change and changes', { changes: { reference: 'No 1' } }, ['NOT_A_CHANGE changes']],
    ['a person in it', { author: { surname: 'A' } }, ['UNKNOWN_MEMBER ']],
    [
      'a file of another kind',
      { attachments: [file('table.html')] },
      ['WRONG_FORM attachments[0].name'],
    ],
    ['a file above', { attachments: [file('../table.csv')] }, ['WRONG_FORM attachments[0].name']],
    ['a file twice', { attachments: [file('a.csv'), file('a.csv')] }, ['WRONG_FORM attachments']],
    [
      'a file too long',
      { attachments: [file('a.csv', 'a'.repeat(1_000_001))] },
      ['TOO_LONG attachments[0].content'],
    ],
    [
      'six files',
      { attachments: [1, 2, 3, 4, 5, 6].map((n) => file(`a${n}.csv`)) },
      ['TOO_LONG attachments'],
    ],
    [
      'everything wrong',
      { kind: 1, source: 2, texts: 3 },
      ['UNKNOWN_KIND kind', 'NO_TEXT texts', 'WRONG_FORM source', 'NO_SOURCE source'],
    ],
  ])('%s', (_, changes, faults) => {
    expect(faultsOf(changes)).toEqual(faults);
  });

  test('a change of legislation names what it changes', () => {
    const changes = { reference: 'Law No 12', publication: 'law-on-migration' };
    expect(faultsOf({ kind: 'LEGISLATION_CHANGE', changes })).toEqual([]);
  });
});

test('whatever comes, it is read or has faults of the list, at places of the type', () => {
  const places = /^[a-zA-Z.]*(?:\[\d\])?(?:\.[a-z]+)?$/;
  const member = fc.constantFrom(...Object.keys(writtenPublication()), 'changes', 'attachments');
  const changed = fc.dictionary(member, fc.jsonValue({ maxDepth: 3 }), { maxKeys: 4 });
  fc.assert(
    fc.property(changed, (changes) => {
      const read = readPublication(writtenPublication(changes as Record<string, Json>));
      if (read.publication !== null) return;
      expect(read.faults.length).toBeGreaterThan(0);
      for (const { code, at } of read.faults) {
        expect(PUBLICATION_FAULTS).toContain(code);
        expect(at).toMatch(places);
      }
    }),
    { numRuns: 300 },
  );
});
