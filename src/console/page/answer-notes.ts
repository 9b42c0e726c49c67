/** Under the answer: what was withheld, with its clause, and the entry that records it. */
import { createElement as h, type ReactElement } from 'react';
import type { Receipt } from '../../../client/src/receipt/index.js';
import { type AnswerNote, readableEntry, type Withheld } from './answer.js';
import { ReceiptProof } from './receipt-proof.js';

/** Shows the note of the last answer, or what will stand here. */
export function AnswerNotes({ note }: { readonly note: AnswerNote | undefined }): ReactElement {
  return h(
    'section',
    { className: 'notes', 'aria-label': 'About this answer' },
    h(
      'p',
      { role: 'status' },
      note ? summaryOf(note) : 'What is withheld, and the receipt, show here after a run.',
    ),
    note && note.withheld.length > 0 && h(WithheldTable, { withheld: note.withheld }),
    note?.proof && h(ReceiptProof, { proof: note.proof }),
    note?.receipt && h(ReceiptDetails, { receipt: note.receipt }),
  );
}

function summaryOf({ status, codes, withheld, receipt }: AnswerNote): string {
  const refused = status !== 200 || codes.length > 0;
  const counted = refused && withheld.length === 0 ? [] : [countText(withheld.length)];
  const sealed = receipt ? `sealed as entry ${receipt.index}` : 'no receipt';
  return [`HTTP ${status}`, ...codes, ...counted, sealed].join(' · ');
}

function countText(count: number): string {
  if (count === 0) return 'nothing withheld';
  return count === 1 ? '1 field withheld' : `${count} fields withheld`;
}

function WithheldTable({ withheld }: { readonly withheld: readonly Withheld[] }): ReactElement {
  const rows = withheld.map(({ coordinate, item, instrument, clause }) =>
    h(
      'tr',
      { key: coordinate },
      h('th', { scope: 'row' }, coordinate),
      h('td', null, item),
      h('td', null, clause ? `${instrument} ${clause}` : `none in ${instrument}`),
    ),
  );
  const heads = ['Withheld', 'Item', 'Clause'].map((head) =>
    h('th', { key: head, scope: 'col' }, head),
  );
  return h('table', null, h('thead', null, h('tr', null, heads)), h('tbody', null, rows));
}

function ReceiptDetails({ receipt }: { readonly receipt: Receipt }): ReactElement {
  return h(
    'details',
    null,
    h('summary', null, `Receipt: entry ${receipt.index} of ${receipt.origin}`),
    h('p', null, 'Leaf hash ', h('code', null, receipt.leafHash)),
    h('pre', null, readableEntry(receipt)),
  );
}
