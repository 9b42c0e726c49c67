import { describe, expect, it } from 'vitest';
import { ERROR_CODES, LANGUAGES, Refusal } from '../../../src/base/index.js';
import { refusalBody, say } from '../../../src/words/index.js';

const text = (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true }).decode(bytes);

describe('refusalBody', () => {
  it.each(ERROR_CODES)('has one form for %s in every language', (code) => {
    for (const language of LANGUAGES) {
      expect(text(refusalBody(new Refusal(code), language))).toBe(
        `{"errors":[{"message":"${say(language, code)}","extensions":{"code":"${code}"}}]}`,
      );
    }
  });

  it('gives reason and places of a refused document, and the words of the reason', () => {
    const refusal = new Refusal('TOO_COMPLEX', {
      reason: 'DEPTH',
      locations: [{ line: 1, column: 3 }],
    });
    expect(text(refusalBody(refusal, 'en'))).toBe(
      '{"errors":[{"message":"The document is nested too deeply.","locations":[{"line":1,"column":3}],"extensions":{"code":"TOO_COMPLEX","reason":"DEPTH"}}]}',
    );
  });

  it('A-11.1 never tells the cause, the stack or when to come back', () => {
    const cause = new Error('request 4711 is known');
    const refusal = new Refusal('NO_GRANT', { retryAfter: 7 }, { cause });
    expect(refusalBody(refusal, 'ru')).toEqual(refusalBody(new Refusal('NO_GRANT'), 'ru'));
  });

  it('takes line and column of a place and nothing else it carries', () => {
    const odd = { line: 1, column: 2, source: 'query { person(id: "AZE1234567") }' };
    const body = text(refusalBody(new Refusal('BAD_REQUEST', { locations: [odd] }), 'en'));
    expect(body).not.toContain('AZE1234567');
  });
});
