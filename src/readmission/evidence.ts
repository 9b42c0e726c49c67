/**
 * Evidence of nationality in a case: which kind, how strong the side that gave it says it is, and the item of the register or
 * of the request where its values stand. No value is kept a second time. Which kinds are proof is not laid down here: the
 * annexes of EU-AZ-2014 are not at hand.
 */
import type { Item } from '../treaty/index.js';
import type { Hand } from './side.js';

export const EVIDENCE_KINDS = [
  'PASSPORT',
  'IDENTITY_CARD',
  'RETURN_CERTIFICATE',
  'CITIZENSHIP_CERTIFICATE',
  'CIVIL_STATUS_RECORD',
  'DRIVING_LICENCE',
  'MILITARY_BOOK',
  'SEAFARER_BOOK',
  'COPY_OF_DOCUMENT',
  'VISA_DATA',
  'STATEMENT_OF_PERSON',
  'STATEMENT_OF_WITNESS',
  'LANGUAGE',
  'OTHER',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export const EVIDENCE_GRADES = ['PROOF', 'PRIMA_FACIE'] as const;
export type EvidenceGrade = (typeof EVIDENCE_GRADES)[number];

export type Evidence = {
  /** The subject's number in the signed request. */
  readonly n: number;
  readonly evidence: EvidenceKind;
  readonly grade: EvidenceGrade;
  /** Where its values stand. */
  readonly item: Item;
  readonly by: Hand;
};
