/** The settings, each by itself. A fault says what the setting should be, never what it was: settings hold passwords. */
import { isIP } from 'node:net';
import { z } from 'zod';
import { AUTHORITIES, type AuthorityCode } from '../treaty/index.js';
import { callersReader } from './callers-file.js';
import { instrumentsReader } from './instruments-file.js';
import { partnersReader } from './partners-file.js';
import { readmissionReader } from './readmission-file.js';
import { safelistReader } from './safelist-file.js';
import { type FileReader, parseJson, textReader } from './text-file.js';

const keySet = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });

/** Where the issuer's keys are: the set of a JWKS file, or an https address. */
export type JwksSource = { readonly set: z.infer<typeof keySet> } | { readonly url: URL };

const mode = z.enum(['production', 'development'], 'production or development');
const port = z
  .string()
  .regex(/^\d{1,5}$/, 'a number from 0 to 65535')
  .transform(Number)
  .refine((value) => value <= 65_535, 'a number from 0 to 65535');
const hostFault = 'an IP address or a host name';
const host = z
  .string()
  .refine((value) => isIP(value) !== 0 || /^(?!-)[A-Za-z0-9.-]{1,253}$/.test(value), hostFault);
const databaseUrl = z
  .string()
  .refine((value) => isUrlOf(value, ['postgres:', 'postgresql:']), 'a postgres:// URL');

const sinkFault = 'a file or an https:// URL';

// Partners and their routers sign this very text: one spelling, without path, user or default port.
const origin = z
  .string()
  .refine(
    (value) => isUrlOf(value, ['https:']) && new URL(value).origin === value,
    'an https:// origin, without a path',
  );

function isUrlOf(value: string, protocols: readonly string[]): boolean {
  return URL.canParse(value) && protocols.includes(new URL(value).protocol);
}

/** The one schema of the environment. */
export function settingsSchema(readFile: FileReader) {
  return z.object({
    SORGU_MODE: mode.default('production'),
    HOST: host.default('127.0.0.1'),
    PORT: port.default(4000),
    ADMIN_PORT: port.optional(),
    DATA_DIR: z.string().default('.data'),
    AUTHORITY: z
      .enum(Object.keys(AUTHORITIES) as [AuthorityCode], 'an authority that an instrument names')
      .default('AZ-SMS'),
    DATABASE_URL: databaseUrl.optional(),
    DATABASE_LEDGER_URL: databaseUrl.optional(),
    DATABASE_EXCHANGE_URL: databaseUrl.optional(),
    DATABASE_OWNER_URL: databaseUrl.optional(),
    JWT_ISSUER: z.string().optional(),
    JWT_AUDIENCE: z.string().optional(),
    JWKS: z.string().transform(jwksReader(readFile)).optional(),
    TLS_CERT: z.string().transform(textReader(readFile)).optional(),
    TLS_KEY: z.string().transform(textReader(readFile)).optional(),
    TLS_TERMINATED: z.enum(['0', '1'], '0 or 1').default('0'),
    EXCHANGE_PORT: port.optional(),
    EXCHANGE_URL: origin.optional(),
    EXCHANGE_TLS_CERT: z.string().transform(textReader(readFile)).optional(),
    EXCHANGE_TLS_KEY: z.string().transform(textReader(readFile)).optional(),
    EXCHANGE_TLS_CA: z.string().transform(textReader(readFile)).optional(),
    EXCHANGE_PARTNERS: z.string().transform(partnersReader(readFile)).optional(),
    SUBGRAPH_CALLERS: z.string().transform(callersReader(readFile)).optional(),
    SUBGRAPH_URL: origin.optional(),
    PUBLICATIONS_URL: origin.optional(),
    DOMESTIC_RECEIPTS: z
      .string()
      .refine((value) => !/^[a-z]+:\/\//i.test(value) || isUrlOf(value, ['https:']), sinkFault)
      .optional(),
    WITNESS_OUT_OF_REACH: z.enum(['REFUSE', 'SERVE'], 'REFUSE or SERVE').optional(),
    INSTRUMENTS: z.string().transform(instrumentsReader(readFile)).optional(),
    READMISSION: z.string().transform(readmissionReader(readFile)).optional(),
    SAFELIST: z.string().transform(safelistReader(readFile)).optional(),
    STATISTICS_THRESHOLD: z
      .string()
      .regex(/^(?:[5-9]|[1-9]\d)$/, 'a number from 5 to 99')
      .transform(Number)
      .default(5),
    RATE_LIMIT: z
      .string()
      .regex(/^[1-9]\d{0,5}$/, 'a number from 1 to 999999')
      .transform(Number)
      .default(60_000),
  });
}
export type Settings = z.infer<ReturnType<typeof settingsSchema>>;

function jwksReader(readFile: FileReader) {
  const read = textReader(readFile);
  return (value: string, context: z.RefinementCtx): JwksSource => {
    if (isUrlOf(value, ['https:'])) return { url: new URL(value) };
    if (/^[a-z]+:\/\//i.test(value)) return refuse(context, 'a file or an https:// URL');
    const text = read(value, context);
    if (text === z.NEVER) return z.NEVER;
    const { data: set } = keySet.safeParse(parseJson(text));
    return set === undefined ? refuse(context, 'a JSON Web Key Set') : { set };
  };
}

function refuse(context: z.RefinementCtx, message: string): never {
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
}
