/**
 * AZ-BE-2019: Memorandum of Understanding between the State Migration Service of Azerbaijan and the Immigration
 * Office of Belgium, Brussels, 13 November 2019. No international agreement, no rights or obligations (paragraph 8):
 * it opens nothing personal, and an item in this file does not load.
 */
import type { InstrumentData } from '../instrument.js';
import { AZ_BE_2019_AZ } from '../texts/az-be-2019-az.js';
import { AZ_BE_2019_EN } from '../texts/az-be-2019-en.js';

export const AZ_BE_2019 = {
  id: 'AZ-BE-2019',
  parties: [
    { country: 'AZE', authorities: ['AZ-SMS'] },
    { country: 'BEL', authorities: ['BE-IO'] },
  ],
  bindingForce: 'NONE',
  confirmed: true,
  languages: ['az', 'en'],
  prevailing: 'en',
  workingLanguage: 'en',
  entryIntoForce: { on: 'DAY', day: '2019-11-13' },
  terminationMonths: 6,
  items: {},
  purposes: [
    { purpose: 'INTERVIEW_ARRANGEMENT', clauses: ['4(b)'], statedBy: 'requesting', opens: [] },
  ],
  publications: {
    LEGISLATION: ['1(a)'],
    LEGISLATION_CHANGE: ['2(b)', '1(a)'],
    METHOD: ['1(a)', '2(a)'],
    COMPARISON: ['2(a)'],
    EXPERIENCE: ['1(a)', '2(a)'],
    CAMPAIGN: ['3(a)'],
    PRACTICE_NOTE: ['4(a)'],
    STATISTICS: ['2(a)'],
  },
  rows: {
    nationalsOfPartiesOnly: true,
    citizenships: 'OF_PARTIES',
    documents: 'TRAVEL_OR_RESIDENCE',
    entryBans: 'IN_FORCE',
  },
  texts: { az: AZ_BE_2019_AZ, en: AZ_BE_2019_EN },
  reports: {
    consent: 'NONE',
    kinds: { SMUGGLING_OF_MIGRANTS: ['3(c)'], IDENTIFICATION_AND_RETURN: ['4(a)'] },
  cooperation: {
    activities: {
      '1(b)': { kinds: ['INITIATIVE'] },
      '1(c)': { kinds: ['JOINT_PROJECT', 'TECHNICAL_ASSISTANCE', 'TRAINING'] },
      '3(a)': { kinds: ['CAMPAIGN'] },
      '3(b)': { kinds: ['JOINT_ACTION'] },
    },
    contactPoints: '5',
  },
} as const satisfies InstrumentData;
