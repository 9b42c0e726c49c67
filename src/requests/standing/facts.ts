/**
 * What the Parties tell each other of themselves: official names (2), who signs and on which letterhead (9(3)), contact
 * points (memorandum 5), and the keys of their gateways. Each is a fact with its register; `recorded.ts` dates it.
 */
import type { Language } from '../../base/index.js';
import type { Recorded } from './recorded.js';

// Type aliases, not interfaces: canonicalJson takes what is JSON by its type.
export type AuthorityFact = {
  readonly register: 'AUTHORITY';
  readonly authority: string;
  readonly name: Readonly<Record<Language, string>>;
  readonly functions: string;
  /** It coordinates the execution of requests, and its head signs them (9(3)). */
  readonly coordinates: boolean;
};

export type Office = 'HEAD' | 'DEPUTY' | 'AUTHORISED';

export type SignatoryFact = {
  readonly register: 'SIGNATORY';
  /** The person on the list, the same under every key. */
  readonly id: string;
  readonly authority: string;
  readonly name: string;
  readonly position: string;
  /** Head and deputy sign by office, others because the head authorised them. */
  readonly office: Office;
  /** The id of the one who authorised; null for those who sign by office. */
  readonly authorisedBy: string | null;
  /** Instruments under which the person signs. */
  readonly instruments: readonly string[];
  /** JWK thumbprint of the person's own key (RFC 7638, SHA-256). */
  readonly kid: string;
};

export type LetterheadFact = {
  readonly register: 'LETTERHEAD';
  readonly authority: string;
  readonly version: string;
  /** Of the sample's bytes, hexadecimal. */
  readonly sha256: string;
};

/** An office, never a person: whoever holds it is told by the office itself (memorandum 5). */
export type ContactPointFact = {
  readonly register: 'CONTACT_POINT';
  readonly id: string;
  readonly authority: string;
  /** Of the office. */
  readonly name: string;
  /** Whose officers are this contact point, as tokens name it; null where they are not told apart. */
  readonly unit: string | null;
  readonly address: string;
  /** Of the duty desk: `+` and digits, with single spaces. */
  readonly telephone: string | null;
  /** Of the office. */
  readonly email: string | null;
  readonly duties: readonly ('COMMUNICATION' | 'MONITORING')[];
};

export type MessageKeyFact = {
  readonly register: 'MESSAGE_KEY';
  readonly authority: string;
  /** JWK thumbprint (RFC 7638, SHA-256). */
  readonly kid: string;
  readonly use: 'SIGNATURE' | 'ENCRYPTION';
};

/** A key that nobody may rely on any more, whatever time a signature claims. */
export type RevocationFact = {
  readonly register: 'REVOCATION';
  readonly authority: string;
  readonly kid: string;
};

/** That the list of a Party's signatories and letterheads came (9(3)); recorded by us, told by nobody. */
export type ListReceivedFact = {
  readonly register: 'LIST_RECEIVED';
  readonly authority: string;
  readonly digest: string;
};

/** What one Party can tell another. */
export type ToldFact =
  | AuthorityFact
  | SignatoryFact
  | LetterheadFact
  | ContactPointFact
  | MessageKeyFact
  | RevocationFact;

export type Fact = ToldFact | ListReceivedFact;
export type Register = Fact['register'];
export type FactOf<R extends Register> = Extract<Fact, { readonly register: R }>;

/** Everything recorded of all Parties, in no order. */
export type Standing = readonly Recorded<Fact>[];

/** The records of one register. */
export function recordsOf<R extends Register>(
  standing: Standing,
  register: R,
): readonly Recorded<FactOf<R>>[] {
  return standing.filter((one): one is Recorded<FactOf<R>> => one.fact.register === register);
}

/** What makes two facts of a register versions of one thing: one follows the other and takes its place. */
export function keyOf(fact: Fact): string {
  switch (fact.register) {
    case 'AUTHORITY':
    case 'LIST_RECEIVED':
      return fact.authority;
    case 'SIGNATORY':
      // A person may hold two keys while one follows the other.
      return `${fact.authority} ${fact.id} ${fact.kid}`;
    case 'LETTERHEAD':
      return `${fact.authority} ${fact.version}`;
    case 'CONTACT_POINT':
      return `${fact.authority} ${fact.id}`;
    case 'MESSAGE_KEY':
    case 'REVOCATION':
      return `${fact.authority} ${fact.kid}`;
  }
}
