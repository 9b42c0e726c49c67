/** The agreement with two protocols that nobody has signed, and its law at any moment of a history. */
import { type Law, readLaw } from '../../src/policy/index.js';
import {
  type Day,
  type Instrument,
  type InstrumentData,
  type InstrumentStatus,
  type LifeRecord,
  loadInstrument,
  loadInstruments,
} from '../../src/treaty/index.js';

const signed = loadInstruments().get('AZ-KZ-2019');
if (signed === undefined) throw new Error('no agreement');
const { opens: _, ...agreement } = signed;
const purposes = [...signed.purposes.values()];
const detection = purposes.find(({ purpose }) => purpose === 'PERSON_DETECTION');
if (detection === undefined) throw new Error('no such purpose');

/** Number 1 opens the fingerprint card for detection and shortens the term; number 2 takes the photograph out of it. */
const DATA: InstrumentData = {
  ...agreement,
  purposes,
  amendments: [
    {
      reference: 'Protocol No. 1',
      signedOn: '2023-05-10',
      executionDays: 20,
      purposes: [{ ...detection, opens: [...detection.opens, 'FINGERPRINT_CARD'] }],
    },
    {
      reference: 'Protocol No. 2',
      signedOn: '2024-02-01',
      purposes: [{ ...detection, opens: detection.opens.filter((item) => item !== 'PHOTOGRAPH') }],
    },
  ],
};

export const AMENDED: Instrument = loadInstrument(DATA);

/** Both Parties notified the agreement itself. */
export const NOTIFIED: InstrumentStatus = {
  notifications: { AZE: '2019-11-20', KAZ: '2021-07-01' },
};

/** The law as it stood at an instant, of a history of records. */
export function lawAt(
  records: readonly LifeRecord[],
  at: number,
  { status = NOTIFIED, today }: { readonly status?: InstrumentStatus; readonly today?: Day } = {},
): Law {
  return readLaw({
    texts: new Map([[AMENDED.id, AMENDED]]),
    settings: new Map([[AMENDED.id, { status, closings: [] }]]),
    grantUnconfirmed: false,
    records,
    at,
    ...(today === undefined ? {} : { today }),
  });
}

/** The amended agreement in a law. */
export function agreementIn(law: Law) {
  const found = law.instruments.get(AMENDED.id);
  if (found === undefined) throw new Error('no agreement');
  return found;
}
