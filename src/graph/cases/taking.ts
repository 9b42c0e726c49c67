/**
 * The arguments of mutations, each with its type and the reader that says what is wrong with it. What GraphQL's types
 * can say is said there; the rest comes back as faults. Texts are narrower than what may travel to a partner, so that
 * nothing is kept that could not be sent.
 */
import { ID, Int } from 'type-graphql';
import { isPublicJwk, type PublicJwk, readCompact } from '../../base/index.js';
import { LONGEST_FILE } from '../../requests/index.js';
import { Base64, Instant, Json } from '../types/scalars.js';
import type { FaultCode, InputFault } from './faults.js';

/** The value, or every fault of it. */
export type Taken<T> = { readonly value: T } | { readonly faults: readonly InputFault[] };

export interface Taking<T> {
  readonly type: () => object | [object];
  readonly nullable: boolean;
  readonly description?: string;
  /** Reads what GraphQL has checked against the type. Never throws. */
  read(given: unknown, at: string): Taken<T>;
}

type TypeThunk = Taking<unknown>['type'];

const fault = (code: FaultCode, at: string): Taken<never> => ({ faults: [{ code, at }] });

/** An argument that this test decides about; undefined where nothing is wrong. */
export function taking<T>(
  type: TypeThunk,
  wrong: (value: T) => FaultCode | undefined,
  description?: string,
): Taking<T> {
  return {
    type,
    nullable: false,
    ...(description === undefined ? {} : { description }),
    read(given, at) {
      // GraphQL coerced it to the type, and a list or text of another type never comes here.
      const value = given as T;
      const code = wrong(value);
      return code === undefined ? { value } : fault(code, at);
    },
  };
}

/** An argument that may be left out. */
export function optional<T>(one: Taking<T>): Taking<T | null> {
  return {
    ...one,
    nullable: true,
    read: (given, at) => (given == null ? { value: null } : one.read(given, at)),
  };
}

/** One of an enumeration of the schema. */
export const choice = <T extends string>(type: object): Taking<T> =>
  taking<T>(
    () => type,
    () => undefined,
  );

const line = /^(?:\n|[^\p{C}\p{Zl}\p{Zp}])*$/u;
const LONGEST = 4000;

/** What is wrong with a text that something has to be said in. */
export function wrongText(text: string): FaultCode | undefined {
  if (text.trim() === '') return 'CONTENT_MISSING';
  if (text.length > LONGEST) return 'TOO_LONG';
  return line.test(text) ? undefined : 'CONTROL_CHARACTER';
}

export const TEXT = taking<string>(() => String, wrongText);

const LONGEST_LINE = 64;

/** A number of a register or a name of a list, on one line. */
export const LINE = (description: string): Taking<string> =>
  taking<string>(() => String, wrongLine, description);

/** What is wrong with a number of a register or a name of a list. */
export function wrongLine(text: string, longest = LONGEST_LINE): FaultCode | undefined {
  if (text.length > longest) return 'TOO_LONG';
  return text.includes('\n') ? 'CONTROL_CHARACTER' : wrongText(text);
}

/** What is wrong with a file, by its length alone; what it is, the desk tells from its bytes. */
export function wrongFile(base64: string): FaultCode | undefined {
  if (base64 === '') return 'CONTENT_MISSING';
  return base64.length > Math.ceil(LONGEST_FILE / 3) * 4 ? 'FILE_TOO_LARGE' : undefined;
}

const FILE_TYPES = `At most ${LONGEST_FILE / 1024 / 1024} MiB.`;

/** The bytes of a file. */
export const FILE: Taking<Uint8Array> = {
  type: () => Base64,
  nullable: false,
  description: FILE_TYPES,
  read(given, at) {
    const base64 = given as string;
    const code = wrongFile(base64);
    return code === undefined ? { value: Buffer.from(base64, 'base64') } : fault(code, at);
  },
};

const MOST_TEXTS = 64;

export const TEXTS: Taking<readonly string[]> = {
  type: () => [String],
  nullable: false,
  read(given, at) {
    const texts = given as readonly string[];
    if (texts.length === 0) return fault('CONTENT_MISSING', at);
    if (texts.length > MOST_TEXTS) return fault('TOO_MANY', at);
    const faults = texts.flatMap((text, i) => {
      const code = wrongText(text);
      return code === undefined ? [] : [{ code, at: `${at}[${i}]` }];
    });
    return faults.length === 0 ? { value: texts } : { faults };
  },
};

/** An instant; a text that is none comes as NaN. */
export const MOMENT = taking<number>(
  () => Instant,
  (at) => (Number.isNaN(at) ? 'WRONG_FORM' : undefined),
);

const MOST = 1_000_000;

/** The number of a subject, or of a question. */
export const COUNT = taking<number>(
  () => Int,
  (value) => (value < 1 || value > MOST ? 'OUT_OF_RANGE' : undefined),
);

export const FLAG = taking<boolean>(
  () => Boolean,
  () => undefined,
);

/** Several of an enumeration, at least one, none twice. */
export const choices = <T extends string>(type: object): Taking<readonly T[]> =>
  taking<readonly T[]>(
    () => [type],
    (values) => {
      if (values.length === 0) return 'CONTENT_MISSING';
      return new Set(values).size === values.length ? undefined : 'WRONG_FORM';
    },
  );

const uuidForm = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export const UUID = (description: string): Taking<string> =>
  taking<string>(
    () => ID,
    (text) => (uuidForm.test(text) ? undefined : 'WRONG_FORM'),
    description,
  );

/** As a move carries it to the partner. */
const officerForm = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/;

export const OFFICER = taking<string>(
  () => String,
  (text) => (officerForm.test(text) ? undefined : 'WRONG_FORM'),
  'Service number.',
);

/** In characters; the body of a call is shorter. */
const LONGEST_JWS = 1_000_000;

export const JWS = taking<string>(
  () => String,
  (text) =>
    readCompact(text, { parts: 3, longest: LONGEST_JWS }) === undefined ? 'WRONG_FORM' : undefined,
  'Compact JWS over exactly the bytes of `Case.document`.',
);

export const KEY = taking<PublicJwk>(
  () => Json,
  (value) => (isPublicJwk(value) ? undefined : 'WRONG_FORM'),
  "The signatory's public key as a JWK: kty, crv, x (and y), alg, use, kid, nothing else.",
);
