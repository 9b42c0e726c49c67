/** What the scanner found in one version of a report, by place; and what a coordinator said of each finding. */
import { type Finding, inspect, inspectFile, SCANNER } from '../scan/index.js';
import { digestOf, type ReportDocument } from './document.js';

export const REPORT_PARTS = ['TITLE', 'TEXT', 'ATTACHMENT'] as const;
export type ReportPart = (typeof REPORT_PARTS)[number];

export type PlacedFinding = Finding & {
  readonly part: ReportPart;
  /** The attachment's number from 1; null in title and text. */
  readonly attachment: number | null;
};

export type ScanVerdict = {
  /** By which rules. */
  readonly scanner: number;
  /** Of which version. */
  readonly digest: string;
  readonly findings: readonly PlacedFinding[];
};

/** A coordinator's word on the finding of the same place in the verdict. */
export type Clearance = { readonly reason: string; readonly officer: string; readonly at: number };

/** An address or a telephone number is told and holds nothing back: offices have them. */
export const holds = ({ kind }: Finding): boolean => kind !== 'CONTACT';

/** Scans a version with its attachments' bytes, in their order. */
export function scanReport(
  document: ReportDocument,
  attachments: readonly Uint8Array[],
): ScanVerdict {
  const inText = (part: 'TITLE' | 'TEXT', text: string): readonly PlacedFinding[] =>
    inspect(text).map((finding) => ({ ...finding, part, attachment: null }));
  const inFiles = document.attachments.flatMap(({ mediaType }, at) =>
    inspectFile(mediaType, attachments[at] ?? NOTHING).map(
      (finding): PlacedFinding => ({ ...finding, part: 'ATTACHMENT', attachment: at + 1 }),
    ),
  );
  const findings = [
    ...inText('TITLE', document.title),
    ...inText('TEXT', document.text),
    ...inFiles,
  ].filter(holds);
  return { scanner: SCANNER, digest: digestOf(document), findings };
}

const NOTHING = new Uint8Array();
