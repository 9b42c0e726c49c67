/** A report as it is kept, where it stands, and what of it an authority may see (Article 4; memorandum, 3(c)). */

import { SCANNER } from '../scan/index.js';
import type { ReportConsent } from '../treaty/index.js';
import { digestOf, type ReportDocument } from './document.js';
import { areChained, consentsIn, type ReportStep } from './steps.js';
import { type Clearance, holds, type ScanVerdict } from './verdict.js';

export interface ReportFile {
  /** Its present version. */
  readonly document: ReportDocument;
  readonly verdict: ScanVerdict;
  /** By the place of the finding in the verdict; null while nobody looked. */
  readonly clearances: readonly (Clearance | null)[];
  readonly steps: readonly ReportStep[];
}

/**
 * DRAFT: not scanned as it stands there now, or not by the rules of now. HELD: something was found that nobody has cleared. CLEAR: may
 * be offered. OFFERED: the originator consented, and nobody else sees more than the offer. SHARED: a recipient reads it.
 * WITHDRAWN: the originator took its consent back.
 */
export const REPORT_STATES = ['DRAFT', 'HELD', 'CLEAR', 'OFFERED', 'SHARED', 'WITHDRAWN'] as const;
export type ReportState = (typeof REPORT_STATES)[number];

/** Where a report stands for its originator. */
export function stateOf(file: ReportFile, consent: ReportConsent): ReportState {
  const { document, steps } = file;
  if (!isWhole(file) || !isScanned(file)) return 'DRAFT';
  if (!isCleared(file)) return 'HELD';
  const { offered, isWithdrawn } = consentsIn(steps, document.originator);
  if (isWithdrawn) return 'WITHDRAWN';
  if (offered === null) return 'CLEAR';
  const isShared = document.recipients.some(
    (recipient) => sightOf(file, recipient, consent) === 'OPEN',
  );
  return isShared ? 'SHARED' : 'OFFERED';
}

/** What of a report exists for an authority: all, an offer without title and text, the report, or nothing. */
export type Sight = 'OWN' | 'OFFER' | 'OPEN' | 'NONE';

/** What an authority may see. Whatever is not whole, scanned and cleared is seen by its originator alone. */
export function sightOf(file: ReportFile, authority: string, consent: ReportConsent): Sight {
  const { originator, recipients } = file.document;
  if (authority === originator) return 'OWN';
  const { offered, answers } = consentsIn(file.steps, originator);
  const mayBeSeen = isWhole(file) && isScanned(file) && isCleared(file);
  if (!recipients.includes(authority) || offered === null || !mayBeSeen) return 'NONE';
  const answer = answers.get(authority)?.move;
  const isOpen = consent === 'BOTH_SIDES' ? answer === 'CONSENT' : answer !== 'WITHDRAW';
  return isOpen ? 'OPEN' : 'OFFER';
}

/** When a report became open to an authority, milliseconds since the epoch; null where it is not. */
export function openedAt(
  file: ReportFile,
  authority: string,
  consent: ReportConsent,
): number | null {
  if (sightOf(file, authority, consent) !== 'OPEN') return null;
  const { offered, answers } = consentsIn(file.steps, file.document.originator);
  const answered = consent === 'BOTH_SIDES' ? answers.get(authority) : null;
  return (answered ?? offered)?.at ?? null;
}

/** Whether the verdict is about this very version, by the rules of now. */
export const isScanned = ({ document, verdict }: ReportFile): boolean =>
  verdict.digest === digestOf(document) && verdict.scanner === SCANNER;

/** Whether somebody gave a reason for everything that holds it. */
export const isCleared = ({ verdict, clearances }: ReportFile): boolean =>
  verdict.findings.every((finding, at) => !holds(finding) || clearances[at] != null);

/** Whether what is kept is what its steps say: nobody changed a text, a verdict, a reason or a step by itself. */
export function isWhole({ document, verdict, clearances, steps }: ReportFile): boolean {
  const written = steps.filter(({ move }) => move === 'WRITE').at(-1);
  const after = written === undefined ? [] : steps.slice(steps.indexOf(written));
  const cleared = after.filter(({ move }) => move === 'CLEAR').at(-1);
  const reasons = clearances.some((one) => one !== null) ? digestOf(clearances) : null;
  return (
    areChained(steps) &&
    steps.every(({ report }) => report === document.id) &&
    written?.digest === digestOf(document) &&
    after.every(({ digest }) => digest === written.digest) &&
    written.about === digestOf(verdict) &&
    (cleared?.about ?? null) === reasons
  );
}

/** The bodies to which a report may be passed on: those that the originator permitted since the offer that stands. */
export function permittedIn({ document, steps }: ReportFile): readonly string[] {
  const { offered } = consentsIn(steps, document.originator);
  const since = offered === null ? steps.length : steps.indexOf(offered);
  const permitted = steps.slice(since).filter(({ move }) => move === 'PERMIT');
  return [...new Set(permitted.flatMap(({ about }) => about ?? []))];
}

/** Whether a recipient may pass it on to a body. */
export const mayPassOn = (file: ReportFile, body: string): boolean =>
  !file.document.originatorControl || permittedIn(file).includes(body);
