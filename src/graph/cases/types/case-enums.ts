/** Enumerations of the life of a request. Made from the rooms that own the words. */
import { LANGUAGES } from '../../../base/index.js';
import { REFUSAL_GROUNDS } from '../../../policy/index.js';
import { BIRTH_AGREEMENTS, DOCUMENT_AGREEMENTS, NAME_AGREEMENTS } from '../../../register/index.js';
import {
  type Aim,
  CHAIN_FAULTS,
  CHANNELS,
  CHECK_OUTCOMES,
  CLOCK_NOTICES,
  type Condition,
  type Enclosure,
  FILE_FORMATS,
  INQUIRED_BODIES,
  MOVER_ROLES,
  type Outcome,
  PAPER_MOVES,
  REQUEST_STATES,
  SIDES,
  SIGNED_PARTS,
  TRANSITIONS,
  WITHDRAWAL_REASONS,
} from '../../../requests/index.js';
import type { Box } from '../../../store/index.js';
import { enumOf } from '../../types/enums.js';
import { LETTER_KINDS } from '../desk.js';
import { FAULT_CODES } from '../faults.js';

const BOXES = ['INBOX', 'OUTBOX', 'DRAFTS'] as const satisfies readonly Box[];
const AIMS = ['PREVENTION', 'RIGHTS'] as const satisfies readonly Aim[];
const CONDITION_KINDS = [
  'CLOSED_UNTIL',
  'NOT_AS_EVIDENCE',
  'ON_TERMS',
] as const satisfies readonly Condition['kind'][];
const OUTCOMES = [
  'DISCLOSED',
  'REFUSED',
  'NOT_AVAILABLE',
  'WITHHELD_BY_POLICY',
] as const satisfies readonly Outcome['outcome'][];
const ENCLOSURES = ['PAPER', 'SIGNATURE'] as const satisfies readonly Enclosure['kind'][];
const MATCHES = ['UNDECIDED', 'FOUND', 'NOBODY'] as const;

/** Whether the executing officer found a subject in the register. */
export type MatchState = (typeof MATCHES)[number];

export const CaseBox = enumOf(
  'CaseBox',
  BOXES,
  'Requests to this authority; its own that were sent; its own before that.',
);
export const CaseStateEnum = enumOf('CaseState', REQUEST_STATES);
export const CaseSideEnum = enumOf('CaseSide', SIDES);
export const CaseMoverRole = enumOf('CaseMoverRole', MOVER_ROLES);
export const CaseMoveKind = enumOf('CaseMoveKind', [
  ...new Set(TRANSITIONS.map(({ move }) => move)),
]);
export const AimEnum = enumOf('Aim', AIMS, 'Article 5(1).');
export const LanguageEnum = enumOf('Language', LANGUAGES);
export const CaseNotice = enumOf('CaseNotice', CLOCK_NOTICES, 'Of the legal clock; not states.');
export const ChainFaultEnum = enumOf(
  'CaseChainFault',
  CHAIN_FAULTS,
  'Why the chain of moves is no longer followed; an operator decides.',
);
export const ConditionKind = enumOf('ConditionKind', CONDITION_KINDS, 'Article 10(2).');
export const OutcomeEnum = enumOf('CaseOutcomeKind', OUTCOMES);
export const RefusalGroundEnum = enumOf('RefusalGround', REFUSAL_GROUNDS, 'Article 10(4).');
export const WithdrawalReasonEnum = enumOf('WithdrawalReason', WITHDRAWAL_REASONS);
export const InquiredBodyEnum = enumOf('InquiredBody', INQUIRED_BODIES);
export const MatchStateEnum = enumOf('MatchState', MATCHES);
export const CaseChannelEnum = enumOf('CaseChannel', CHANNELS, 'How a request came (9(1)).');
export const EnclosureKindEnum = enumOf('EnclosureKind', ENCLOSURES);
export const FileFormatEnum = enumOf(
  'FileFormat',
  FILE_FORMATS,
  'Told from the bytes: an image of paper, a signed PDF, signed data of RFC 5652.',
);
export const SignedPartEnum = enumOf('SignedPart', SIGNED_PARTS);
export const CheckOutcomeEnum = enumOf('CheckOutcome', CHECK_OUTCOMES);
export const PaperMoveEnum = enumOf('PaperMove', PAPER_MOVES);
export const LetterKindEnum = enumOf('LetterKind', LETTER_KINDS);
export const CaseFaultCode = enumOf('CaseFaultCode', FAULT_CODES);
export const NameAgreementEnum = enumOf('NameAgreement', NAME_AGREEMENTS);
export const BirthAgreementEnum = enumOf('BirthAgreement', BIRTH_AGREEMENTS);
export const DocumentAgreementEnum = enumOf('DocumentAgreement', DOCUMENT_AGREEMENTS);
