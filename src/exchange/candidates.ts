/** Who a subject of a request may be (10(1)): for the executing officer alone, and every look stands in the ledger. */
import { searchedEntry } from '../journal/index.js';
import type { DocumentSubject, RequestDocument } from '../requests/index.js';
import type { CaseFile, FoundCandidate, SearchQuestion } from '../store/index.js';
import type { Officer } from './officer.js';
import type { ExchangeRooms } from './rooms.js';

/** Looks for a subject in the register as recorded now, under the case's instrument; best first. */
export async function findCandidates(
  rooms: ExchangeRooms,
  looking: {
    readonly file: CaseFile;
    readonly document: RequestDocument;
    readonly officer: Officer;
    readonly n: number;
  },
): Promise<readonly FoundCandidate[]> {
  const { file, document, officer, n } = looking;
  const instrument = rooms.instruments.get(file.instrument);
  const subject = document.subjects.find((one) => one.n === n);
  if (instrument === undefined || subject === undefined) return [];
  const scope = { instrument, statedBy: 'requested' } as const;
  const { candidates } = await rooms.search({ scope, subject: identificationOf(subject) });
  const { id, request } = file.case.head;
  const searched = {
    ...{ officer: officer.officer, unit: officer.unit, role: officer.role },
    ...{ request: id, requestDigest: request, instrument: file.instrument },
    found: candidates.map(({ key }) => key),
  };
  // Sealed before it is told, as every answer is; what was found by is no part of it.
  const told = Buffer.from(JSON.stringify(candidates.map(({ score }) => score)));
  await rooms.ledger.seal(searchedEntry(rooms.head, searched), told);
  return candidates;
}

function identificationOf({
  names,
  dateOfBirth,
  documents,
}: DocumentSubject): SearchQuestion['subject'] {
  return { names, dateOfBirth, documents } as SearchQuestion['subject'];
}
