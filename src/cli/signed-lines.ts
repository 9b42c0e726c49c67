/** What a signatory is about to sign, in plain words and without a person's data: those are read in the letter. */
import { canonicalJson } from '../base/index.js';
import {
  bytesDigest,
  documentBytes,
  type NoticeOfChange,
  type ProvisionDocument,
  provisionBytes,
  type RequestDocument,
} from '../requests/index.js';
import type { LineWords } from '../words/index.js';

type Row = readonly [label: string, value: string];

/** A request (9(2)). */
export function requestLines(document: RequestDocument, say: LineWords): readonly string[] {
  const { id, instrument, requesting, requested, aim, purposes, itemsWanted, subjects } = document;
  const unit = requesting.unit === null ? '' : `, ${requesting.unit}`;
  const at = document.writtenAt;
  return [
    say('SIGNS_REQUEST', { id, instrument, at }),
    ...inColumns([
      [say('LABEL_FROM'), `${requesting.authority} (${requesting.name}${unit})`],
      [say('LABEL_TO'), `${requested.authority} (${requested.name})`],
      [say('LABEL_AIM'), aim],
      ...purposes.map((stated): Row => [say('LABEL_FOR'), say('FOR_BASIS', stated)]),
      [say('LABEL_WANTS'), itemsWanted.join(', ')],
      [say('LABEL_ABOUT'), say('PEOPLE_IN_LETTER', { count: subjects.length })],
      [DIGEST, bytesDigest(documentBytes(document))],
    ]),
  ];
}

/** A provision (8(2)). */
export function provisionLines(document: ProvisionDocument, say: LineWords): readonly string[] {
  const { id, instrument, provider, recipient, purpose, basis, subjects, conditions } = document;
  const items = [...new Set(subjects.flatMap((subject) => subject.items))];
  const until = new Date(document.keepUntil).toISOString();
  return [
    say('SIGNS_PROVISION', { id, instrument, at: document.writtenAt }),
    ...inColumns([
      [say('LABEL_FROM'), provider],
      [say('LABEL_TO'), recipient],
      [say('LABEL_FOR'), say('FOR_ALONE', { purpose, basis })],
      [say('LABEL_GIVES'), items.join(', ')],
      [say('LABEL_ABOUT'), say('PEOPLE', { count: subjects.length })],
      [say('LABEL_LIMITS'), say('CONDITIONS_UNTIL', { count: conditions.length, until })],
      [DIGEST, bytesDigest(provisionBytes(document))],
    ]),
  ];
}

/** A notice of change (9(4)). */
export function noticeLines(document: NoticeOfChange, say: LineWords): readonly string[] {
  const { id, occasion, from, to, effectiveFrom, changes, list, writtenAt } = document;
  return [
    say('SIGNS_NOTICE', { id, occasion, at: writtenAt }),
    ...inColumns([
      [say('LABEL_FROM'), from],
      [say('LABEL_TO'), to],
      [say('LABEL_CHANGES'), say('CHANGES_FROM', { count: changes.length, from: effectiveFrom })],
      ...changes.map((change): Row => ['', changeLine(change, say)]),
      [say('LABEL_LIST'), list],
      [DIGEST, bytesDigest(Buffer.from(canonicalJson(document)))],
    ]),
  ];
}

function changeLine(change: NoticeOfChange['changes'][number], say: LineWords): string {
  if (change.change !== 'RECORDED') return say('CHANGE_ENDED', { register: change.register });
  const { register, authority } = change.fact;
  return say('CHANGE_RECORDED', { register, authority });
}

const DIGEST = 'SHA-256';

function inColumns(rows: readonly Row[]): readonly string[] {
  const width = Math.max(...rows.map(([label]) => label.length)) + 1;
  return rows.map(([label, value]) => `${label.padEnd(width)}${value}`);
}
