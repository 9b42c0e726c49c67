/** The request as a letter (Article 9(2)): both bodies, substance, purposes with their justification, persons, items. */

import type { RequestDocument } from '../requests/index.js';
import type { Block, ComposedLetter } from './blocks.js';
import { basesOf, composeLetter } from './compose.js';
import type { RequestLetter } from './letter.js';
import { subjectRows, subjectTitle } from './subject-rows.js';
import { NOTHING, type Wording, wordingOf } from './wording.js';

/** The letter of a request, in the working language its document names. */
export function composeRequest(letter: RequestLetter): ComposedLetter {
  const { request } = letter;
  const wording = wordingOf(request.language);
  const parts = {
    title: wording.words.TITLE_REQUEST,
    id: request.id,
    from: request.requesting.name,
    to: request.requested.name,
    writtenAt: request.writtenAt,
    body: bodyOf(request, wording),
    clauses: basesOf(request),
  };
  return composeLetter(letter, request, { wording, parts });
}

function bodyOf(request: RequestDocument, wording: Wording): readonly Block[] {
  const { words, name } = wording;
  const sections: readonly (readonly [heading: string, blocks: readonly Block[]])[] = [
    [words.SUBSTANCE, [{ kind: 'PROSE', text: orNothing(request.substance) }]],
    [words.PURPOSES, request.purposes.flatMap((stated) => purposeBlocks(stated, wording))],
    [words.SUBJECTS, request.subjects.flatMap((subject) => subjectBlocks(subject, wording))],
    [
      words.ITEMS_WANTED,
      [{ kind: 'LIST', entries: request.itemsWanted.map((item) => name('ITEM_', item)) }],
    ],
    [words.OTHER_INFORMATION, otherInformation(request)],
  ];
  return [
    headRows(request, wording),
    ...sections
      .filter(([, blocks]) => blocks.length > 0)
      .flatMap(([heading, blocks], index): readonly Block[] => [
        { kind: 'HEADING', text: `${index + 1}. ${heading}` },
        ...blocks,
      ]),
  ];
}

function headRows(request: RequestDocument, { words, name }: Wording): Block {
  const { requesting, requested, instrument, aim } = request;
  const unit = requesting.unit === null ? [] : [{ label: words.UNIT, value: requesting.unit }];
  return {
    kind: 'ROWS',
    rows: [
      { label: words.REQUESTING_AUTHORITY, value: requesting.name },
      ...unit,
      { label: words.REQUESTED_AUTHORITY, value: requested.name },
      { label: words.LEGAL_BASIS, value: name('INSTRUMENT_', instrument) },
      { label: words.AIM, value: name('AIM_', aim) },
    ],
  };
}

function purposeBlocks(
  { purpose, basis, justification }: RequestDocument['purposes'][number],
  { words, name, clause }: Wording,
): readonly Block[] {
  return [
    { kind: 'SUBHEADING', text: name('PURPOSE_', purpose) },
    {
      kind: 'ROWS',
      rows: [
        { label: words.BASIS, value: orNothing(clause(basis)) },
        { label: words.JUSTIFICATION, value: orNothing(justification) },
      ],
    },
  ];
}

function subjectBlocks(
  subject: RequestDocument['subjects'][number],
  wording: Wording,
): readonly Block[] {
  const rows = subjectRows(subject, wording);
  const title: Block = { kind: 'SUBHEADING', text: subjectTitle(subject, wording) };
  return rows.length === 0 ? [title] : [title, { kind: 'ROWS', rows }];
}

const otherInformation = ({ otherInformation: text }: RequestDocument): readonly Block[] =>
  text === null ? [] : [{ kind: 'PROSE', text: orNothing(text) }];

// A request may arrive incomplete (10(1) asks it back): the letter shows the gap.
const orNothing = (text: string): string => (text.trim() === '' ? NOTHING : text);
