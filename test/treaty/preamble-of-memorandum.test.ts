/** Memorandum, preamble: two authorities are Participants in it; the Parties of an agreement are states. */
import { expect, test } from 'vitest';
import { disclosurePage } from '../../src/policy/index.js';
import { loadInstruments } from '../../src/treaty/index.js';

const page = (id: string): string =>
  disclosurePage([...loadInstruments().values()].filter((one) => one.id === id));

test('B-Pre the memorandum has Participants, and no Parties', () => {
  expect(page('AZ-BE-2019')).toContain('- Participants and competent authorities: AZE (AZ-SMS)');
  expect(page('AZ-BE-2019')).not.toMatch(/\bPart(?:y|ies)\b/);
  expect(page('AZ-KZ-2019')).not.toMatch(/\bParticipants?\b/);
});
