import type { ExchangeCatalogue } from './keys.js';

export const en: ExchangeCatalogue = {
  STATE: {
    DRAFT: 'The request is being drafted and is not signed.',
    SIGNED: 'The request is signed and not sent.',
    SENT: 'The request was sent; its receipt is not confirmed yet.',
    RECEIVED: 'The request was received; its term runs from the day of receipt.',
    CONFIRMATION_REQUESTED:
      'Additional confirmation of the request was asked for; until then nothing is open.',
    INFO_REQUESTED: 'Further information needed for execution was asked for.',
    POSTPONED: 'Execution is postponed until the review date.',
    CONFIDENTIALITY_NOT_ASSURED:
      'The request cannot be executed confidentially; the requesting authority decides.',
    IN_EXECUTION: 'The request is being executed.',
    ANSWERED: 'The request was answered.',
    PARTLY_REFUSED: 'The request was answered and refused in part.',
    REFUSED: 'Execution of the request was refused.',
    WITHDRAWN: 'The request was withdrawn.',
    CLOSED: 'The case is closed.',
  },
  NOTICE: {
    NEARLY_DUE: 'The term for execution ends soon.',
    DUE: 'Today is the last day of the term for execution.',
    OVERDUE: 'The term for execution has ended.',
    DELAY_NOT_TOLD: 'The requesting authority was told nothing of the delay.',
    REVIEW_DUE: 'The review date of the postponed request has come.',
  },
  FAULT: {
    NOT_IN_THIS_STATE: 'This cannot be done in the present state of the case.',
    NOT_THIS_SIDE: 'This is for the other side of the request to do.',
    NOT_THIS_ROLE: 'Your role does not allow this.',
    CONTENT_MISSING:
      'Something that the agreement demands is missing: a reason, a ground or a date.',
    OTHER_QUESTION: 'This answers another question than the one that is open.',
    ITEMS_NOT_COMPLETE: 'Each wanted item, and nothing else, must have its outcome.',
    OTHER_CONCLUSION: 'The outcomes lead to another conclusion of the case.',
    GRANT_NOT_ENDED: 'The grant of the request has not ended.',
    NOT_WANTED: 'This item is not wanted of this person.',
    INQUIRY_OPEN: 'The body that holds this item has not answered yet.',
    NO_PERMISSION: 'The body that holds this item does not permit its release.',
    AGE_NOT_RECORDED: 'Record first whether the person is a child.',
    COORDINATOR_NEEDED: 'For a child the coordinator decides about this item.',
    UNKNOWN_INQUIRY: 'This case has no such inquiry to another body.',
    INQUIRY_TWICE: 'An inquiry of this id stands on the sheet already.',
    NO_CASE: 'There is no such case.',
    CONFLICT: 'Something else was done under this id before.',
    CHAIN_AT_FAULT: 'The chain of moves of this case is at fault; an operator decides.',
    DRAFT_INCOMPLETE:
      'The request cannot be signed: it is incomplete or does not fit its instrument.',
    SIGNATURE_REFUSED:
      'The signature is not taken: it is not of this draft, or the lists do not bear it out.',
    MATCH_MISSING:
      'Record of each person whether he or she was found in the register; of who was not found nothing is disclosed.',
    NOT_A_DRAFT: 'The request is no longer a draft and cannot be changed.',
    REVIEW_AFTER_TERM:
      'This authority reads Article 10 so that a postponement ends within the term; choose an earlier review date.',
    UNKNOWN_CANDIDATE: 'There is no such person among those found now.',
    PACKAGE_REFUSED:
      'The answer package is not there, not whole, or not by the authority that answered. Tell your operator.',
    WRONG_TYPE: 'The value is of another type than expected.',
    UNKNOWN_MEMBER: 'This message has no such member.',
    MISSING_MEMBER: 'A required member is missing.',
    WRONG_CODE: 'The code is not one of the list.',
    WRONG_FORM: 'The value is not written in the required form.',
    CONTROL_CHARACTER: 'The text has control characters or invisible ones.',
    OUT_OF_RANGE: 'The number is out of range.',
    TOO_LONG: 'The text is longer than allowed.',
    TOO_MANY: 'The list has more entries than allowed.',
    WRONG_NUMBERING: 'The entries are not numbered from 1 without gaps.',
    INSTRUMENT_UNKNOWN: 'The gateway knows no such instrument.',
    INSTRUMENT_NOT_IN_FORCE: 'The instrument is not in force.',
    INSTRUMENT_TERMINATED: 'The instrument has been terminated.',
    AUTHORITY_NOT_COMPETENT: 'The authority is not competent under this instrument.',
    AUTHORITIES_OF_ONE_PARTY: 'Both authorities are of one Party.',
    SUBJECT_WITHOUT_BASIS: 'This instrument is no basis for naming persons.',
    AUTHORITY_NAME_MISSING: 'The name of the authority is missing.',
    LETTERHEAD_MISSING: 'The letterhead is missing.',
    SUBSTANCE_MISSING: 'The substance of the request is missing.',
    PURPOSE_MISSING: 'The purpose of the request is missing.',
    PURPOSE_UNKNOWN: 'The instrument has no such purpose of a request.',
    PURPOSE_TWICE: 'The purpose is stated twice.',
    BASIS_MISSING: 'The clause on which the purpose rests is missing.',
    BASIS_NOT_OF_PURPOSE: 'The clause is no basis for this purpose.',
    JUSTIFICATION_MISSING: 'The purpose is not justified.',
    ITEM_MISSING: 'It is not said which items are wanted.',
    SUBJECT_MISSING: 'No person is named.',
    SUBJECT_UNIDENTIFIED:
      'The person cannot be looked for: there is no name, document number or machine-readable zone.',
    NAME_EMPTY: 'The name has no part at all.',
    NAME_MIXES_SCRIPTS: 'The name mixes letters of several scripts.',
    NAME_IN_OTHER_SCRIPT: 'The name is written in another script than stated.',
    DOCUMENT_NUMBER_MISSING: 'The number of the document is missing.',
    BORN_AFTER_WRITING: 'The birth date is later than the request.',
    COUNTRY_UNKNOWN: 'There is no such code of a state.',
    ITEM_UNKNOWN: 'The gateway knows no such item.',
    ITEM_NOT_IN_INSTRUMENT: 'The instrument does not provide for this item.',
    ITEM_NOT_OPENED: 'None of the stated purposes opens this item.',
    ITEM_WITHOUT_ITS_RECORD: 'This item is given only with the record that it is part of.',
    ITEM_TWICE: 'The item is named twice.',
    LANGUAGE_NOT_WORKING: 'The request is not in the working language of the cooperation.',
    TEXT_NOT_IN_WORKING_LANGUAGE: 'The text does not look written in the working language.',
    CITIZENSHIP_OF_NO_PARTY: 'The citizenship is of a state that is no Party.',
    MRZ_UNREADABLE: 'The machine-readable zone cannot be read.',
    MRZ_CHECK_DIGIT: 'A check digit of the machine-readable zone is wrong.',
    MRZ_CONTRADICTS: 'The machine-readable zone contradicts what is stated beside it.',
  },
  HOLD: {
    NO_LIST_RECEIVED: 'No list of signatories was received from this Party.',
    AUTHORITY_NAME_UNKNOWN: 'The authority is not known under this name.',
    AUTHORITY_NAME_NOT_YET:
      'This name of the authority was not yet valid when the request was signed or received.',
    AUTHORITY_NAME_SUPERSEDED:
      'This name of the authority was no longer valid when the request was signed or received.',
    SIGNATORY_UNKNOWN: 'The signatory is not on the list.',
    SIGNATORY_NOT_YET:
      'The signatory was not yet entitled when the request was signed or received.',
    SIGNATORY_NO_LONGER:
      'The signatory was no longer entitled when the request was signed or received.',
    SIGNATORY_KEY_REVOKED: 'The key of the signatory was revoked.',
    SIGNATORY_NOT_OF_COORDINATOR:
      'The signatory is not of the authority that coordinates the execution of requests.',
    SIGNATORY_NOT_FOR_INSTRUMENT: 'The signatory is not entitled under this instrument.',
    SIGNATORY_NOT_AUTHORISED_BY_HEAD:
      'The signatory was not authorised by the head of the coordinating authority.',
    LETTERHEAD_UNKNOWN: 'The letterhead is not known.',
    LETTERHEAD_NOT_YET: 'The letterhead was not yet valid when the request was signed or received.',
    LETTERHEAD_NO_LONGER:
      'The letterhead was no longer valid when the request was signed or received.',
  },
  CHAIN: {
    FORK: 'Two records came under one number, or a record does not follow from the one before.',
    UNLAWFUL: 'A record came of a move that the table of moves does not allow.',
    NOT_OURS: 'A record came of a move of ours that we never made.',
    CONTRADICTION: 'One move was both recorded and declined.',
  },
  PROVISION: {
    NOT_BETWEEN_PARTIES: 'The provision is not between authorities of two Parties.',
    PURPOSE_UNKNOWN: 'The instrument has no such purpose of a provision.',
    JUSTIFICATION_MISSING: 'It is not said why this matters to the other Party.',
    SUBJECTS_MISSING: 'There is no person, or one without items.',
    ITEM_NOT_FOR_PURPOSE: 'This item is not open for the stated purpose.',
    CONDITION_NOT_STATED: 'A condition of use is not stated in full.',
    KEPT_WITHOUT_END: 'There is no future end until which the data may be kept.',
  },
  LISTS: {
    FOREIGN_FACT: "A Party spoke of another Party's body; this change was not made.",
    NOTHING_TO_END: 'The list has no entry that this change would end.',
    LISTS_DIFFER: 'After this change the lists of the two Parties differ.',
  },
  ARRIVAL: {
    DOCUMENT_DIFFERS:
      'The signed request is missing, unreadable or not the one that the message speaks of.',
    OUTSIDE_INSTRUMENT:
      'This is no request under the instrument: it is not in force, or does not name these authorities.',
  },
  MAIL: {
    NO_ADDRESS: 'It is not known where this authority takes messages.',
    NO_CONNECTION: "No connection to the partner's gateway could be made.",
    HANDSHAKE_REFUSED:
      "The partner's gateway refused the handshake; it may not know our certificate.",
    PARTNER_NOT_RECOGNISED:
      "Who answers at this address is not the partner's gateway; nothing was sent.",
    TIMED_OUT: "The partner's gateway did not answer in time.",
    ANSWER_TOO_LARGE: "The answer of the partner's gateway is larger than allowed.",
    ANSWER_NOT_VERIFIED:
      "The answer is not signed by the partner's gateway, or not to this message.",
    PARTNER_UNAVAILABLE: "The partner's gateway cannot take messages now.",
    PARTNER_BUSY: "The partner's gateway is reading too much at once; it is tried again.",
    CLOCKS_APART:
      'The clocks of the two gateways differ, or the message was under way for too long.',
    MESSAGE_REPLAYED: "The partner's gateway has seen this signature before.",
    UNAUTHENTICATED: "The partner's gateway did not recognise our certificate, key or signature.",
    UNSUPPORTED_MEDIA_TYPE: "The partner's gateway does not take this format.",
    PAYLOAD_TOO_LARGE: "The message is larger than the partner's gateway takes.",
    MAIL_REFUSED: "The partner's gateway refused the signed mail: check keys and addressee.",
    TOO_MANY_DECLINED:
      "The partner's gateway has declined so many of our moves that it keeps no more of them; what it recorded stands.",
    CONFLICT: "The partner's gateway has other mail under this id.",
    MISDIRECTED: "The partner's gateway says that its side of the case takes no such message.",
    RECEIPT_REFUSED: "The partner's receipt is not signed with its key, or is for other mail.",
    LATER: "The partner's gateway does not know the case yet, or waits for earlier records.",
  },
  DOOR: {
    UNAUTHENTICATED: 'Certificate, key and signature are not those of one known partner.',
    MESSAGE_NOT_IN_TIME: 'The signature is good, but its time has not come or is past.',
    MESSAGE_REPLAYED: 'A message with this signature came before.',
    UNSUPPORTED_MEDIA_TYPE: 'Send the message as application/jose.',
    MAIL_REFUSED: 'The mail is not signed well, or not from this sender, or not to this gateway.',
    MAIL_CONFLICT: 'Other mail came under this id before.',
    TOO_MANY_DECLINED:
      'Too many of your moves were declined and are kept; lawful ones are still taken, and what was recorded stands.',
  },
};
