import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '../../../src/base/index.js';
import { openSecurityLog } from '../../../src/http/index.js';

function open(perMinute?: number) {
  const time = { now: Date.UTC(2026, 0, 2, 3, 4, 5) };
  const lines: string[] = [];
  const write = (line: string): void => {
    lines.push(line);
  };
  const clock = { now: () => time.now };
  const log = openSecurityLog({ clock, write, ...(perMinute === undefined ? {} : { perMinute }) });
  return { time, lines, log };
}

describe('the security log', () => {
  it('writes code, route and time as one line of JSON', () => {
    const { lines, log } = open();
    log.note('UNAUTHENTICATED', '/graphql');
    expect(lines).toEqual([
      '{"level":40,"time":"2026-01-02T03:04:05.000Z","code":"UNAUTHENTICATED","route":"/graphql","msg":"refused"}\n',
    ]);
  });

  it('A-11.1 says nothing of what the ledger records: that a request exists must not show here', () => {
    const { lines, log } = open();
    for (const code of ERROR_CODES) log.note(code, '/graphql');
    const written = lines.map((line) => JSON.parse(line).code);
    expect(ERROR_CODES.filter((code) => !written.includes(code))).toEqual([
      'PURPOSE_REQUIRED',
      'OPERATION_NOT_LISTED',
      'NO_GRANT',
    ]);
  });

  it('cannot be flooded, and tells how much it left out', () => {
    const { time, lines, log } = open(2);
    for (let n = 0; n < 100; n += 1) log.note('BAD_REQUEST', '/graphql');
    log.note('BAD_REQUEST', '/ledger/key');
    log.note('UNAUTHENTICATED', '/graphql');
    expect(lines).toHaveLength(4);
    time.now += 59_999;
    log.note('BAD_REQUEST', '/graphql');
    expect(lines).toHaveLength(4);
    time.now += 1;
    log.note('BAD_REQUEST', '/graphql');
    log.note('BAD_REQUEST', '/graphql');
    expect(lines.slice(4).map((line) => JSON.parse(line).leftOut)).toEqual([99, undefined]);
  });
});
