/** The operator's file on partners: where each authority's gateway takes mail, and by which certificates it is known. */
import { z } from 'zod';
import { parseVkey } from '../ledger/index.js';
import { AUTHORITIES } from '../treaty/index.js';
import { type FileReader, parseJson, textReader } from './text-file.js';

/** A partner's gateway as the operator registered it. */
export interface PartnerGateway {
  readonly authority: string;
  /** `https://gateway.example:4443` */
  readonly origin: string;
  /** SHA-256 of the certificate's DER, base64url; two while one follows the other. */
  readonly certificates: readonly string[];
  /** The verifier key of its log of the exchange with this authority (C2SP vkey): what this gateway witnesses. */
  readonly log?: string | undefined;
  /** The verifier key that it cosigns with (C2SP vkey, algorithm 0x04): who witnesses this gateway's log. */
  readonly witness?: string | undefined;
}

const FINGERPRINT = /^[A-Za-z0-9_-]{43}$/;
const isOrigin = (text: string): boolean =>
  URL.canParse(text) && new URL(text).protocol === 'https:' && new URL(text).origin === text;

const areDistinct = (partners: readonly { readonly authority: string }[]): boolean =>
  new Set(partners.map(({ authority }) => authority)).size === partners.length;

const partnersFile = z
  .array(
    z.strictObject({
      authority: z.string().refine((code) => Object.hasOwn(AUTHORITIES, code)),
      origin: z.string().refine(isOrigin),
      certificates: z.array(z.string().regex(FINGERPRINT)).min(1).max(2),
      log: z
        .string()
        .refine((vkey) => parseVkey(vkey) !== undefined)
        .optional(),
      witness: z
        .string()
        .refine((vkey) => parseVkey(vkey, 'COSIGNATURE') !== undefined)
        .optional(),
    }),
  )
  .refine(areDistinct);

/** Reads the file; a fault says where in it, by our own names alone. */
export function partnersReader(readFile: FileReader) {
  const read = textReader(readFile);
  return (path: string, context: z.RefinementCtx): readonly PartnerGateway[] => {
    const text = read(path, context);
    if (text === z.NEVER) return z.NEVER;
    const { data, error } = partnersFile.safeParse(parseJson(text));
    for (const issue of error?.issues ?? []) {
      const place = issue.path.map(String).join('.');
      const message =
        place === '' ? 'a JSON list of partners, each once' : `not well formed at ${place}`;
      context.addIssue({ code: 'custom', message });
    }
    return data ?? [];
  };
}
