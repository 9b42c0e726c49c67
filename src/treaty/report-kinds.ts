/** What strategic reports are about: the six of Article 4 in its order, then the memorandum's 3(c) and 4(a). */
import type { Clauses } from './clause.js';

export const REPORT_KINDS = [
  'VIOLATIONS_AND_CHANNELS',
  'ORGANISERS',
  'VISAS_AND_DOCUMENTS',
  'LEGISLATION',
  'PREVENTION',
  'REGULATION_METHODS',
  'SMUGGLING_OF_MIGRANTS',
  'IDENTIFICATION_AND_RETURN',
] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** Whose consent a report needs before the other side sees anything of it. */
export const REPORT_CONSENTS = ['BOTH_SIDES', 'NONE'] as const;
export type ReportConsent = (typeof REPORT_CONSENTS)[number];

/** What an instrument says of strategic reports. */
export interface ReportRules {
  readonly consent: ReportConsent;
  /** The clauses under which reports of a kind are exchanged; a kind that is not here is not exchanged. */
  readonly kinds: Readonly<Partial<Record<ReportKind, Clauses>>>;
}
