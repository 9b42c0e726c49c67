/** Who may do what in custody (11(2) to 11(5)): every query and mutation of the schema, by hand. */
import { ANALYST, COORDINATOR, EXECUTING, SIGNATORY } from '../support/case-drafts.js';
import type { As, SiteName } from '../support/case-site.js';
import { uuid } from '../support/case-site.js';

/** A matter that the other side opened first. */
export type Waiting = 'CONSENT' | 'PURPOSE_CHANGE' | 'RECTIFICATION' | 'BREACH' | 'RECALL';

export interface CustodyCall {
  readonly mutation: string;
  /** Where it is made. */
  readonly at: SiteName;
  /** The matter that it is about; null of one that opens its own, or needs none. */
  readonly on: Waiting | null;
  readonly may: readonly As[];
  /** What those who may are told nevertheless, where nothing fits it; null where it is done. */
  readonly told: string | null;
  /** What a signatory of the other side is told; null where both sides may. */
  readonly elsewhere: string | null;
  /** The arguments beside `about` and `matter`. */
  readonly given: (now: number) => object;
}

const DAY = 86_400_000;
/** Of the person that the request is about, an item that it does not hold: so that a step takes nothing from the next. */
const SCOPE = { subjects: [1], items: ['SEX'] };
const HELD = { subjects: [1], items: ['DATE_OF_BIRTH'] };
const until = (now: number): string => new Date(now + DAY).toISOString();
const at = (now: number): string => new Date(now).toISOString();
const step = () => ({ id: uuid() });
const told = () => ({ ...step(), ...SCOPE, text: 'Обоснование.' });
const wish = (now: number) => ({ ...told(), purpose: 'PERSON_DETECTION', until: until(now) });
const JUSTICE = { recipient: 'KZ-MOJ', recipientName: 'Министерство юстиции' };
const LABOUR = { recipient: 'KZ-MLSPP', recipientName: 'Министерство труда' };
const passing = () => ({ ...step(), ...HELD, purpose: 'IDENTITY_ESTABLISHMENT' });

const HOLDERS = [ANALYST, SIGNATORY, COORDINATOR];
const GIVERS = [EXECUTING, SIGNATORY, COORDINATOR];
type Rest = Partial<Pick<CustodyCall, 'on' | 'told' | 'may' | 'elsewhere'>> &
  Pick<CustodyCall, 'given'>;
const recipient = (mutation: string, rest: Rest): CustodyCall => ({
  ...{ mutation, at: 'KZ-MIA', on: null, may: HOLDERS, told: null, elsewhere: 'NOT_THIS_SIDE' },
  ...rest,
});
const provider = (mutation: string, rest: Rest): CustodyCall => ({
  ...{ mutation, at: 'AZ-SMS', on: null, may: GIVERS, told: null, elsewhere: 'NOT_THIS_ROLE' },
  ...rest,
});

export const CUSTODY_CALLS: readonly CustodyCall[] = [
  recipient('askPurposeChange', { given: wish }),
  recipient('askOnwardTransfer', { given: (now) => ({ ...wish(now), ...JUSTICE }) }),
  recipient('askRectification', { given: told }),
  recipient('tellBreach', {
    given: (now) => ({ ...told(), natures: ['ACCESS'], knownAt: at(now), measures: 'Закрыт.' }),
  }),
  recipient('openReceived', { given: () => ({ ...HELD, purpose: 'IDENTITY_ESTABLISHMENT' }) }),
  recipient('exportReceived', { given: () => ({ ...passing(), ...LABOUR }) }),
  recipient('registerReceipt', {
    ...{ on: 'RECALL', told: 'UNKNOWN_TRANSFER', elsewhere: 'NO_MATTER' },
    given: (now) => ({ transfer: uuid(), at: at(now), sha256: 'a'.repeat(64) }),
  }),
  recipient('registerOnwardTransfer', {
    ...{ told: 'UNKNOWN_TRANSFER', elsewhere: 'UNKNOWN_TRANSFER' },
    given: (now) => ({ ...passing(), ...JUSTICE, parent: uuid(), at: at(now) }),
  }),
  recipient('extendRetention', {
    ...{ may: [SIGNATORY, COORDINATOR], told: 'END_NOT_LATER', elsewhere: 'NOTHING_HELD' },
    given: (now) => ({
      ...{ purpose: 'IDENTITY_ESTABLISHMENT', until: until(now), text: 'Обжалование.' },
    }),
  }),
  recipient('assignCustody', {
    ...{ may: [...HOLDERS, EXECUTING], elsewhere: null },
    given: () => ({ officer: 'KZ-MIA-7' }),
  }),
  // Its JWS and key are those of the head of the provider.
  provider('giveConsent', { on: 'PURPOSE_CHANGE', may: [SIGNATORY], given: step }),
  provider('declineMatter', {
    on: 'PURPOSE_CHANGE',
    given: () => ({ ...step(), text: 'Нет.' }),
  }),
  provider('withdrawConsent', {
    on: 'CONSENT',
    given: () => ({ ...step(), text: 'Основание отпало.' }),
  }),
  provider('acceptRectification', {
    on: 'RECTIFICATION',
    given: () => ({ ...step(), text: 'Проверим.' }),
  }),
  provider('acknowledgeBreach', { on: 'BREACH', given: step }),
  provider('correctGiven', { elsewhere: 'NOT_THIS_SIDE', given: told }),
  provider('recallGiven', { elsewhere: 'NOT_THIS_SIDE', given: told }),
];
