/** Under the answer: what was withheld, with its clause, and the entry that records it. */
import { createElement as h, type ReactElement } from 'react';
import type { Receipt } from '../../../client/src/receipt/index.js';
import { type AnswerNote, readableEntry, type Withheld } from './answer.js';
import { ClauseTexts } from './clause-texts.js';
import { ReceiptProof } from './receipt-proof.js';
import { type Speech, useSpeech } from './speech.js';

/** Shows the note of the last answer, or what will stand here. */
export function AnswerNotes({ note }: { readonly note: AnswerNote | undefined }): ReactElement {
  const speech = useSpeech();
  const { say } = speech;
  return h(
    'section',
    { className: 'notes', 'aria-label': say('ABOUT_ANSWER') },
    h('p', { role: 'status' }, note ? summaryOf(note, speech) : say('BEFORE_ANSWER')),
    note && note.withheld.length > 0 && h(WithheldTable, { withheld: note.withheld }),
    note && h(ClauseTexts, { named: note.withheld.flatMap(clausesIn) }),
    note?.proof && h(ReceiptProof, { proof: note.proof }),
    note?.receipt && h(ReceiptDetails, { receipt: note.receipt }),
  );
}

/** The clauses of a withheld field, each for itself. */
const clausesIn = ({ instrument, clause }: Withheld) =>
  (clause?.split(/[;,]\s*/) ?? []).map((each) => ({ instrument, clause: each }));

function summaryOf({ status, codes, withheld, receipt }: AnswerNote, { say }: Speech): string {
  const refused = status !== 200 || codes.length > 0;
  const counted =
    refused && withheld.length === 0 ? [] : [say('WITHHELD_COUNT', { count: withheld.length })];
  const sealed = receipt ? say('SEALED', { index: receipt.index }) : say('NO_RECEIPT');
  return [`HTTP ${status}`, ...codes, ...counted, sealed].join(' · ');
}

function WithheldTable({ withheld }: { readonly withheld: readonly Withheld[] }): ReactElement {
  const { say } = useSpeech();
  const rows = withheld.map(({ coordinate, item, instrument, clause }) =>
    h(
      'tr',
      { key: coordinate },
      h('th', { scope: 'row' }, coordinate),
      h('td', null, item),
      h('td', null, clause ? `${instrument} ${clause}` : say('NONE_IN', { instrument })),
    ),
  );
  const heads = (['COLUMN_WITHHELD', 'COLUMN_ITEM', 'COLUMN_CLAUSE'] as const).map((head) =>
    h('th', { key: head, scope: 'col' }, say(head)),
  );
  return h('table', null, h('thead', null, h('tr', null, heads)), h('tbody', null, rows));
}

function ReceiptDetails({ receipt }: { readonly receipt: Receipt }): ReactElement {
  const { say } = useSpeech();
  const { index, origin } = receipt;
  return h(
    'details',
    null,
    h('summary', null, say('RECEIPT', { index, origin })),
    h('p', null, `${say('LEAF_HASH')} `, h('code', null, receipt.leafHash)),
    h('pre', null, readableEntry(receipt)),
  );
}
