import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { systemClock, systemIds } from '../../src/base/index.js';
import { type Environment, readConfig, type Task } from '../../src/config.js';
import { makeCertificateAuthority } from '../../src/development/index.js';

const pem = (name: string): string =>
  readFileSync(new URL(`http/tls/${name}`, import.meta.url), 'utf8');

const issued = makeCertificateAuthority('test', { clock: systemClock, ids: systemIds }).issue({
  name: 'KZ-MIA',
  hosts: [],
});
const FILES: Readonly<Record<string, string>> = {
  'jwks.json': '{"keys":[{"kty":"OKP","kid":"a"}]}',
  'cert.pem': pem('server.crt'),
  'key.pem': pem('server.key'),
  'other-key.pem': pem('client.key'),
  'ca.pem': pem('server.crt') + pem('client.crt'),
  'no-ca.pem': issued.cert,
  'not.json': '{"keys"',
  'callers.json': '[{"authority":"KZ-MIA","keys":[{"kty":"OKP","kid":"a"}]}]',
};
const PRODUCTION: Environment = {
  DATABASE_URL: 'postgres://sorgu_app:secret@db/sorgu',
  DATABASE_LEDGER_URL: 'postgres://sorgu_ledger:secret@db/sorgu',
  DATABASE_EXCHANGE_URL: 'postgres://sorgu_exchange:secret@db/sorgu',
  JWT_ISSUER: 'https://issuer.example',
  JWT_AUDIENCE: 'https://gateway.example',
  JWKS: 'jwks.json',
};
const DEVELOPMENT: Environment = { SORGU_MODE: 'development' };
const EXCHANGE: Environment = {
  EXCHANGE_PORT: '4443',
  EXCHANGE_TLS_CERT: 'cert.pem',
  EXCHANGE_TLS_KEY: 'key.pem',
  EXCHANGE_TLS_CA: 'ca.pem',
};

interface Reading {
  readonly environment: Environment;
  readonly task?: Task;
  readonly instruments?: unknown;
}

function read({ environment, task = 'serve', instruments }: Reading) {
  const files = { ...FILES, 'instruments.json': JSON.stringify(instruments) };
  const known = new Map(Object.entries(files));
  return readConfig(environment, {
    task,
    readFile(path) {
      const text = known.get(path);
      if (text === undefined) throw new Error(`ENOENT: ${path}`);
      return text;
    },
  });
}

function faultsOf(reading: Reading): readonly string[] {
  const result = read(reading);
  return result.config === null ? result.faults : [];
}

function configOf(reading: Reading) {
  const result = read(reading);
  if (result.config === null) throw new Error(result.faults.join('\n'));
  return result.config;
}

describe('a good environment', () => {
  it('needs nothing in development', () => {
    expect(configOf({ environment: DEVELOPMENT })).toEqual({
      mode: 'development',
      host: '127.0.0.1',
      port: 4000,
      adminPort: 4001,
      dataDir: '.data',
      authority: 'AZ-SMS',
      database: { app: null, ledger: null, exchange: null, owner: null },
      tokens: null,
      tls: null,
      exchange: null,
      callers: null,
      subgraphOrigin: null,
      publicationsOrigin: null,
      domesticReceipts: null,
      tlsTerminated: false,
      instruments: new Map(),
      statisticsThreshold: 5,
      readmission: new Map(),
      safelist: new Map(),
      rateLimit: 60_000,
    });
  });

  it('is read as production unless it says otherwise', () => {
    const config = configOf({ environment: PRODUCTION });
    expect(config.mode).toBe('production');
    expect(config.tokens).toEqual({
      issuer: 'https://issuer.example',
      audience: 'https://gateway.example',
      jwks: { set: { keys: [{ kty: 'OKP', kid: 'a' }] } },
    });
    expect(config.database.ledger).toBe('postgres://sorgu_ledger:secret@db/sorgu');
  });

  it('may go beyond loopback with TLS', () => {
    const tls = { TLS_CERT: 'cert.pem', TLS_KEY: 'key.pem' };
    const config = configOf({ environment: { ...PRODUCTION, ...tls, HOST: '0.0.0.0' } });
    expect(config.tls).toEqual({ cert: pem('server.crt'), key: pem('server.key') });
  });

  it('may go beyond loopback behind a proxy that ends TLS', () => {
    const environment = { ...PRODUCTION, HOST: '::', TLS_TERMINATED: '1' };
    expect(configOf({ environment }).tlsTerminated).toBe(true);
  });

  it('may have a door for other gateways', () => {
    const tls = { cert: pem('server.crt'), key: pem('server.key'), ca: FILES['ca.pem'] };
    const config = configOf({ environment: { ...PRODUCTION, ...EXCHANGE } });
    expect(config.exchange).toMatchObject({ port: 4443, origin: null, tls });
    const EXCHANGE_URL = 'https://sorgu.example:8443';
    const named = configOf({ environment: { ...DEVELOPMENT, ...EXCHANGE, EXCHANGE_URL } });
    expect(named.exchange?.origin).toBe(EXCHANGE_URL);
  });

  it.each(['127.0.0.1', '127.8.8.8', '::1', 'localhost'])('may bind %s in development', (HOST) => {
    expect(configOf({ environment: { ...DEVELOPMENT, HOST } }).host).toBe(HOST);
  });

  it('may be empty where it need not be set', () => {
    const environment = { ...DEVELOPMENT, PORT: '', DATABASE_URL: '', TLS_CERT: '' };
    expect(configOf({ environment }).port).toBe(4000);
  });

  it('takes any free port, and then any for the admin listener', () => {
    const config = configOf({ environment: { ...DEVELOPMENT, PORT: '0' } });
    expect([config.port, config.adminPort]).toEqual([0, 0]);
  });

  it('takes keys from an https address', () => {
    const environment = { ...PRODUCTION, JWKS: 'https://issuer.example/jwks' };
    expect(configOf({ environment }).tokens?.jwks).toEqual({
      url: new URL('https://issuer.example/jwks'),
    });
  });

  it('needs only the owner to migrate and import', () => {
    const owner = { DATABASE_OWNER_URL: 'postgresql://sorgu_owner@db/sorgu' };
    const config = configOf({ environment: owner, task: 'maintain' });
    expect(config.database.owner).toBe('postgresql://sorgu_owner@db/sorgu');
  });

  it('A-17 a carries the dates of the notifications, and A-1.1, A-11.5a what national law closes and shortens', () => {
    const closings = [
      { purpose: 'PERSON_DETECTION', item: 'PHOTOGRAPH', ground: 'NATIONAL_LEGISLATION' },
    ];
    const status = {
      notifications: { AZE: '2021-07-01', KAZ: '2021-08-01' },
      terminationNotice: '2030-01-31',
      clock: { questions: 'STOPS', postponement: 'WITHIN_TERM' },
      pending: 'FINISH',
    };
    const retention = [{ purpose: 'PERSON_DETECTION', days: 90 }];
    const instruments = { 'AZ-KZ-2019': { ...status, closings, retention } };
    const environment = { ...PRODUCTION, INSTRUMENTS: 'instruments.json' };
    const config = configOf({ environment, instruments });
    expect(config.instruments.get('AZ-KZ-2019')).toEqual({ status, closings, retention });
  });
});

const FAULTY: readonly (readonly [string, Environment, readonly string[]])[] = [
  [
    'an unknown mode',
    { ...PRODUCTION, SORGU_MODE: 'test' },
    ['SORGU_MODE: production or development'],
  ],
  [
    'a port that is no number',
    { ...DEVELOPMENT, PORT: 'http' },
    ['PORT: a number from 0 to 65535'],
  ],
  ['a port too high', { ...DEVELOPMENT, PORT: '65536' }, ['PORT: a number from 0 to 65535']],
  [
    'a negative port',
    { ...DEVELOPMENT, ADMIN_PORT: '-1' },
    ['ADMIN_PORT: a number from 0 to 65535'],
  ],
  ['a hexadecimal port', { ...DEVELOPMENT, PORT: '0x50' }, ['PORT: a number from 0 to 65535']],
  [
    'no port after the last',
    { ...DEVELOPMENT, PORT: '65535' },
    ['ADMIN_PORT: needed, because no port follows PORT'],
  ],
  [
    'one port for both',
    { ...DEVELOPMENT, ADMIN_PORT: '4000' },
    ['ADMIN_PORT: another port than PORT'],
  ],
  [
    'a host with a path',
    { ...PRODUCTION, HOST: 'a/b', TLS_TERMINATED: '1' },
    ['HOST: an IP address or a host name'],
  ],
  [
    'development beyond loopback',
    { ...DEVELOPMENT, HOST: '0.0.0.0' },
    ['HOST: loopback in development'],
  ],
  [
    'development on a name like localhost',
    { ...DEVELOPMENT, HOST: 'localhost.evil.example' },
    ['HOST: loopback in development'],
  ],
  [
    'production beyond loopback in the clear',
    { ...PRODUCTION, HOST: '0.0.0.0' },
    ['HOST: beyond loopback only with TLS_CERT and TLS_KEY, or TLS_TERMINATED=1'],
  ],
  [
    'TLS twice',
    { ...PRODUCTION, TLS_CERT: 'cert.pem', TLS_KEY: 'key.pem', TLS_TERMINATED: '1' },
    ['TLS_TERMINATED: either a proxy ends TLS or TLS_CERT does'],
  ],
  ['TLS_TERMINATED=yes', { ...PRODUCTION, TLS_TERMINATED: 'yes' }, ['TLS_TERMINATED: 0 or 1']],
  [
    'a certificate without its key',
    { ...PRODUCTION, TLS_CERT: 'cert.pem' },
    ['TLS_KEY: needed beside TLS_CERT'],
  ],
  [
    'a key without its certificate',
    { ...PRODUCTION, TLS_KEY: 'key.pem' },
    ['TLS_CERT: needed beside TLS_KEY'],
  ],
  [
    'the key of another certificate',
    { ...PRODUCTION, TLS_CERT: 'cert.pem', TLS_KEY: 'other-key.pem' },
    ['TLS_CERT, TLS_KEY: a certificate and its key, in PEM'],
  ],
  [
    'a certificate that is not there',
    { ...PRODUCTION, TLS_CERT: 'gone.pem', TLS_KEY: 'key.pem' },
    ['TLS_CERT: a file that can be read'],
  ],
  [
    'an unknown authority',
    { ...DEVELOPMENT, AUTHORITY: 'AZ-POLICE' },
    ['AUTHORITY: an authority that an instrument names'],
  ],
  [
    'a database that is not PostgreSQL',
    { ...DEVELOPMENT, DATABASE_OWNER_URL: 'mysql://x/y' },
    ['DATABASE_OWNER_URL: a postgres:// URL'],
  ],
  [
    'half a database',
    { ...DEVELOPMENT, DATABASE_URL: 'postgres://a@db/x' },
    ['DATABASE_LEDGER_URL: needed beside DATABASE_URL'],
  ],
  [
    'one role for all',
    { ...PRODUCTION, DATABASE_LEDGER_URL: 'postgres://sorgu_app:other@db/sorgu' },
    ['DATABASE_LEDGER_URL: another role than that of DATABASE_URL'],
  ],
  [
    'half an issuer',
    { ...DEVELOPMENT, JWT_ISSUER: 'https://issuer.example' },
    [
      'JWT_AUDIENCE: needed beside JWT_ISSUER, JWKS',
      'JWKS: needed beside JWT_ISSUER, JWT_AUDIENCE',
    ],
  ],
  [
    'keys over http',
    { ...PRODUCTION, JWKS: 'http://issuer.example/jwks' },
    ['JWKS: a file or an https:// URL'],
  ],
  [
    'keys that are not there',
    { ...PRODUCTION, JWKS: 'gone.json' },
    ['JWKS: a file that can be read'],
  ],
  ['keys that are no set', { ...PRODUCTION, JWKS: 'cert.pem' }, ['JWKS: a JSON Web Key Set']],
  [
    'instruments that are no JSON',
    { ...PRODUCTION, INSTRUMENTS: 'not.json' },
    ['INSTRUMENTS: a JSON object by instrument'],
  ],
  [
    'half a door for gateways',
    { ...PRODUCTION, EXCHANGE_PORT: '4443', EXCHANGE_TLS_CA: 'ca.pem' },
    [
      'EXCHANGE_TLS_CERT: needed beside EXCHANGE_PORT, EXCHANGE_TLS_KEY, EXCHANGE_TLS_CA',
      'EXCHANGE_TLS_KEY: needed beside EXCHANGE_PORT, EXCHANGE_TLS_CERT, EXCHANGE_TLS_CA',
    ],
  ],
  [
    'one port for two doors',
    { ...DEVELOPMENT, ...EXCHANGE, EXCHANGE_PORT: '4001' },
    ['EXCHANGE_PORT: another port than PORT and ADMIN_PORT'],
  ],
  [
    'the key of another certificate for gateways',
    { ...PRODUCTION, ...EXCHANGE, EXCHANGE_TLS_KEY: 'other-key.pem' },
    ['EXCHANGE_TLS_CERT, EXCHANGE_TLS_KEY: a certificate and its key, in PEM'],
  ],
  ...['jwks.json', 'no-ca.pem', 'key.pem'].map(
    (file) =>
      [
        `partners certified by ${file}`,
        { ...PRODUCTION, ...EXCHANGE, EXCHANGE_TLS_CA: file },
        ['EXCHANGE_TLS_CA: certificates of authorities, in PEM'],
      ] as const,
  ),
  ...['http://a.example', 'https://a.example/', 'https://a.example:443', 'https://A.example'].map(
    (EXCHANGE_URL) =>
      [
        `gateways told ${EXCHANGE_URL}`,
        { ...PRODUCTION, ...EXCHANGE, EXCHANGE_URL },
        ['EXCHANGE_URL: an https:// origin, without a path'],
      ] as const,
  ),
  [
    'an origin without a door',
    { ...PRODUCTION, EXCHANGE_URL: 'https://a.example' },
    ['EXCHANGE_URL: only beside EXCHANGE_PORT'],
  ],
  [
    'a door for gateways without a role to write with',
    { ...PRODUCTION, ...EXCHANGE, DATABASE_EXCHANGE_URL: '' },
    ['DATABASE_EXCHANGE_URL: needed beside EXCHANGE_PORT and DATABASE_URL'],
  ],
  [
    'an origin of the subgraph without its callers',
    { ...PRODUCTION, SUBGRAPH_URL: 'https://a.example' },
    ['SUBGRAPH_URL: only beside SUBGRAPH_CALLERS'],
  ],
  [
    'callers of an origin that only the proxy knows',
    { ...PRODUCTION, SUBGRAPH_CALLERS: 'callers.json', TLS_TERMINATED: '1' },
    ['SUBGRAPH_URL: needed beside SUBGRAPH_CALLERS and TLS_TERMINATED=1'],
  ],
  [
    'callers told an origin with a path',
    { ...PRODUCTION, SUBGRAPH_CALLERS: 'callers.json', SUBGRAPH_URL: 'https://a.example/subgraph' },
    ['SUBGRAPH_URL: an https:// origin, without a path'],
  ],
  ['no limit', { ...DEVELOPMENT, RATE_LIMIT: '0' }, ['RATE_LIMIT: a number from 1 to 999999']],
];

const FAULTY_INSTRUMENTS: readonly (readonly [string, unknown, string])[] = [
  ['an unknown one', { 'AZ-GE-2020': {} }, 'no instrument AZ-GE-2020'],
  ['an unknown member', { 'AZ-KZ-2019': { notified: true } }, 'not well formed at AZ-KZ-2019'],
  [
    'a day that is none',
    { 'AZ-KZ-2019': { terminationNotice: '2023-02-29' } },
    'not well formed at AZ-KZ-2019.terminationNotice',
  ],
  [
    'a day in another form',
    { 'AZ-KZ-2019': { terminationNotice: '1.3.2023' } },
    'not well formed at AZ-KZ-2019.terminationNotice',
  ],
  [
    'a time',
    { 'AZ-KZ-2019': { notifications: { KAZ: '2023-02-01T00:00:00Z' } } },
    'not well formed at AZ-KZ-2019.notifications.KAZ',
  ],
  [
    'a state that is no Party',
    { 'AZ-KZ-2019': { notifications: { RUS: '2023-02-01' } } },
    'AZ-KZ-2019: RUS is not a Party',
  ],
  [
    'confirmed in words',
    { 'EU-AZ-2014': { confirmed: 'yes' } },
    'not well formed at EU-AZ-2014.confirmed',
  ],
  [
    'open requests treated in another way than two',
    { 'AZ-KZ-2019': { pending: 'WAIT' } },
    'not well formed at AZ-KZ-2019.pending',
  ],
  [
    'a clock read in another way than two',
    { 'AZ-KZ-2019': { clock: { questions: 'PAUSES' } } },
    'not well formed at AZ-KZ-2019.clock.questions',
  ],
  [
    'a postponement that is no reading',
    { 'AZ-KZ-2019': { clock: { postponement: true } } },
    'not well formed at AZ-KZ-2019.clock.postponement',
  ],
  [
    'a clock with an unknown switch',
    { 'AZ-KZ-2019': { clock: { weekends: 'STOPS' } } },
    'not well formed at AZ-KZ-2019.clock',
  ],
  [
    'a closing of nothing',
    { 'AZ-BE-2019': { closings: [{ purpose: 'INTERVIEW_ARRANGEMENT', item: 'PHOTOGRAPH' }] } },
    'AZ-BE-2019: INTERVIEW_ARRANGEMENT does not open PHOTOGRAPH, so nothing can be closed there',
  ],
  [
    'a closing of an unknown purpose',
    { 'AZ-KZ-2019': { closings: [{ purpose: 'CURIOSITY', item: 'PHOTOGRAPH' }] } },
    'not well formed at AZ-KZ-2019.closings.0.purpose',
  ],
  ["the sample's dates", { 'AZ-KZ-2019': { sample: true } }, "the sample's dates in production"],
];

describe('a faulty environment', () => {
  it.each(FAULTY)('with %s names the setting', (_name, environment, faults) => {
    expect(faultsOf({ environment })).toEqual(faults);
  });

  it.each(FAULTY_INSTRUMENTS)('with instruments of %s says where', (_name, instruments, fault) => {
    const environment = { ...PRODUCTION, INSTRUMENTS: 'instruments.json' };
    expect(faultsOf({ environment, instruments })).toEqual([`INSTRUMENTS: ${fault}`]);
  });

  it('A-1.1 refuses to close an Article 5 category without its ground', () => {
    const closings = [{ purpose: 'LEGAL_STATUS_DETERMINATION', item: 'REGISTRATION' }];
    const environment = { ...PRODUCTION, INSTRUMENTS: 'instruments.json' };
    const [fault] = faultsOf({ environment, instruments: { 'AZ-KZ-2019': { closings } } });
    expect(fault).toBe(
      'INSTRUMENTS: AZ-KZ-2019: closing REGISTRATION (Article 5) names no ground of 10(4)',
    );
  });

  it('tells every fault at once', () => {
    const environment = {
      PORT: 'x',
      HOST: '0.0.0.0',
      AUTHORITY: 'x',
      TLS_KEY: 'key.pem',
      RATE_LIMIT: 'x',
    };
    expect(faultsOf({ environment })).toEqual([
      'PORT: a number from 0 to 65535',
      'AUTHORITY: an authority that an instrument names',
      'RATE_LIMIT: a number from 1 to 999999',
      'DATABASE_URL: needed in production',
      'DATABASE_LEDGER_URL: needed in production',
      'JWT_ISSUER: needed in production',
      'JWT_AUDIENCE: needed in production',
      'JWKS: needed in production',
      'TLS_CERT: needed beside TLS_KEY',
      'HOST: beyond loopback only with TLS_CERT and TLS_KEY, or TLS_TERMINATED=1',
    ]);
  });

  it('never shows a value', () => {
    const secret = 'hunter2-Passw0rd';
    const names = Object.keys({
      ...PRODUCTION,
      ...EXCHANGE,
      EXCHANGE_URL: '',
      PORT: '',
      HOST: '',
      TLS_CERT: '',
      TLS_KEY: '',
    });
    const more = ['ADMIN_PORT', 'AUTHORITY', 'DATABASE_OWNER_URL', 'INSTRUMENTS', 'RATE_LIMIT'];
    const environment = Object.fromEntries(
      [...names, ...more].map((name) => [name, `${secret}/${name}`]),
    );
    const faults = faultsOf({ environment });
    expect(faults.length).toBeGreaterThan(8);
    expect(faults.join()).not.toContain(secret);
  });

  it('asks of migrate and import nothing that only serving needs', () => {
    expect(faultsOf({ environment: {}, task: 'maintain' })).toEqual([]);
    const environment = { DATABASE_OWNER_URL: 'mysql://x/y' };
    expect(faultsOf({ environment, task: 'maintain' })).toEqual([
      'DATABASE_OWNER_URL: a postgres:// URL',
    ]);
  });
});
