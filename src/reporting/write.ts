/** A version of a report as an officer writes it: weighed, scanned, and the step made. */
import { createHash } from 'node:crypto';
import type { ReportCaller } from '../graph/index.js';
import {
  clauseOf,
  type ReportDocument,
  type ReportFile,
  scanReport,
  type WrittenReport,
  writeReport,
  writtenFaults,
} from '../reports/index.js';
import { keepStep, type Left, leave, refuse } from './keep.js';
import type { ReportingRooms } from './rooms.js';
import { actingNow } from './sight.js';

export interface Writing {
  readonly id: string;
  readonly before: ReportFile | null;
  readonly written: WrittenReport;
}

/** Writes a first version, or a new one. */
export async function write(
  rooms: ReportingRooms,
  caller: ReportCaller,
  writing: Writing,
): Promise<Left> {
  const { before, written } = writing;
  const instrument = rooms.instruments.get(written.instrument);
  const faults = writtenFaults(written, caller.authority, instrument);
  const clause = instrument && clauseOf(written, instrument);
  if (faults.length > 0 || clause === undefined) return leave(refuse(...faults));
  const document = documentOf(rooms, writing, { clause, originator: caller.authority });
  const attachments = written.attachments.map(({ content }) => content);
  const verdict = scanReport(document, attachments);
  const file = writeReport(before, { document, verdict }, actingNow(rooms, caller));
  return keepStep(rooms, caller, { before, made: { file }, attachments });
}

const SALT = 32;

function documentOf(
  { ids, clock }: ReportingRooms,
  { id, before, written }: Writing,
  given: Pick<ReportDocument, 'clause' | 'originator'>,
): ReportDocument {
  const { instrument, kind, classification, originatorControl, namesPersons } = written;
  const { language, title, text, recipients } = written;
  return {
    ...{ v: 1, id, version: (before?.document.version ?? 0) + 1, ...given, instrument, kind },
    ...{ classification, originatorControl, namesPersons, language, title, text },
    recipients: [...recipients].sort(),
    attachments: written.attachments.map(({ mediaType, content }) => ({
      mediaType,
      sha256: createHash('sha256').update(content).digest('hex'),
      length: content.length,
    })),
    writtenAt: new Date(clock.now()).toISOString(),
    salt: Buffer.from(ids.bytes(SALT)).toString('hex'),
  };
}
