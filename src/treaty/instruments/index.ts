/** Every instrument of this folder, by the name of its file. Written by `npm run emit`, never by hand. */
import type { InstrumentData } from '../instrument-data.js';
import { AZ_BE_2019 } from './az-be-2019.js';
import { AZ_KZ_2019 } from './az-kz-2019.js';
import { EU_AZ_2014 } from './eu-az-2014.js';

export const DATA: readonly InstrumentData[] = [AZ_BE_2019, AZ_KZ_2019, EU_AZ_2014];

export type InstrumentId = 'AZ-BE-2019' | 'AZ-KZ-2019' | 'EU-AZ-2014';

export type AuthorityCode = 'BE-IO' | 'AZ-SMS' | 'KZ-MIA' | 'KZ-MLSPP';

export type Purpose =
  | 'INTERVIEW_ARRANGEMENT'
  | 'IRREGULAR_MIGRATION_PREVENTION'
  | 'RIGHTS_PROTECTION'
  | 'PERSON_DETECTION'
  | 'IDENTITY_ESTABLISHMENT'
  | 'LEGAL_STATUS_DETERMINATION'
  | 'REQUEST_EXECUTION'
  | 'READMISSION';
