import type { Words } from './words.js';

export const en: Words = {
  title: 'Sorgu: chosen fields',
  standing: 'On request, for purpose',
  fields: 'Fields',
  ask: 'Ask',
  idle: 'Choose fields and ask. Each answer is an entry in the ledger.',
  nobody: 'The request has nobody to show.',
  columns: ['Field', 'What became of it', 'Value or clause'],
  noClause: (instrument) => `no clause of ${instrument}`,
  noAnswer: (code) => `Nothing was handed on: ${code}.`,
  unreachable: 'The gateway is not running in development mode.',
  states: {
    given: 'Given',
    withheld: 'Withheld: this purpose does not open it',
    notAvailable: 'Not available: the register has none',
    destroyed: 'Destroyed: its retention has ended',
    refused: 'Refused when the request was executed',
  },
  verified: (index, origin) => `Receipt verified: entry ${index} of ${origin}.`,
  notVerified: 'There is a receipt, which was not verified.',
  noReceipt: 'Nothing that is recorded was asked.',
};
