import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../../../src/base/index.js';
import { ACTIVITY_STATES } from '../../../src/cooperation/index.js';
import { MATTER_STATES } from '../../../src/custody/index.js';
import type { ArrivalFault } from '../../../src/exchange/index.js';
import { FAULT_CODES } from '../../../src/graph/cases/faults.js';
import { COOPERATION_CODES } from '../../../src/graph/cooperation/desk.js';
import { CUSTODY_CODES } from '../../../src/graph/custody/desk.js';
import { PROVISION_CODES } from '../../../src/graph/provisions/faults.js';
import type { MailCode, RefusedCode, UnreachableCode } from '../../../src/partner/index.js';
import { REPORT_CODES, REPORT_STATES } from '../../../src/reports/index.js';
import {
  CHAIN_FAULTS,
  CLOCK_NOTICES,
  DRAFT_FAULTS,
  HOLD_REASONS,
  MESSAGE_FAULTS,
  MOTION_FAULTS,
  type NoticeReception,
  PROVISION_STATES,
  REQUEST_STATES,
  SHEET_FAULTS,
} from '../../../src/requests/index.js';
import { FINDING_KINDS } from '../../../src/scan/index.js';
import { EXCHANGE_KEYS, type ExchangeList, exchangeWords } from '../../../src/words/index.js';

/** Every code of a union: it compiles while it names each once, and none besides. */
const all = <Code extends string>(codes: Readonly<Record<Code, true>>): readonly string[] =>
  Object.keys(codes);

const ARRIVAL = all<ArrivalFault>({
  DOCUMENT_DIFFERS: true,
  OUTSIDE_INSTRUMENT: true,
  PROVISION_FAULTY: true,
  PACKAGE_REFUSED: true,
  SIGNATORY_NOT_LISTED: true,
  CUSTODY_FAULTY: true,
  CONSENT_DIFFERS: true,
  NOTICE_STALE: true,
  FOREIGN_FACT: true,
  NOTHING_TO_END: true,
  KEY_NOT_BY_NOTICE: true,
});
const LISTS = all<NoticeReception['faults'][number]['code']>({
  FOREIGN_FACT: true,
  NOTHING_TO_END: true,
  LISTS_DIFFER: true,
});
const DOOR = all<MailCode>({
  UNAUTHENTICATED: true,
  MESSAGE_NOT_IN_TIME: true,
  MESSAGE_REPLAYED: true,
  UNSUPPORTED_MEDIA_TYPE: true,
  MAIL_REFUSED: true,
  MAIL_CONFLICT: true,
  TOO_MANY_DECLINED: true,
});
/** What the path of a move makes of an answer to its mail. */
type Judged = 'CONFLICT' | 'MISDIRECTED' | 'RECEIPT_REFUSED' | 'LATER' | 'CONSENT_WITHDRAWN';
const MAIL = all<UnreachableCode | RefusedCode | Judged>({
  NO_ADDRESS: true,
  NO_CONNECTION: true,
  HANDSHAKE_REFUSED: true,
  PARTNER_NOT_RECOGNISED: true,
  TIMED_OUT: true,
  ANSWER_TOO_LARGE: true,
  ANSWER_NOT_VERIFIED: true,
  PARTNER_UNAVAILABLE: true,
  PARTNER_BUSY: true,
  TOO_MANY_DECLINED: true,
  CLOCKS_APART: true,
  MESSAGE_REPLAYED: true,
  UNAUTHENTICATED: true,
  UNSUPPORTED_MEDIA_TYPE: true,
  PAYLOAD_TOO_LARGE: true,
  MAIL_REFUSED: true,
  CONFLICT: true,
  MISDIRECTED: true,
  RECEIPT_REFUSED: true,
  LATER: true,
  CONSENT_WITHDRAWN: true,
});

/** The lists as the rooms that own them have them. */
const OWNED: Readonly<Record<ExchangeList, readonly string[]>> = {
  STATE: REQUEST_STATES,
  NOTICE: CLOCK_NOTICES,
  FAULT: FAULT_CODES,
  HOLD: HOLD_REASONS,
  CHAIN: CHAIN_FAULTS,
  PROVISION_STATE: PROVISION_STATES,
  PROVISION: PROVISION_CODES,
  MATTER_STATE: MATTER_STATES,
  CUSTODY: CUSTODY_CODES,
  REPORT_STATE: REPORT_STATES,
  REPORT: REPORT_CODES,
  FINDING: FINDING_KINDS,
  ACTIVITY_STATE: ACTIVITY_STATES,
  COOPERATION: COOPERATION_CODES,
  LISTS,
  ARRIVAL,
  MAIL,
  DOOR,
};

const LISTED = Object.keys(OWNED) as readonly ExchangeList[];
const sentencesOf = (language: Language, list: ExchangeList): Readonly<Record<string, string>> =>
  exchangeWords(language)[list];

/** Letters that only this language of ours uses, or its script; a media type is the same in all. */
const LETTERS: Readonly<Record<Language, RegExp>> = {
  ru: /^(?=.*[а-яё])[^әғқңөұүһі]+$/iu,
  en: /^[\x20-\x7e]+$/,
  az: /^[\x20-\x7eəğıöüçşƏĞİÖÜÇŞ]+$/u,
  kk: /[әғқңөұүһі]/iu,
};

describe('A-15 every state and code of the exchange has its sentence in Russian and the other languages', () => {
  it.each(LISTED)('A-15 the catalogue has each code of %s, and none besides', (list) => {
    expect([...EXCHANGE_KEYS[list]].sort()).toEqual([...new Set(OWNED[list])].sort());
    for (const language of LANGUAGES) {
      expect(Object.keys(sentencesOf(language, list)).sort()).toEqual([...OWNED[list]].sort());
    }
  });

  it('A-15 what an officer hears holds every fault of a move, a sheet, a message and a draft', () => {
    const faults = [...MOTION_FAULTS, ...SHEET_FAULTS, ...MESSAGE_FAULTS, ...DRAFT_FAULTS];
    expect(EXCHANGE_KEYS.FAULT).toEqual(expect.arrayContaining(faults));
  });

  it.each(LANGUAGES.flatMap((language) => LISTED.map((list) => [language, list] as const)))(
    'A-15 %s says %s in sentences of its own letters',
    (language, list) => {
      for (const [code, text] of Object.entries(sentencesOf(language, list))) {
        expect(text, code).toMatch(/^\S.*\.$/u);
        expect(text, code).toMatch(LETTERS[language]);
        expect(text, code).toBe(text.normalize('NFC'));
      }
    },
  );

  it.each(LISTED)('A-15 no language borrows the text of another in %s', (list) => {
    for (const code of OWNED[list]) {
      const texts = LANGUAGES.map((language) => sentencesOf(language, list)[code]);
      expect(new Set(texts).size, code).toBe(LANGUAGES.length);
    }
  });

  it.each(LANGUAGES)('A-15 no two codes share a sentence in %s', (language) => {
    const texts = LISTED.flatMap((list) => Object.values(sentencesOf(language, list)));
    expect(new Set(texts).size).toBe(texts.length);
  });
});
