/**
 * The request as Article 9(2) wants it written: the document one authority signs and sends to another. What its form
 * allows to be empty (a justification, the wanted items) may arrive empty: that is asked back under 10(1), not refused.
 */
import { createHash } from 'node:crypto';
import { canonicalJson, type Json, LANGUAGES, type Language } from '../../base/index.js';
import { CODES } from '../../register/index.js';
import type { Aim } from '../request.js';
import { compileCheck, type MessageFault } from './check-message.js';
import {
  CLAUSE_OR_NOTHING,
  CODE,
  COUNTRY,
  INSTANT,
  line,
  NAME_CODE,
  PARTIAL_DATE,
  prose,
  UUID_V4,
} from './forms.js';
import { exactly, listOf, oneOf, only, orNull, type SchemaOf, saying } from './message-schema.js';

/** The scripts a request may write a name in; a document read by machine is `und-Latn`. */
const SUBJECT_SCRIPTS = ['ru-Cyrl', 'kk-Cyrl', 'az-Latn', 'az-Cyrl', 'und-Latn'] as const;
const AIMS = ['PREVENTION', 'RIGHTS'] as const satisfies readonly Aim[];

// Type aliases, not interfaces: canonicalJson takes what is JSON by its type.
export type SubjectName = {
  readonly script: (typeof SUBJECT_SCRIPTS)[number];
  readonly surname: string | null;
  readonly givenName: string | null;
  readonly patronymic: string | null;
};

export type SubjectDocument = {
  readonly series: string | null;
  readonly number: string;
  readonly issuedBy: string | null;
};

/** A person the request is about, by whatever identifies him or her. */
export type DocumentSubject = {
  /** From 1, in order: `<request>.<n>` is the person's name on both sides. */
  readonly n: number;
  readonly names: readonly SubjectName[];
  readonly dateOfBirth: string | null;
  readonly sex: (typeof CODES.Sex)[number] | null;
  readonly citizenship: string | null;
  readonly placeOfBirth: string | null;
  readonly documents: readonly SubjectDocument[];
  /** The machine readable zone, pasted whole; read by `readMrz`. */
  readonly mrz: string | null;
};

export type DocumentPurpose = {
  readonly purpose: string;
  /** The clause the purpose rests on; empty where the writer named none. */
  readonly basis: string;
  readonly justification: string;
};

export type RequestDocument = {
  readonly v: 1;
  readonly kind: 'REQUEST';
  readonly id: string;
  readonly instrument: string;
  readonly requesting: {
    readonly authority: string;
    readonly unit: string | null;
    readonly name: string;
  };
  readonly requested: { readonly authority: string; readonly name: string };
  readonly language: Language;
  /** The version of the letterhead sample it is written on (9(3)). */
  readonly letterhead: string;
  readonly aim: Aim;
  readonly purposes: readonly DocumentPurpose[];
  readonly substance: string;
  readonly otherInformation: string | null;
  readonly itemsWanted: readonly string[];
  readonly subjects: readonly DocumentSubject[];
  /** ISO 8601, UTC. */
  readonly writtenAt: string;
};

const NAME = line(200);

/** A request is about so many persons at most. */
export const MAX_SUBJECTS = 100;

/** A person by whatever identifies him or her. */
export const SUBJECT: SchemaOf<DocumentSubject> = exactly<DocumentSubject>({
  n: saying('1 for the first, and so on in order', {
    type: 'integer',
    minimum: 1,
    maximum: MAX_SUBJECTS,
  }),
  names: listOf(
    exactly<SubjectName>({
      script: oneOf(SUBJECT_SCRIPTS),
      surname: orNull(NAME),
      givenName: orNull(NAME),
      patronymic: orNull(NAME),
    }),
    16,
  ),
  dateOfBirth: orNull(saying('ISO 8601-2: what is unknown is left out', PARTIAL_DATE)),
  sex: orNull(oneOf(CODES.Sex)),
  citizenship: orNull(saying('ISO 3166-1 alpha-3 as ICAO Doc 9303-3 extends it', COUNTRY)),
  placeOfBirth: orNull(NAME),
  documents: listOf(
    exactly<SubjectDocument>({
      series: orNull(line(32)),
      number: line(64),
      issuedBy: orNull(line(400)),
    }),
    16,
  ),
  mrz: orNull(saying('the machine readable zone, pasted whole', prose(120))),
});

/** JSON Schema of the document; emitted as `schema/messages/request.schema.json`. */
export const REQUEST_SCHEMA: SchemaOf<RequestDocument> = saying(
  'Request for assistance, AZ-KZ-2019 Article 9(2)',
  exactly<RequestDocument>({
    v: only(1),
    kind: only('REQUEST'),
    id: UUID_V4,
    instrument: NAME_CODE,
    requesting: saying(
      '9(2): the requesting body',
      exactly<RequestDocument['requesting']>({
        authority: NAME_CODE,
        unit: orNull(line(200)),
        name: line(400),
      }),
    ),
    requested: saying(
      '9(2): the requested body',
      exactly<RequestDocument['requested']>({ authority: NAME_CODE, name: line(400) }),
    ),
    language: oneOf(LANGUAGES),
    letterhead: saying('9(3): version of the letterhead sample', line(64)),
    aim: saying('5(1): prevention of illegal migration, or the rights of nationals', oneOf(AIMS)),
    purposes: saying(
      '9(2): purpose and justification; 11(2): what the results may be used for',
      listOf(
        exactly<DocumentPurpose>({
          purpose: CODE,
          basis: CLAUSE_OR_NOTHING,
          justification: prose(4000),
        }),
        16,
      ),
    ),
    substance: saying('9(2): summary of the substance', prose(10_000)),
    otherInformation: orNull(saying('9(2): any other useful information', prose(10_000))),
    itemsWanted: listOf(CODE, 64),
    subjects: listOf(SUBJECT, MAX_SUBJECTS),
    writtenAt: INSTANT,
  }),
);

const check = compileCheck(REQUEST_SCHEMA);

/** What reading gave: the document, or every fault of its form. */
export type DocumentReading =
  | { readonly document: RequestDocument }
  | { readonly document: null; readonly faults: readonly MessageFault[] };

/** Reads attacker-controlled JSON as a request. Never throws; what it gives has one canonical form. */
export function readRequestDocument(json: Json): DocumentReading {
  const faults = check(json);
  if (faults.length > 0) return { document: null, faults };
  // The check compiled from the schema of this type found nothing.
  const document = json as RequestDocument;
  const odd = document.subjects.findIndex(({ n }, index) => n !== index + 1);
  if (odd === -1) return { document };
  // JSON Schema cannot say that the numbers count.
  return { document: null, faults: [{ code: 'WRONG_NUMBERING', at: `subjects[${odd}].n` }] };
}

/** The bytes that are signed: canonical JSON (RFC 8785) in UTF-8. */
export function documentBytes(document: RequestDocument): Uint8Array {
  return Buffer.from(canonicalJson(document), 'utf8');
}

/** SHA-256 of the signed bytes, hexadecimal: with the id, what makes a second delivery the same one. */
export function documentDigest(document: RequestDocument): string {
  return createHash('sha256').update(documentBytes(document)).digest('hex');
}
