/** A report as an officer writes it, weighed against the instrument it is exchanged under. */
import { isOfType, type MediaType } from '../scan/index.js';
import { authorityOf, type Clause, type Instrument, partyOf } from '../treaty/index.js';
import type { ReportDocument } from './document.js';
import type { ReportFault } from './faults.js';

/** What its author says of it; the rest of the document is made here. */
export interface WrittenReport
  extends Omit<
    ReportDocument,
    'v' | 'id' | 'version' | 'clause' | 'originator' | 'attachments' | 'writtenAt' | 'salt'
  > {
  readonly attachments: readonly { readonly mediaType: MediaType; readonly content: Uint8Array }[];
}

/** UTF-16 code units: some three hundred pages. */
const LONGEST_REPORT = 1_000_000;
const LONGEST_TITLE = 300;
const MOST_ATTACHMENTS = 8;
/** Bytes of all attachments together. */
const LONGEST_ATTACHMENTS = 4 * 1024 * 1024;

export interface PlacedFault {
  readonly code: ReportFault;
  /** The member it is about: `attachments[0]`. */
  readonly at: string;
}

/** Every fault of what is written, in its order; none for what may be kept. */
export function writtenFaults(
  written: WrittenReport,
  originator: string,
  instrument: Instrument | undefined,
): readonly PlacedFault[] {
  if (instrument === undefined) return [{ code: 'INSTRUMENT_UNKNOWN', at: 'instrument' }];
  const { reports } = instrument;
  const isNamed = written.namesPersons && reports?.consent !== 'BOTH_SIDES';
  return [
    ...(clauseOf(written, instrument) === undefined
      ? [{ code: 'KIND_NOT_IN_INSTRUMENT', at: 'kind' } as const]
      : []),
    ...recipientFaults(written.recipients, originator, instrument),
    ...(isNamed ? [{ code: 'PERSONS_NEED_BOTH_CONSENTS', at: 'namesPersons' } as const] : []),
    ...textFaults(written),
    ...attachmentFaults(written.attachments),
  ];
}

/** The clause under which it is exchanged. */
export const clauseOf = (
  { kind }: Pick<WrittenReport, 'kind'>,
  { reports }: Instrument,
): Clause | undefined => reports?.kinds[kind]?.[0];

function recipientFaults(
  recipients: readonly string[],
  originator: string,
  instrument: Instrument,
): readonly PlacedFault[] {
  if (recipients.length === 0) return [{ code: 'RECIPIENT_MISSING', at: 'recipients' }];
  const own = authorityOf(originator)?.country;
  const isOther = (code: string): boolean => {
    const country = partyOf(instrument, code);
    return country !== undefined && country !== own && partyOf(instrument, originator) === own;
  };
  return recipients.flatMap((code, at) =>
    isOther(code) && recipients.indexOf(code) === at
      ? []
      : [{ code: 'RECIPIENT_NOT_A_PARTY', at: `recipients[${at}]` } as const],
  );
}

/** What no text holds: control characters other than those of lines, and halves of characters. */
const UNREADABLE = /[^\P{Cc}\s]|\p{Cs}/u;

function textFaults({ title, text }: WrittenReport): readonly PlacedFault[] {
  return [
    ...lengthFaults(title, 'title', LONGEST_TITLE),
    ...(/[\r\n]/.test(title) ? [{ code: 'CONTROL_CHARACTER', at: 'title' } as const] : []),
    ...lengthFaults(text, 'text', LONGEST_REPORT),
  ];
}

function lengthFaults(text: string, at: string, longest: number): readonly PlacedFault[] {
  const code = textFault(text, longest);
  return code === undefined ? [] : [{ code, at }];
}

/** What is wrong with a text that something has to be said in. */
export function textFault(text: string, longest: number): ReportFault | undefined {
  if (text.trim() === '') return 'CONTENT_MISSING';
  if (text.length > longest) return 'TOO_LONG';
  return UNREADABLE.test(text) ? 'CONTROL_CHARACTER' : undefined;
}

function attachmentFaults(attachments: WrittenReport['attachments']): readonly PlacedFault[] {
  const all = attachments.reduce((sum, { content }) => sum + content.length, 0);
  if (attachments.length > MOST_ATTACHMENTS) return [{ code: 'TOO_MANY', at: 'attachments' }];
  if (all > LONGEST_ATTACHMENTS) return [{ code: 'FILE_TOO_LARGE', at: 'attachments' }];
  return attachments.flatMap(({ mediaType, content }, at): readonly PlacedFault[] => {
    if (content.length === 0) return [{ code: 'CONTENT_MISSING', at: `attachments[${at}]` }];
    if (isOfType(mediaType, content)) return [];
    return [{ code: 'MEDIA_TYPE_DIFFERS', at: `attachments[${at}]` }];
  });
}
