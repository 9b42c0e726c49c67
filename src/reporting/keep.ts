/** The end of each step: it is sealed in every log it belongs to, and only then kept with what it leaves. */
import type { ReportCaller, ReportDeskAnswer } from '../graph/index.js';
import { movedReportEntries } from '../journal/index.js';
import {
  type Made,
  type PlacedFault,
  type ReportFault,
  type ReportFile,
  type Sight,
  sightOf,
  toldReport,
} from '../reports/index.js';
import type { KeptReport } from '../store/index.js';
import type { ReportingRooms } from './rooms.js';
import { consentUnder } from './sight.js';

export type Left = KeptReport<ReportDeskAnswer>;

/** The argument that each fault is about; the report itself where it is none. */
const ABOUT: Partial<Readonly<Record<ReportFault, string>>> = {
  OTHER_VERSION: 'digest',
  FINDING_WITHOUT_REASON: 'reasons',
  UNKNOWN_FINDING: 'reasons',
  CONTENT_MISSING: 'reasons',
};

export const refuse = (...faults: readonly PlacedFault[]): ReportDeskAnswer => ({
  report: null,
  faults,
});
export const no = (code: ReportFault): ReportDeskAnswer =>
  refuse({ code, at: ABOUT[code] ?? 'id' });
export const leave = (result: ReportDeskAnswer): Left => ({ file: null, result });

export interface Keeping {
  readonly before: ReportFile | null;
  readonly made: Made;
  /** Of a new version. */
  readonly attachments?: readonly Uint8Array[];
}

/** Seals the step that was made, where one was, and leaves the report after it to be kept. */
export async function keepStep(
  rooms: ReportingRooms,
  caller: ReportCaller,
  { before, made, attachments }: Keeping,
): Promise<Left> {
  if ('fault' in made) return leave(no(made.fault));
  const { file } = made;
  const result = answerOf(rooms, file, caller);
  const step = file.steps.at(-1);
  if (step === undefined || file.steps.length === before?.steps.length) return leave(result);
  const body = Buffer.from(JSON.stringify(step));
  for (const entry of movedReportEntries(rooms.head, file.document, step)) {
    await rooms.ledger.seal(entry, body);
  }
  return { file, sights: sightsOf(rooms, file), attachments: attachments ?? null, result };
}

function answerOf(
  rooms: ReportingRooms,
  file: ReportFile,
  { authority }: ReportCaller,
): ReportDeskAnswer {
  const consent = consentUnder(rooms, file.document.instrument);
  const { id, version, digest, findings, state } = toldReport(file, authority, consent);
  const isOffer = sightOf(file, authority, consent) === 'OFFER';
  const report = { id, version, digest, findings, state: isOffer ? 'OFFERED' : state } as const;
  return { report, faults: [] };
}

function sightsOf(rooms: ReportingRooms, file: ReportFile) {
  const { originator, recipients, instrument } = file.document;
  const consent = consentUnder(rooms, instrument);
  const sights = new Map<string, Exclude<Sight, 'NONE'>>();
  for (const authority of [originator, ...recipients]) {
    const sight = sightOf(file, authority, consent);
    if (sight !== 'NONE') sights.set(authority, sight);
  }
  return sights;
}
