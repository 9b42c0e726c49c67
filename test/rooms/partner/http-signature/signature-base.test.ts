import { describe, expect, it } from 'vitest';
import { signatureBase } from '../../../../src/partner/http-signature/signature-base.js';
import { parseInnerLists } from '../../../../src/partner/http-signature/structured-fields.js';
import type { HttpRequest } from '../../../../src/partner/index.js';

const request: HttpRequest = {
  method: 'POST',
  targetUri: 'https://gateway.example/messages',
  fields: [
    ['X-Empty', ''],
    ['X-Two', 'a '],
    ['x-two', '\tb'],
  ],
  body: new Uint8Array(),
};
const response = { status: 200, fields: [], body: new Uint8Array() };

const baseOf = (list: string, covering: Parameters<typeof signatureBase>[1]) => {
  const input = parseInnerLists(`a=${list}`)?.get('a');
  if (input === undefined) throw new Error('unreadable list');
  return signatureBase(input, covering)?.toString();
};

describe('signatureBase', () => {
  it('writes each component on its line, the parameters last', () => {
    const list = '("@query" "@authority" "x-empty" "x-two");created=1';
    expect(baseOf(list, { message: request })).toBe(
      [
        '"@query": ?',
        '"@authority": gateway.example',
        '"x-empty": ',
        '"x-two": a, b',
        `"@signature-params": ${list}`,
      ].join('\n'),
    );
  });

  it.each([
    ['a component twice', '("@method" "@method")', { message: request }],
    ['a field twice', '("x-two" "x-two")', { message: request }],
    ['a field that is not there', '("x-none")', { message: request }],
    ['a field by key', '("x-two";key="a")', { message: request }],
    ['a field in bytes', '("x-two";bs)', { message: request }],
    ['a field of the trailers', '("x-two";tr)', { message: request }],
    ['req and something else', '("@method";req;key="a")', { message: response, request }],
    ['req with a value', '("@method";req="1")', { message: response, request }],
    ['a request that is not known', '("@method";req)', { message: response }],
    ['an unknown component', '("@request-target")', { message: request }],
    ['the parameters themselves', '("@signature-params")', { message: request }],
    ['the status of a request', '("@status")', { message: request }],
    ['the method of a response', '("@method")', { message: response }],
  ])('is not made over %s', (_, list, covering) => {
    expect(baseOf(list, covering)).toBeUndefined();
  });
});
