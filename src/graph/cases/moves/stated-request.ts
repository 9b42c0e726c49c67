/** From what an officer states of a request (9(2)) to the document that it becomes: a draft of ours, or a paper of others. */
import type { Json } from '../../../base/index.js';
import { authorityOf } from '../../../treaty/index.js';
import type { InputFault } from '../faults.js';
import type { DraftSubject, StatedRequest } from '../types/draft-input.js';

/** What of the document nobody states: it is the gateway's to know, or stands outside of the text. */
export interface RequestFrame {
  readonly id: string;
  readonly requesting: { readonly authority: string; readonly unit: string | null };
  readonly requested: string;
  /** ISO 8601, UTC. */
  readonly writtenAt: string;
}

/** The document, to be read as any that arrives. */
export function documentFrom(stated: StatedRequest, frame: RequestFrame): Json {
  const { id, requesting, requested, writtenAt } = frame;
  const { language, purposes, subjects, requestingName, requestedName } = stated;
  const nameOf = (code: string): string => authorityOf(code)?.name[language] ?? '';
  return {
    v: 1,
    kind: 'REQUEST',
    id,
    requesting: { ...requesting, name: requestingName ?? nameOf(requesting.authority) },
    requested: { authority: requested, name: requestedName ?? nameOf(requested) },
    instrument: stated.instrument,
    language,
    letterhead: stated.letterhead,
    aim: stated.aim,
    purposes: purposes.map(({ purpose, basis, justification }) => ({
      purpose,
      basis,
      justification,
    })),
    substance: stated.substance,
    otherInformation: stated.otherInformation ?? null,
    itemsWanted: stated.itemsWanted,
    subjects: subjects.map((subject, index) => subjectFrom(subject, index + 1)),
    writtenAt,
  };
}

/** A person as a document names him or her: what was left out is null. */
export function subjectFrom(subject: DraftSubject, n: number): Json {
  return {
    n,
    names: (subject.names ?? []).map((name) => ({
      script: name.script,
      surname: name.surname ?? null,
      givenName: name.givenName ?? null,
      patronymic: name.patronymic ?? null,
    })),
    dateOfBirth: subject.dateOfBirth ?? null,
    sex: subject.sex ?? null,
    citizenship: subject.citizenship ?? null,
    placeOfBirth: subject.placeOfBirth ?? null,
    documents: (subject.documents ?? []).map(({ series, number, issuedBy }) => ({
      series: series ?? null,
      number,
      issuedBy: issuedBy ?? null,
    })),
    mrz: subject.mrz ?? null,
  };
}

/** Members of the document that an officer's input names otherwise. */
const NAMED: Readonly<Record<string, string>> = {
  'requesting.name': 'requestingName',
  'requested.name': 'requestedName',
  'requested.authority': 'requestedAuthority',
  'requesting.authority': 'requestingAuthority',
  'requesting.unit': 'requestingUnit',
  writtenAt: 'writtenOn',
};

/** A fault of the document, at the member of the input that it is about. */
export const placed = ({ code, at }: InputFault): InputFault => ({
  code,
  at: `document.${NAMED[at] ?? at}`,
});
