/** A request before it leaves (9(2), 9(3)): written, and signed with the signatory's own key. */
import { readRequestDocument } from '../../../requests/index.js';
import { JWS, KEY, optional, type Taking } from '../taking.js';
import { DraftInput } from '../types/draft-input.js';
import { bearers } from './plain-moves.js';
import { CASE, MOVE_NAME, type MutationRow, NO_CASE, refused, row } from './row.js';
import { documentFrom, placed } from './stated-request.js';

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
      const { requestedAuthority, ...stated } = document;
      // The asking body is the officer's own, the date is now's.
      const frame = {
        id: known ?? ids.uuid(),
        requesting: { authority: officer.authority, unit: officer.unit },
        requested: requestedAuthority,
        writtenAt: new Date(acting.now).toISOString(),
      };
      const read = readRequestDocument(documentFrom(stated, frame));
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
