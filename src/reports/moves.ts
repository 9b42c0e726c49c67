/** What may be done with a report, and what it is after it. Pure: who may be whom, and what is sealed, others decide. */
import type { ReportConsent } from '../treaty/index.js';
import { digestOf, type ReportDocument } from './document.js';
import { textFault } from './draft.js';
import type { ReportFault } from './faults.js';
import { isCleared, isScanned, isWhole, type ReportFile, sightOf } from './report.js';
import {
  consentsIn,
  type ReportMove,
  type ReportMover,
  type ReportStep,
  stepDigest,
} from './steps.js';
import { type Clearance, holds, type ScanVerdict } from './verdict.js';

/** Who acts, when (milliseconds since the epoch). */
export interface Acting {
  readonly by: ReportMover;
  readonly at: number;
}

/** The report after the step; the same where there was nothing to do; or why there was none. */
export type Made = { readonly file: ReportFile } | { readonly fault: ReportFault };

const no = (fault: ReportFault): Made => ({ fault });

interface Step {
  readonly move: ReportMove;
  readonly about: string | null;
  readonly told: readonly string[];
}

function stepped(file: ReportFile, { by, at }: Acting, { move, about, told }: Step): ReportFile {
  const { document, steps } = file;
  const last = steps.at(-1);
  const step: ReportStep = {
    ...{ report: document.id, move, version: document.version, digest: digestOf(document), about },
    ...{ by, at, told: [...told], before: last === undefined ? null : stepDigest(last) },
  };
  return { ...file, steps: [...steps, step] };
}

/** A first version, or a new one in the place of the one before: every consent ends with it. */
export function writeReport(
  before: ReportFile | null,
  { document, verdict }: { readonly document: ReportDocument; readonly verdict: ScanVerdict },
  acting: Acting,
): ReportFile {
  const steps = before?.steps ?? [];
  const isOffered = consentsIn(steps, document.originator).offered !== null;
  const clearances = verdict.findings.map(() => null);
  // Whoever saw the offer sees it go.
  const told = isOffered ? (before?.document.recipients ?? []) : [];
  const file = { document, verdict, clearances, steps };
  return stepped(file, acting, { move: 'WRITE', about: digestOf(verdict), told });
}

const LONGEST_REASON = 4_000;
const LONGEST_BODY = 200;

export interface FindingReason {
  /** The finding's place in the verdict, from 1. */
  readonly finding: number;
  readonly reason: string;
}

/** A coordinator says of everything that was found why it may go; nobody does so of a text of his own. */
export function clearReport(
  file: ReportFile,
  { digest, reasons }: { readonly digest: string; readonly reasons: readonly FindingReason[] },
  acting: Acting,
): Made {
  const fault = versionFault(file, digest);
  if (fault !== undefined) return no(fault);
  if (isCleared(file)) return no('NOTHING_HELD');
  // Whoever retouched it since did not make it another's.
  const isWriter = file.steps.some(
    ({ move, by }) => move === 'WRITE' && by.officer === acting.by.officer,
  );
  if (isWriter) return no('OWN_TEXT');
  const { findings } = file.verdict;
  if (reasons.some(({ finding }) => findings[finding - 1] === undefined)) {
    return no('UNKNOWN_FINDING');
  }
  const reasonFault = reasons.flatMap(({ reason }) => textFault(reason, LONGEST_REASON) ?? [])[0];
  if (reasonFault !== undefined) return no(reasonFault);
  const said = new Map(reasons.map(({ finding, reason }) => [finding, reason]));
  const clearances = findings.map((_, at): Clearance | null => {
    const reason = said.get(at + 1);
    const made = { officer: acting.by.officer, at: acting.at };
    return reason === undefined ? (file.clearances[at] ?? null) : { reason, ...made };
  });
  if (findings.some((finding, at) => holds(finding) && clearances[at] === null)) {
    return no('FINDING_WITHOUT_REASON');
  }
  const about = digestOf(clearances);
  return { file: stepped({ ...file, clearances }, acting, { move: 'CLEAR', about, told: [] }) };
}

/** The originator's consent offers this version; a recipient's answers the offer. Of an older version it is none. */
export function consentTo(
  file: ReportFile,
  { digest, consent }: { readonly digest: string; readonly consent: ReportConsent },
  acting: Acting,
): Made {
  const fault = versionFault(file, digest);
  if (fault !== undefined) return no(fault);
  if (!isCleared(file)) return no('REPORT_HELD');
  const { originator, recipients } = file.document;
  const { authority } = acting.by;
  const { offered, answers } = consentsIn(file.steps, originator);
  const step = (told: readonly string[]) =>
    stepped(file, acting, { move: 'CONSENT', about: null, told });
  if (authority === originator) return { file: offered === null ? step(recipients) : file };
  if (sightOf(file, authority, consent) === 'NONE') return no('NO_REPORT');
  if (answers.get(authority)?.move === 'CONSENT') return { file };
  return isAnsweredOften(file, offered, authority) ? no('TOO_MANY') : { file: step([authority]) };
}

/** Answers of one recipient to one offer, after which it can be withdrawn and consented to no more: all are read with it. */
const MOST_ANSWERS = 40;

const isAnsweredOften = (
  { steps }: ReportFile,
  offered: ReportStep | null,
  authority: string,
): boolean => {
  const since = offered === null ? 0 : steps.indexOf(offered);
  return steps.slice(since).filter(({ by }) => by.authority === authority).length >= MOST_ANSWERS;
};

/** Takes a consent back: the originator's from everybody, a recipient's from itself. */
export function withdrawFrom(file: ReportFile, consent: ReportConsent, acting: Acting): Made {
  const { originator, recipients } = file.document;
  const { authority } = acting.by;
  const step = (told: readonly string[]): Made => ({
    file: stepped(file, acting, { move: 'WITHDRAW', about: null, told }),
  });
  const { offered } = consentsIn(file.steps, originator);
  if (authority === originator) {
    return offered === null ? no('NO_CONSENT_TO_WITHDRAW') : step(recipients);
  }
  const sight = sightOf(file, authority, consent);
  if (sight === 'NONE') return no('NO_REPORT');
  return sight === 'OPEN' ? step([authority]) : no('NO_CONSENT_TO_WITHDRAW');
}

/** The originator permits that what it offers is passed on to a body. */
export function permitOnward(
  file: ReportFile,
  { digest, to }: { readonly digest: string; readonly to: string },
  acting: Acting,
): Made {
  const fault = versionFault(file, digest);
  if (fault !== undefined) return no(fault);
  const bodyFault = textFault(to, LONGEST_BODY);
  if (bodyFault !== undefined) return no(bodyFault);
  const { offered } = consentsIn(file.steps, file.document.originator);
  if (offered === null) return no('NOT_OFFERED');
  const told = file.document.recipients;
  return { file: stepped(file, acting, { move: 'PERMIT', about: to, told }) };
}

/** Nothing is done with what was changed behind its steps, or is not the version that was meant. */
function versionFault(file: ReportFile, digest: string): ReportFault | undefined {
  if (!isWhole(file)) return 'REPORT_CHANGED';
  if (digestOf(file.document) !== digest) return 'OTHER_VERSION';
  return isScanned(file) ? undefined : 'NOT_SCANNED';
}
