/** The settings of the router: one JSON file, whose name is the only argument. A fault names a place, never a value. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';

const origin = z.string().refine((text) => URL.canParse(text) && new URL(text).origin === text);

const state = z.strictObject({
  /** Alpha-3, as in the names of its fields: `AZE`. */
  code: z.string().regex(/^[A-Z]{3}$/),
  /** Whose gateway it is, and whom tokens are asked for: `AZ-SMS`. */
  authority: z.string(),
  origin,
  /** Fingerprints of the certificates at which it is believed to answer. */
  certificates: z.array(z.string()).min(1).max(2),
  /** The verifier key of its log of the exchange with this authority, by which receipts are checked. */
  log: z.string(),
  /** Where the asker's token is exchanged for one of this state (RFC 8693), and the certificates there. */
  tokens: z.strictObject({ url: z.url(), certificates: z.array(z.string()).min(1).max(2) }),
});

const settings = z.strictObject({
  port: z.number().int().min(0).max(65_535),
  /** PEM files: the certificate that is shown at every hop, and who certifies the other end. */
  tls: z.strictObject({ cert: z.string(), key: z.string(), ca: z.string() }),
  /** PEM file: the key that signs every hop. */
  signingKey: z.string(),
  /** The authority's own gateway first: who is not recognised by its issuer is recognised by nobody. */
  states: z.array(state).length(2),
  /** Milliseconds until a gateway that is silent counts as away. */
  patience: z.number().int().min(50).max(60_000).default(10_000),
  /** Whether each hop is told on standard output, a line of JSON: who was asked when, never what. */
  trace: z.boolean().default(false),
});

export type RouterSettings = z.infer<typeof settings>;
export type StateSettings = z.infer<typeof state>;

/** Reads the file. Throws an error of one line that names what is wrong and where. */
export function readSettings(path: string): RouterSettings {
  const { data, error } = settings.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (data !== undefined) return data;
  const places = error.issues.map(({ path: place }) => place.map(String).join('.'));
  throw new Error(`settings: not well formed at ${places.join(', ')}`);
}
