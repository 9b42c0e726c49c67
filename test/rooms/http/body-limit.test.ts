/** A scan comes in the body of a call: long for the officers who attach one, and for nobody else. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LONGEST_FILE } from '../../../src/requests/index.js';
import { codeOf, openStage, post, type Stage } from './stage.js';

const USUAL = 262_144;
const LONGEST = USUAL + Math.ceil(LONGEST_FILE / 3) * 4;
const OFFICER = 'Bearer AZ-SMS:EXECUTING_OFFICER';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const bodyOf = (length: number): string => {
  const [before, after] = ['{"query":"{ __typename }","variables":{"content":"', '"}}'];
  return `${before}${'A'.repeat(length - before.length - after.length)}${after}`;
};

describe('the length of a body', () => {
  it.each([USUAL + 1, LONGEST])(
    '%i bytes of an officer who attaches are taken whole',
    async (length) => {
      const before = stage.asked.length;
      expect((await post(stage, { authorization: OFFICER }, bodyOf(length))).status).toBe(200);
      const variables = stage.asked[before]?.document.variables as { content: string };
      expect(variables.content.replaceAll('A', '')).toBe('');
      expect(bodyOf(length)).toContain(variables.content);
    },
  );

  it('one byte more is too large for them too', async () => {
    const received = await post(stage, { authorization: OFFICER }, bodyOf(LONGEST + 1));
    expect([received.status, codeOf(received)]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
  });

  it.each([
    ['nobody', {}],
    ['a token that is none', { authorization: 'Bearer x' }],
    ['two tokens', { authorization: [OFFICER, OFFICER] }],
    ['a partner’s gateway', { authorization: 'Bearer KZ-MIA:PARTNER_GATEWAY' }],
    ['an officer of another authority', { authorization: 'Bearer KZ-MIA:EXECUTING_OFFICER' }],
    ['an auditor, who attaches nothing', { authorization: 'Bearer AZ-SMS:AUDITOR' }],
    [
      'an officer who does not say how long',
      { authorization: OFFICER, 'transfer-encoding': 'chunked' },
    ],
  ])('%s has the usual length, and one answer', async (_, headers) => {
    const before = stage.asked.length;
    const received = await post(stage, headers, bodyOf(USUAL + 1));
    expect([received.status, codeOf(received)]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
    expect(stage.asked).toHaveLength(before);
  });
});
