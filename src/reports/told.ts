/** A report, or the offer of one, as it is told: plain data, whose bytes are sealed before anybody gets it. */
import { canonicalJson } from '../base/index.js';
import type { ReportConsent } from '../treaty/index.js';
import { digestOf, type ReportAttachment, type ReportDocument } from './document.js';
import { permittedIn, type ReportFile, type ReportState, stateOf } from './report.js';
import { consentsIn } from './steps.js';
import type { Clearance, PlacedFinding } from './verdict.js';

export type ToldFinding = PlacedFinding & {
  /** From 1. */
  readonly n: number;
  readonly clearance: Clearance | null;
};

export type ToldConsent = {
  readonly authority: string;
  /** Service number; of the other side none. */
  readonly officer: string | null;
  readonly at: number;
  readonly isGiven: boolean;
};

export type ToldReport = Omit<ReportDocument, 'v' | 'salt' | 'attachments'> & {
  readonly digest: string;
  readonly state: ReportState;
  /** The version in canonical JSON: its SHA-256 is the digest. */
  readonly document: string;
  readonly attachments: readonly (ReportAttachment & { readonly n: number })[];
  readonly consents: readonly ToldConsent[];
  readonly permitted: readonly string[];
  /** Null for the other side. */
  readonly findings: readonly ToldFinding[] | null;
};

/** What an authority is told that may see the report. */
export function toldReport(
  file: ReportFile,
  authority: string,
  consent: ReportConsent,
): ToldReport {
  const { v: _, salt: __, ...said } = file.document;
  const isOwn = authority === said.originator;
  return {
    ...said,
    digest: digestOf(file.document),
    state: isOwn ? stateOf(file, consent) : 'SHARED',
    document: canonicalJson(file.document),
    attachments: said.attachments.map((one, at) => ({ ...one, n: at + 1 })),
    consents: consentsToldTo(file, authority),
    permitted: permittedIn(file),
    findings: isOwn ? findingsIn(file) : null,
  };
}

const findingsIn = ({ verdict, clearances }: ReportFile): readonly ToldFinding[] =>
  verdict.findings.map((finding, at) => ({
    ...finding,
    n: at + 1,
    clearance: clearances[at] ?? null,
  }));

// What another recipient answered is between it and the originator.
function consentsToldTo(
  { document, steps }: ReportFile,
  authority: string,
): readonly ToldConsent[] {
  const { offered, answers } = consentsIn(steps, document.originator);
  const isOwn = authority === document.originator;
  return [...(offered === null ? [] : [offered]), ...answers.values()]
    .filter(({ by }) => isOwn || by.authority === authority || by.authority === document.originator)
    .map(({ by, at, move }) => ({
      authority: by.authority,
      officer: by.authority === authority ? by.officer : null,
      at,
      isGiven: move === 'CONSENT',
    }));
}

/** What a recipient is told before it consented: that there is something, and which version of it. */
export type ToldOffer = Pick<
  ReportDocument,
  'id' | 'kind' | 'instrument' | 'clause' | 'originator' | 'namesPersons'
> & { readonly digest: string; readonly offeredAt: number };

export function toldOffer({ document, steps }: ReportFile): ToldOffer {
  const { id, kind, instrument, clause, originator, namesPersons } = document;
  const offeredAt = consentsIn(steps, originator).offered?.at ?? 0;
  return {
    id,
    kind,
    instrument,
    clause,
    originator,
    namesPersons,
    digest: digestOf(document),
    offeredAt,
  };
}
