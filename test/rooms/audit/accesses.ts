/** Accesses of invented officers, for tests of what the bench makes of them. */
import type { Access } from '../../../src/audit/index.js';

/** Somebody of KZ-MIA got one person's name, changed as a test needs. */
export const accessOf = (change: Partial<Access> = {}): Access => ({
  origin: 'sorgu/AZ-SMS/KZ-MIA',
  index: 0,
  at: '2026-06-15T09:00:00.000Z',
  outcome: 'ANSWERED',
  refusal: null,
  authority: 'KZ-MIA',
  unit: null,
  role: 'PARTNER_GATEWAY',
  officer: 'KZ-1',
  gateway: 'gateway.invalid',
  request: 'r1',
  instrument: 'AZ-KZ-2019',
  purpose: 'IDENTITY_ESTABLISHMENT',
  clauses: ['6(1)'],
  released: ['Person.id', 'Person.nameLatin'],
  withheld: [],
  items: ['NAME_LATIN'],
  subjects: 1,
  ...change,
});
