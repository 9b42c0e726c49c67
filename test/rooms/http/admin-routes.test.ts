import { afterEach, describe, expect, it } from 'vitest';
import { Refusal } from '../../../src/base/index.js';
import { openMetrics } from '../../../src/http/index.js';
import { ask, openStage, post, refused, type Stage } from './stage.js';

let stage: Stage | undefined;
afterEach(() => stage?.close());

describe('GET /readyz', () => {
  it('is good when every check holds', async () => {
    stage = await openStage({ checks: { database: async () => true, ledger: async () => true } });
    const received = await ask(`${stage.door.adminUrl}/readyz`);
    expect([received.status, received.body]).toEqual([
      200,
      '{"ready":true,"checks":{"database":true,"ledger":true}}',
    ]);
  });

  it('names the check that does not hold, and tells nothing of its error', async () => {
    const checks = {
      database: () => Promise.reject(new Error('password of sorgu_app is wrong')),
      keys: async () => false,
      ledger: async () => true,
    };
    stage = await openStage({ checks });
    const received = await ask(`${stage.door.adminUrl}/readyz`);
    expect([received.status, received.body]).toEqual([
      503,
      '{"ready":false,"checks":{"database":false,"keys":false,"ledger":true}}',
    ]);
  });

  it('A-11.4 says by its code why the ledger cannot be written', async () => {
    const ledger = async () => ({ ready: false, reason: 'BEHIND_WITNESS' });
    stage = await openStage({ checks: { database: async () => true, ledger } });
    const received = await ask(`${stage.door.adminUrl}/readyz`);
    expect([received.status, received.body]).toEqual([
      503,
      '{"ready":false,"checks":{"database":true,"ledger":false},"reasons":{"ledger":"BEHIND_WITNESS"}}',
    ]);
  });

  it('is not on the public listener', async () => {
    stage = await openStage();
    expect((await ask(`${stage.door.url}/readyz`)).status).toBe(404);
    expect((await ask(`${stage.door.url}/metrics`)).status).toBe(404);
    expect((await ask(`${stage.door.adminUrl}/graphql`)).status).toBe(404);
  });

  it('is on loopback, whatever the host', async () => {
    stage = await openStage({ host: '0.0.0.0' });
    expect(new URL(stage.door.adminUrl).hostname).toBe('127.0.0.1');
  });
});

describe('GET /metrics', () => {
  it('counts by route and code, and shows nothing of who asked what', async () => {
    const metrics = openMetrics();
    metrics.gauge('sorgu_ledger_waiting', 'Seals that wait.', () => 3);
    let now = 0;
    stage = await openStage({ metrics, clock: { now: () => now } });
    await post(stage, { authorization: 'Bearer secret', 'exchange-request': '5f0c' });
    await post(stage);
    stage.reply = () => {
      now += 200;
      return refused(new Refusal('NO_GRANT'));
    };
    await post(stage);
    await ask(`${stage.door.url}/AZE4471123`);
    const { headers, body } = await ask(`${stage.door.adminUrl}/metrics`);
    expect(headers['content-type']).toBe(
      'application/openmetrics-text; version=1.0.0; charset=utf-8',
    );
    expect(body).toBe(`# TYPE sorgu_ledger_waiting gauge
# HELP sorgu_ledger_waiting Seals that wait.
sorgu_ledger_waiting 3
# TYPE sorgu_http_responses counter
# HELP sorgu_http_responses Responses by route and code.
sorgu_http_responses_total{route="/graphql",code="200"} 2
sorgu_http_responses_total{route="/graphql",code="NO_GRANT"} 1
sorgu_http_responses_total{route="elsewhere",code="404"} 1
# TYPE sorgu_http_seconds histogram
# HELP sorgu_http_seconds Time from headers to reply.
sorgu_http_seconds_bucket{le="0.005"} 3
sorgu_http_seconds_bucket{le="0.01"} 3
sorgu_http_seconds_bucket{le="0.025"} 3
sorgu_http_seconds_bucket{le="0.05"} 3
sorgu_http_seconds_bucket{le="0.1"} 3
sorgu_http_seconds_bucket{le="0.25"} 4
sorgu_http_seconds_bucket{le="0.5"} 4
sorgu_http_seconds_bucket{le="1.0"} 4
sorgu_http_seconds_bucket{le="5.0"} 4
sorgu_http_seconds_bucket{le="30.0"} 4
sorgu_http_seconds_bucket{le="+Inf"} 4
sorgu_http_seconds_count 4
sorgu_http_seconds_sum 0.2
# EOF
`);
  });

  it('A-10.1c tells figures that are read when asked, and leaves out what cannot be read', async () => {
    const metrics = openMetrics();
    let isAway = false;
    metrics.gauges({
      ...{ name: 'a', help: 'A.', labels: ['b', 'c'] },
      async read() {
        if (isAway) throw new Error('password of sorgu_exchange is wrong');
        return [{ values: ['x', 'y'], value: 2 }];
      },
    });
    metrics.gauge('d', 'D.', () => 1);
    const rest = '# TYPE d gauge\n# HELP d D.\nd 1\n# EOF\n';
    expect(await metrics.text()).toBe(`# TYPE a gauge\n# HELP a A.\na{b="x",c="y"} 2\n${rest}`);
    isAway = true;
    expect(await metrics.text()).toBe(`# TYPE a gauge\n# HELP a A.\n${rest}`);
  });

  it('keeps a label within its quotes', async () => {
    const metrics = openMetrics();
    metrics.counter('a', 'A.', ['b'])('"}\n# EOF\\');
    expect(await metrics.text()).toBe(
      '# TYPE a counter\n# HELP a A.\na_total{b="\\"}\\n# EOF\\\\"} 1\n# EOF\n',
    );
  });

  it('has no name twice', () => {
    const metrics = openMetrics();
    metrics.gauge('a', 'A.', () => 1);
    expect(() => metrics.counter('a', 'A.', [])).toThrow('metric a stands twice');
  });
});
