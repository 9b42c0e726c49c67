/** The client's closed lists are the gateway's own. */
import { expect, test } from 'vitest';
import { REFUSAL_CODES, REFUSAL_REASONS } from '../../client/src/codes.js';
import { DOCUMENT_REASONS, ERROR_CODES } from '../../src/base/index.js';

test.each([
  ['codes', REFUSAL_CODES, ERROR_CODES],
  ['reasons', REFUSAL_REASONS, DOCUMENT_REASONS],
])('the %s', (_name, known, told) => {
  expect(known).toEqual(told);
});
