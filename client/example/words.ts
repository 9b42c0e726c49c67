/** Every text of the page but the gateway's own codes and names of fields. */
import type { Guarded, ReceiptState } from '../src/index.js';

export const WORDS = {
  title: 'Sorgu: chosen fields',
  standing: 'On request, for purpose',
  fields: 'Fields',
  ask: 'Ask',
  idle: 'Choose fields and ask. Each answer is an entry in the ledger.',
  nobody: 'The request has nobody to show.',
  columns: ['Field', 'What became of it', 'Value or clause'],
  noClause: (instrument: string) => `no clause of ${instrument}`,
  clause: (instrument: string, clause: string) => `${instrument} ${clause}`,
  noAnswer: (code: string) => `Nothing was handed on: ${code}.`,
  unreachable: 'The gateway is not running in development mode.',
} as const;

export const STATES: Readonly<Record<Guarded<unknown>['state'], string>> = {
  given: 'Given',
  withheld: 'Withheld: this purpose does not open it',
  notAvailable: 'Not available: the register has none',
  destroyed: 'Destroyed: its retention has ended',
  refused: 'Refused when the request was executed',
};

/** What is said of a receipt. */
export function receiptWords(receipt: ReceiptState): string {
  switch (receipt.state) {
    case 'verified':
      return `Receipt verified: entry ${receipt.index} of ${receipt.origin}.`;
    case 'notVerified':
      return 'There is a receipt, which was not verified.';
    case 'none':
      return 'Nothing that is recorded was asked.';
  }
}
