/** What all letters have alike: head, reference to a request, sign-off and stamp. */

import type { RequestDocument } from '../requests/index.js';
import type { Block, ComposedLetter, Row } from './blocks.js';
import { clauseNotes } from './clause-notes.js';
import type { AnswerLetter, LetterFrame, RefusalLetter } from './letter.js';
import type { Wording } from './wording.js';

/** Who sends a letter to whom, and what it says between its head and its end. */
export interface LetterParts {
  readonly title: string;
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly writtenAt: string;
  readonly body: readonly Block[];
  /** Every clause that the body names. */
  readonly clauses: readonly string[];
}

/** The whole letter from its parts. */
export function composeLetter(
  frame: LetterFrame,
  { language, instrument }: Pick<RequestDocument, 'language' | 'instrument'>,
  { wording, parts }: { readonly wording: Wording; readonly parts: LetterParts },
): ComposedLetter {
  const { words, fill, day } = wording;
  const { title, id, from, to, writtenAt, body, clauses } = parts;
  const number = fill('NUMBER', { n: id });
  const lines = [number, fill('DATED', { n: day(frame.day) })];
  const { columns, emblem, contacts } = frame.letterhead;
  return {
    language,
    title,
    authority: from,
    number,
    page: words.PAGE,
    writtenAt,
    digest: frame.digest,
    blocks: [
      { kind: 'LETTERHEAD', columns, emblem, contacts },
      { kind: 'REFERENCE', lines, addressee: to },
      { kind: 'TITLE', text: title },
      ...body,
      signOff(frame, wording),
      stamp(frame, wording),
      ...clauseNotes({ instrument, clauses }, wording),
    ],
  };
}

/** The rows by which a reply names the request it replies to. */
export function requestRows(reply: AnswerLetter | RefusalLetter, wording: Wording): readonly Row[] {
  const { words, fill, name, day } = wording;
  const { request, requestDay, receivedOn, paper } = reply;
  // Who wrote by letter knows it by the number that the letter bears, and by no other.
  const number = paper === null ? request.id : paper.number;
  const came = [
    day(receivedOn),
    ...(paper === null ? [] : [fill('INCOMING_NUMBER', { n: paper.registryNumber })]),
  ];
  const reference = [
    ...(number === null ? [] : [fill('NUMBER', { n: number })]),
    fill('DATED', { n: day(requestDay) }),
    request.requesting.name,
  ];
  return [
    { label: words.ON_REQUEST, value: reference.join('\n') },
    { label: words.REQUESTED_AUTHORITY, value: request.requested.name },
    { label: words.REQUEST_RECEIVED, value: came.join(', ') },
    { label: words.LEGAL_BASIS, value: name('INSTRUMENT_', request.instrument) },
    { label: words.STATED_PURPOSES, value: purposeLines(request, wording).join('\n') },
  ];
}

/** The clauses that its purposes rest on. */
export const basesOf = ({ purposes }: RequestDocument): readonly string[] =>
  purposes.map(({ basis }) => basis);

function purposeLines({ purposes }: RequestDocument, { name, clause }: Wording): readonly string[] {
  return purposes.map(({ purpose, basis }) => {
    const stated = name('PURPOSE_', purpose);
    return basis === '' ? stated : `${stated} (${clause(basis)})`;
  });
}

function signOff({ signature }: LetterFrame, { words }: Wording): Block {
  const { office, name, kind } = signature;
  const byHand = kind === 'BY_HAND' ? { signature: words.SIGNATURE, seal: words.SEAL } : null;
  return { kind: 'SIGN_OFF', office, name, byHand };
}

function stamp(frame: LetterFrame, { words, instant }: Wording): Block {
  const { signature, digest, letterhead } = frame;
  const signed: readonly Row[] =
    signature.kind === 'BY_HAND'
      ? []
      : [
          { label: words.SIGNED_BY, value: `${signature.name}, ${signature.office}` },
          { label: words.SIGNED_AT, value: instant(signature.signedAt) },
          { label: words.KEY, value: signature.key },
        ];
  return {
    kind: 'STAMP',
    title: signature.kind === 'BY_HAND' ? null : words.SIGNED_ELECTRONICALLY,
    rows: [
      ...signed,
      { label: words.DIGEST, value: digest },
      { label: words.LETTERHEAD, value: `${letterhead.version}, SHA-256 ${letterhead.digest}` },
    ],
    note: words.MADE_FROM,
  };
}
