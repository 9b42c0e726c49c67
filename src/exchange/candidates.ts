/**
 * Who a subject of a request may be (10(1)), or a person of whom something is given unasked (8(2)): for the executing
 * officer alone, and every look stands in the ledger.
 */
import { searchedEntry } from '../journal/index.js';
import {
  type DocumentSubject,
  type ProvisionDocument,
  provisionDigest,
  type RequestDocument,
} from '../requests/index.js';
import type { CaseFile, FoundCandidate, SearchQuestion } from '../store/index.js';
import { EXECUTION, type Instrument } from '../treaty/index.js';
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
  const { id, request: digest } = file.case.head;
  return lookFor(rooms, { scope, subject, officer, under: { kind: 'REQUEST', id, digest } });
}

/** On what a search rests. */
type Under =
  | { readonly kind: 'REQUEST'; readonly id: string; readonly digest: string }
  | { readonly kind: 'PROVISION'; readonly provision: ProvisionDocument };

/** One search, sealed before it is told. */
export async function lookFor(
  rooms: ExchangeRooms,
  looking: {
    readonly scope: SearchQuestion['scope'];
    readonly subject: DocumentSubject;
    readonly officer: Officer;
    readonly under: Under;
  },
): Promise<readonly FoundCandidate[]> {
  const { scope, subject, officer, under } = looking;
  const on = { kind: under.kind, id: under.kind === 'REQUEST' ? under.id : under.provision.id };
  const { candidates, tickets } = await rooms.search({
    ...{ scope, under: on, subject: identificationOf(subject) },
  });
  const searched = {
    ...{ officer: officer.officer, unit: officer.unit, role: officer.role },
    ...groundOf(under, scope.instrument),
    instrument: scope.instrument.id,
    found: candidates.map(({ key }) => key),
    tickets,
  };
  // Sealed before it is told, as every answer is; what was found by is no part of it.
  const told = Buffer.from(JSON.stringify(candidates.map(({ score }) => score)));
  await rooms.ledger.seal(searchedEntry(rooms.head, searched), told);
  return candidates;
}

function groundOf(under: Under, { purposes }: Pick<Instrument, 'purposes'>) {
  switch (under.kind) {
    case 'REQUEST': {
      const { id: request, digest: requestDigest } = under;
      const clause = purposes.get(EXECUTION)?.clauses[0] ?? '10(1)';
      return { request, requestDigest, purpose: EXECUTION, clause } as const;
    }
    case 'PROVISION': {
      const { id: request, purpose } = under.provision;
      const requestDigest = provisionDigest(under.provision);
      return { request, requestDigest, purpose, clause: '8(2)' } as const;
    }
  }
}

function identificationOf({
  names,
  dateOfBirth,
  documents,
}: DocumentSubject): SearchQuestion['subject'] {
  return { names, dateOfBirth, documents } as SearchQuestion['subject'];
}
