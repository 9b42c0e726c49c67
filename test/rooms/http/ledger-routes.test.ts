import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Refusal } from '../../../src/base/index.js';
import type { Caller } from '../../../src/identity/index.js';
import { ask, codeOf, openStage, type Stage } from './stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const get = (path: string, token?: string, headers: Readonly<Record<string, string>> = {}) =>
  ask(stage.door.url + path, {
    headers: token === undefined ? headers : { authorization: `Bearer ${token}`, ...headers },
  });

const KZ = 'KZ-MIA:PARTNER_GATEWAY';
const BE = 'BE-IO:PARTNER_GATEWAY';
const KZ_AUDITOR = 'KZ-MIA:AUDITOR';
const AUDITOR = 'AZ-SMS:AUDITOR';
const OFFICER = 'AZ-SMS:PARTNER_GATEWAY';
const PATHS = [
  '/ledger/checkpoint',
  '/ledger/key',
  '/ledger/proof?index=0&size=1',
  '/ledger/consistency?from=1&to=2',
  '/ledger/tile/0/000.p/1',
  '/ledger/tile/entries/000.p/1',
];

const KZ_CALLER: Caller = {
  officer: '1',
  gateway: null,
  authority: 'KZ-MIA',
  unit: null,
  role: 'AUDITOR',
};
/** A ledger behind which everybody is the same auditor of KZ-MIA. */
const recognising = {
  identity: { recognise: async () => KZ_CALLER },
  admit: () => {},
  proofs: {
    checkpoint: async () => 'checkpoint\n',
    inclusion: async () => [],
    consistency: async () => [],
    tile: async () => undefined,
    key: () => 'key',
  },
  ownAuthority: 'AZ-SMS',
  logOf: (authority: string) => authority,
};

describe('the public side of the ledger', () => {
  it.each(PATHS)('%s needs a token', async (path) => {
    const received = await get(path);
    expect([received.status, codeOf(received)]).toEqual([401, 'UNAUTHENTICATED']);
    expect(received.headers['www-authenticate']).toBe('Bearer');
  });

  it.each([
    ['/ledger/checkpoint', KZ, 'checkpoint of KZ-MIA\n', 'text/plain; charset=utf-8'],
    ['/ledger/checkpoint', OFFICER, 'checkpoint of DOMESTIC\n', 'text/plain; charset=utf-8'],
    ['/ledger/key', BE, 'key of BE-IO\n', 'text/plain; charset=utf-8'],
    [
      '/ledger/proof?index=0&size=1',
      KZ,
      '{"index":0,"size":1,"proof":["KZ-MIA 0 1"]}',
      'application/json; charset=utf-8',
    ],
    [
      '/ledger/consistency?from=1&to=2',
      KZ,
      '{"from":1,"to":2,"proof":["KZ-MIA 1 2"]}',
      'application/json; charset=utf-8',
    ],
    ['/ledger/checkpoint?log=KZ-MIA', KZ, 'checkpoint of KZ-MIA\n', 'text/plain; charset=utf-8'],
    [
      '/ledger/checkpoint?log=KZ-MIA',
      AUDITOR,
      'checkpoint of KZ-MIA\n',
      'text/plain; charset=utf-8',
    ],
    ['/ledger/checkpoint', AUDITOR, 'checkpoint of DOMESTIC\n', 'text/plain; charset=utf-8'],
    [
      '/ledger/checkpoint?log=AZ-SMS',
      AUDITOR,
      'checkpoint of DOMESTIC\n',
      'text/plain; charset=utf-8',
    ],
  ])('%s for %s', async (...[path, token, body, type]) => {
    const received = await get(path, token);
    expect([received.status, received.body]).toEqual([200, body]);
    expect(received.headers).toMatchObject({ 'content-type': type, 'cache-control': 'no-store' });
  });

  it('A-11.1 shows one authority nothing of the log of another, and the same nothing', async () => {
    const attempts = [
      ...PATHS.map((path) => [`${path}${path.includes('?') ? '&' : '?'}log=BE-IO`, KZ] as const),
      ['/ledger/checkpoint?log=DOMESTIC', KZ],
      ['/ledger/checkpoint?log=AZ-SMS', KZ],
      ['/ledger/checkpoint?log=nobody', KZ],
      ['/ledger/checkpoint?log=', KZ],
      ['/ledger/checkpoint?log=KZ-MLSPP', KZ],
      ['/ledger/checkpoint?log=BE-IO', KZ_AUDITOR],
      ['/ledger/checkpoint?log=KZ-MIA', OFFICER],
      ['/ledger/checkpoint?log=DOMESTIC', AUDITOR],
      ['/ledger/checkpoint?log=nobody', AUDITOR],
      ['/ledger/checkpoint', 'AZ-POLICE:PARTNER_GATEWAY'],
      ['/ledger/checkpoint', 'AZ-POLICE:AUDITOR'],
    ] as const;
    const answers = [];
    for (const [path, token] of attempts) {
      const { status, headers, body } = await get(path, token, { 'accept-language': 'en' });
      answers.push(JSON.stringify([status, { ...headers, date: '' }, body]));
    }
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('NO_GRANT');
  });

  it.each([
    '/ledger/proof',
    '/ledger/proof?index=0',
    '/ledger/proof?index=-1&size=1',
    '/ledger/proof?index=1e1&size=100',
    '/ledger/proof?index=01&size=2',
    '/ledger/proof?index=0x1&size=2',
    '/ledger/proof?index=1&size=99999999999999999999',
    '/ledger/proof?index=1&size=1',
    '/ledger/consistency?from=2&to=1',
    '/ledger/consistency?from=a&to=b',
  ])('%s is no question', async (path) => {
    const received = await get(path, KZ);
    expect([received.status, codeOf(received)]).toEqual([400, 'BAD_REQUEST']);
  });

  it('has no checkpoint of a log without entries', async () => {
    expect((await get('/ledger/checkpoint', BE)).status).toBe(404);
  });

  it('A-15 refuses in the language of the authority, or the one asked for', async () => {
    const [russian, azeri, english] = [
      await get('/ledger/checkpoint?log=BE-IO', KZ),
      await get('/ledger/checkpoint?log=BE-IO', OFFICER),
      await get('/ledger/checkpoint?log=BE-IO', KZ, { 'accept-language': 'en' }),
    ];
    expect(russian.body).toContain('информация не может быть предоставлена');
    expect(azeri.body).toContain('məlumat verilə bilməz');
    expect(english.body).toContain('No information can be provided');
  });

  it('takes no token twice', async () => {
    const headers = { authorization: [`Bearer ${KZ}`, `Bearer ${AUDITOR}`] };
    const received = await ask(`${stage.door.url}/ledger/key`, { headers });
    expect(codeOf(received)).toBe('BAD_REQUEST');
  });
});

describe('A-11.4 tiles', () => {
  it('of hashes are of the caller’s own log; an auditor of this authority names another', async () => {
    const received = await get('/ledger/tile/1/x001/002.p/3', KZ);
    expect([received.status, received.body]).toEqual([200, 'KZ-MIA 1 1002 3']);
    expect(received.headers['content-type']).toBe('application/octet-stream');
    expect((await get('/ledger/tile/0/000.p/3?log=BE-IO', AUDITOR)).body).toBe('BE-IO 0 0 3');
    expect(codeOf(await get('/ledger/tile/0/000.p/3?log=BE-IO', KZ))).toBe('NO_GRANT');
  });

  it('of entries are the auditor’s alone', async () => {
    const path = '/ledger/tile/entries/000.p/3';
    expect((await get(`${path}?log=KZ-MIA`, AUDITOR)).body).toBe('KZ-MIA entries 0 3');
    for (const token of [KZ, BE, KZ_AUDITOR, OFFICER]) {
      expect(codeOf(await get(path, token))).toBe('NO_GRANT');
    }
  });

  it.each(['0/000', '0/00', '', 'entries', 'entries/'])(
    '%j is not found, whoever asks',
    async (path) => {
      expect((await get(`/ledger/tile/${path}`, AUDITOR)).status).toBe(404);
    },
  );
});

describe('a caller that asks too often', () => {
  it('is told when to come back, in the language of its authority', async () => {
    const admit = (): never => {
      throw new Refusal('RATE_LIMITED', { retryAfter: 9 });
    };
    const other = await openStage({ ledger: { ...recognising, admit } });
    const received = await ask(`${other.door.url}/ledger/checkpoint`);
    expect([received.status, received.headers['retry-after']]).toEqual([429, '9']);
    expect(received.body).toContain('повторите позднее');
    await other.close();
  });
});

describe('a ledger that fails', () => {
  const proofs = {
    checkpoint: () => Promise.reject(new Refusal('LEDGER_UNAVAILABLE')),
    inclusion: () => Promise.reject(new Error('connection to 10.0.0.7 lost')),
    consistency: () => Promise.reject(new Error('lost')),
    tile: () => Promise.reject(new Error('lost')),
    key: () => 'key',
  };

  it('says so, and no more', async () => {
    const other = await openStage({ ledger: { ...recognising, proofs } });
    const down = await ask(`${other.door.url}/ledger/checkpoint`);
    expect([down.status, codeOf(down), down.headers['retry-after']]).toEqual([
      503,
      'LEDGER_UNAVAILABLE',
      '5',
    ]);
    const lost = await ask(`${other.door.url}/ledger/proof?index=0&size=1`);
    expect([lost.status, codeOf(lost)]).toEqual([500, 'INTERNAL']);
    expect(lost.body).not.toContain('10.0.0.7');
    expect(other.alarmed).toHaveLength(1);
    await other.close();
  });
});
