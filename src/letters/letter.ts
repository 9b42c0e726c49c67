/**
 * What a letter is made from (Articles 9(1), 9(2), 10(4)): the data of the signed message, and what the sending authority
 * knows beside it: its letterhead, the day at its seat, who signed. The same input gives the same bytes.
 */

import type { RequestDocument } from '../requests/index.js';
import type { Day } from '../treaty/index.js';

/** The letterhead sample the Parties exchanged (9(3)). */
export interface Letterhead {
  /** One column of lines, or two with the emblem between them: the authority in each of its languages. */
  readonly columns: readonly [readonly string[]] | readonly [readonly string[], readonly string[]];
  /** JPEG, or PNG without transparency; one that cannot be drawn is left out. */
  readonly emblem: Uint8Array | null;
  readonly contacts: string;
  readonly version: string;
  /** SHA-256 of the sample, hexadecimal. */
  readonly digest: string;
}

interface Signatory {
  readonly office: string;
  readonly name: string;
}

/** Who signed, and how; a reply to a request on paper is signed by hand on the printed letter. */
export type LetterSignature =
  | (Signatory & {
      readonly kind: 'ELECTRONIC';
      /** ISO 8601, UTC. */
      readonly signedAt: string;
      /** The name of the key, as the signature states it. */
      readonly key: string;
    })
  | (Signatory & { readonly kind: 'BY_HAND' });

export interface LetterFrame {
  readonly letterhead: Letterhead;
  /** The calendar day of the letter at the seat of the authority that sends it. */
  readonly day: Day;
  readonly signature: LetterSignature;
  /** SHA-256 of the signed document, hexadecimal. */
  readonly digest: string;
}

export interface RequestLetter extends LetterFrame {
  readonly request: RequestDocument;
}

/** The grounds of 10(4), as the policy room names them. */
export type LetterGround =
  | 'SOVEREIGNTY'
  | 'SECURITY'
  | 'PUBLIC_ORDER'
  | 'OTHER_ESSENTIAL_INTERESTS'
  | 'NATIONAL_LEGISLATION'
  | 'INTERNATIONAL_OBLIGATIONS';

/** A photograph or fingerprint card as the register keeps it: JPEG or PNG; attacker-controlled. */
export interface LetterImage {
  readonly content: Uint8Array;
}

/** One thing the register has, in the working language: `Дата выдачи` / `03.05.2019`. */
export interface LetterFact {
  readonly label: string;
  readonly value: string;
}

/** What became of an item, and for one that is disclosed what there is. */
export type LetterOutcome =
  | {
      readonly outcome: 'DISCLOSED';
      readonly item: string;
      readonly facts: readonly LetterFact[];
      readonly image?: LetterImage;
    }
  | {
      readonly outcome: 'REFUSED';
      readonly item: string;
      readonly grounds: readonly LetterGround[];
      /** The reasons in the working language (A-10.4b). */
      readonly text: string;
    }
  /** The register has none, nobody was found, or nobody who may be named: one wording for all (A-10.4c). */
  | { readonly outcome: 'NOT_AVAILABLE'; readonly item: string }
  | { readonly outcome: 'WITHHELD_BY_POLICY'; readonly item: string };

export interface LetterSubject {
  readonly n: number;
  readonly items: readonly LetterOutcome[];
}

/** What an answer and a refusal say alike: which request, and what became of each wanted item. */
interface Reply extends LetterFrame {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly writtenAt: string;
  readonly request: RequestDocument;
  /** The day the request's own letter bears. */
  readonly requestDay: Day;
  /** The day of receipt at the seat of the requested authority (10(3)). */
  readonly receivedOn: Day;
  /** Of a request on paper: its sender's number and ours (9(1)); null for one that came by gateway. */
  readonly paper: { readonly number: string | null; readonly registryNumber: string } | null;
  readonly subjects: readonly LetterSubject[];
}

export interface AnswerLetter extends Reply {
  /** Terms of 10(2), in the working language. */
  readonly conditions: readonly string[];
  /** The last day on which the grant reads, or null where it opens nothing. */
  readonly accessUntil: Day | null;
  /** The id of the refusal document, where some of it was refused. */
  readonly refusal: string | null;
}

export interface RefusalLetter extends Reply {
  /** The clause that gives the grounds: `10(4)`. */
  readonly clause: string;
}
