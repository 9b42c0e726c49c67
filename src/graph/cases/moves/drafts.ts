/** A request before it leaves (9(2), 9(3)): written, and signed with the signatory's own key. */
import type { Json } from '../../../base/index.js';
import { readRequestDocument } from '../../../requests/index.js';
import { authorityOf } from '../../../treaty/index.js';
import type { InputFault } from '../faults.js';
import { JWS, KEY, optional, type Taking } from '../taking.js';
import { DraftInput, type DraftSubject } from '../types/draft-input.js';
import { bearers } from './plain-moves.js';
import { type Acting, CASE, MOVE_NAME, type MutationRow, NO_CASE, refused, row } from './row.js';

const DRAFT: Taking<DraftInput> = {
  type: () => DraftInput,
  nullable: false,
  // Its form is read with the document that it becomes.
  read: (given) => ({ value: given as DraftInput }),
};

export const DRAFTS: Readonly<Record<string, MutationRow>> = {
  saveDraft: row<{ case: string | null; document: DraftInput }>({
    description:
      'Writes a draft, or writes it anew. What is missing from it, `draftFaults` lists (9(2)). By: REQUESTING_ANALYST.',
    takes: {
      case: { ...optional(CASE), description: 'Left out, the gateway opens a new case.' },
      document: DRAFT,
    },
    async act(acting, { case: known, document }) {
      const { desk, officer, ids } = acting;
      // An id is never the caller's own: so nobody learns by choosing one whether it is taken (11(1)).
      if (known !== null && (await desk.show(officer, known)) === undefined) return NO_CASE;
      const read = readRequestDocument(documentFrom(document, known ?? ids.uuid(), acting));
      return read.document === null
        ? refused(...read.faults.map(placed))
        : desk.draft(officer, read.document);
    },
  }),
  signDraft: row({
    description: `Signs a draft (9(3)). ${bearers('SIGN')}`,
    takes: { ...MOVE_NAME, jws: JWS, key: KEY },
    act: ({ desk, officer }, signed) => desk.sign(officer, signed),
  }),
};

/** The document that a draft becomes: the asking body is the officer's own, the date is now's. */
function documentFrom(draft: DraftInput, id: string, { officer, now }: Acting): Json {
  const { requestedAuthority, requestingName, requestedName, subjects, purposes, ...said } = draft;
  const { language } = said;
  const nameOf = (code: string): string => authorityOf(code)?.name[language] ?? '';
  return {
    v: 1,
    kind: 'REQUEST',
    id,
    requesting: {
      authority: officer.authority,
      unit: officer.unit,
      name: requestingName ?? nameOf(officer.authority),
    },
    requested: {
      authority: requestedAuthority,
      name: requestedName ?? nameOf(requestedAuthority),
    },
    instrument: said.instrument,
    language,
    letterhead: said.letterhead,
    aim: said.aim,
    purposes: purposes.map(({ purpose, basis, justification }) => ({
      purpose,
      basis,
      justification,
    })),
    substance: said.substance,
    otherInformation: said.otherInformation ?? null,
    itemsWanted: said.itemsWanted,
    subjects: subjects.map((subject, index) => subjectFrom(subject, index + 1)),
    writtenAt: new Date(now).toISOString(),
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

/** Members of the document that the draft names otherwise. */
const NAMED: Readonly<Record<string, string>> = {
  'requesting.name': 'requestingName',
  'requested.name': 'requestedName',
  'requested.authority': 'requestedAuthority',
};

const placed = ({ code, at }: InputFault): InputFault => ({
  code,
  at: `document.${NAMED[at] ?? at}`,
});
