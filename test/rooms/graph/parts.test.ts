import { parseValue } from 'graphql';
import { describe, expect, test } from 'vitest';
import { cursorOf, subjectNumberOf } from '../../../src/graph/cursor.js';
import { DocumentCache } from '../../../src/graph/document/document-cache.js';
import { KEPT } from '../../../src/graph/limits.js';
import { Base64, CountryCode, Json, PartialDate } from '../../../src/graph/types/scalars.js';

describe('cursors', () => {
  test.each([1, 7, 100, 999_999_999])('hold the number %i', (n) => {
    expect(subjectNumberOf(cursorOf(n))).toBe(n);
  });

  test.each([
    ['nothing', ''],
    ['a number', '7'],
    ['padding', `${cursorOf(1)}=`],
    ['a space', `${cursorOf(1)} `],
    ['other words', Buffer.from('person:1').toString('base64url')],
    ['a zero in front', Buffer.from('subject:01').toString('base64url')],
    ['zero', Buffer.from('subject:0').toString('base64url')],
    ['minus one', Buffer.from('subject:-1').toString('base64url')],
    ['a number beyond all', Buffer.from('subject:12345678901').toString('base64url')],
  ])('are none of %s', (_name, text) => {
    expect(subjectNumberOf(text)).toBeUndefined();
  });
});

describe('scalars', () => {
  test.each([
    [
      PartialDate,
      ['1980', '1980-02', '2024-02-29'],
      ['', '80', '1980-13', '1980-02-30', '1980-2', '1980-02-01T00:00:00Z', 1980],
    ],
    [CountryCode, ['AZE', 'KAZ', 'BEL'], ['', 'AZ', 'aze', 'QQQ', 'AZE ', 31]],
    [Base64, ['', 'AA==', '+/8='], ['A', 'AA', 'AA-_', 'AA==\n', '====', 0]],
  ])('%s are strict, in values and literals', (scalar, good, bad) => {
    for (const value of good) {
      expect(scalar.parseValue(value)).toBe(value);
      expect(scalar.serialize(value)).toBe(value);
      expect(scalar.parseLiteral(parseValue(JSON.stringify(value)))).toBe(value);
    }
    for (const value of bad) {
      expect(() => scalar.parseValue(value)).toThrow(
        /^The value does not have the form of its type[.]$/,
      );
      expect(() => scalar.serialize(value)).toThrow(/^The value does not/);
      expect(() => scalar.parseLiteral(parseValue(JSON.stringify(value)))).toThrow(
        /^The value does not/,
      );
    }
  });

  test('bytes serialise as base64', () => {
    expect(Base64.serialize(new Uint8Array([251, 255]))).toBe('+/8=');
  });

  test('JSON takes what JSON has, and no bare word', () => {
    expect(Json.parseLiteral(parseValue('{ a: [1, 2.5, "x", true, null] }'))).toEqual({
      a: [1, 2.5, 'x', true, null],
    });
    expect(() => Json.parseLiteral(parseValue('C0000'))).toThrow(/^The value does not/);
  });
});

describe('the cache of documents', () => {
  const read = (text: string) => ({ text });

  test('gives the same again, without reading again', () => {
    const cache = new DocumentCache<object>();
    const first = cache.get('a', read);
    expect(cache.get('a', () => ({}))).toBe(first);
  });

  test('keeps nothing of what was refused', () => {
    const cache = new DocumentCache<object>();
    const refuse = () => {
      throw new Error('refused');
    };
    expect(() => cache.get('a', refuse)).toThrow('refused');
    expect(cache.size).toBe(0);
  });

  test('lets go of the one longest unused', () => {
    const cache = new DocumentCache<object>();
    const kept = cache.get('kept', read);
    const gone = cache.get('gone', read);
    for (let n = 0; n < KEPT.documents - 1; n += 1) {
      cache.get(`document ${n}`, read);
      cache.get('kept', read);
    }
    expect(cache.size).toBe(KEPT.documents);
    expect(cache.get('kept', read)).toBe(kept);
    expect(cache.get('gone', read)).not.toBe(gone);
  });

  test('is bounded in characters', () => {
    const cache = new DocumentCache<object>();
    for (const letter of 'abcdef') cache.get(letter.repeat(KEPT.characters / 2), read);
    expect(cache.size).toBe(2);
    cache.get('g'.repeat(KEPT.characters + 1), read);
    expect(cache.size).toBe(0);
  });
});
