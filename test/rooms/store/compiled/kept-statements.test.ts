import { describe, expect, test } from 'vitest';
import { KeptStatements } from '../../../../src/store/register/compiled/kept-statements.js';

const isKept = (statements: KeptStatements, text: string): boolean =>
  statements.prepare(text).prepared;

describe('compiled statements that connections keep planned', () => {
  test('what is asked once is planned for once, from the second time on it is kept', () => {
    const statements = new KeptStatements();
    expect([1, 2, 3].map(() => isKept(statements, 'select {day}'))).toEqual([false, true, true]);
    expect(statements.prepare('select {day}').text).toBe('select $1::text');
  });

  test('a caller who asks ever other fields fills no memory', () => {
    const statements = new KeptStatements();
    const texts = Array.from({ length: 2_000 }, (_, at) => `select ${at}`);
    expect(texts.filter((text) => isKept(statements, text))).toEqual([]);
    expect(texts.filter((text) => isKept(statements, text))).toEqual([]);
  });

  test('however often each is asked, few are kept', () => {
    const statements = new KeptStatements();
    const texts = Array.from({ length: 500 }, (_, at) => `select ${at}`);
    const kept = texts.filter((text) => [1, 2, 3].map(() => isKept(statements, text)).at(-1));
    expect(kept).toHaveLength(64);
  });
});
