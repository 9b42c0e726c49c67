/** English. */
import type { InstrumentCatalogue } from './keys.js';

export const en = {
  FILE: {
    NOT_A_FILE: 'This is no JSON object.',
    MEMBER_MISSING: 'Something that every instrument states is missing.',
    MEMBER_UNKNOWN: 'There is a member that instruments do not have.',
    FORM: 'This is not in the form that the guide gives.',
    ID_FORM: 'The id names the Parties and the year of signature: AZ-KZ-2019.',
    NAME_MISSING: 'A name is needed in each of the four languages.',
    DAY_FORM: 'This is no day of the calendar (YYYY-MM-DD).',
    CLAUSE_FORM: 'This is no number of a clause: 6(1), 17(c).',
    PURPOSE_FORM: 'A purpose is written in capital letters: IDENTITY_ESTABLISHMENT.',
    ITEM_UNKNOWN: 'The gateway knows no such item; schema/instrument.schema.json lists them.',
    CONDITION_UNKNOWN: 'The gateway knows no such condition.',
    ITEM_WITHOUT_CLAUSE: 'No clause is named that allows this item.',
    PURPOSE_WITHOUT_CLAUSE: 'No clause is named on which this purpose rests.',
    PURPOSE_NOBODY_MAY_STATE:
      'It is not said who may state this purpose: the requesting or the requested authority.',
    PURPOSES_MISSING: 'No purpose is named for which a request may be made.',
    PARTIES_MISSING: 'There are two Parties at least.',
    AUTHORITIES_MISSING: 'A Party has no competent authority.',
    BINDING_FORCE_MISSING: 'It is not said whether the text binds: TREATY or NONE.',
    PREVAILING_MISSING: 'It is not said in which language the text prevails.',
    WORKING_LANGUAGE_MISSING: 'It is not said in which language the Parties write to each other.',
    ENTRY_MISSING:
      'It is not said when the instrument enters into force: on the last notification, or on a day.',
    TERMINATION_MISSING: 'It is not said how many months after a notice the instrument ends.',
    ID_TAKEN: 'Another instrument has this id.',
    PARTY_TWICE: 'A state is a Party twice.',
    STATE_UNKNOWN: 'No file gives the name and the time zone of this state.',
    ZONE_UNKNOWN: 'There is no such time zone: Asia/Baku is one.',
    AUTHORITY_UNKNOWN: 'No file gives this authority.',
    AUTHORITY_OF_ANOTHER_STATE: 'The authority is one of another state.',
    GIVEN_TWICE: 'This state or authority is given already: one file gives it.',
    PREVAILING_NOT_OF_TEXT: 'The prevailing language is not one in which the text was signed.',
    TERM_WITHOUT_DAYS: 'It is not said within how many days a request is executed.',
    ITEM_WITHOUT_BINDING_FORCE:
      'The text creates no rights or obligations: it is no basis for personal data.',
    PURPOSE_TWICE: 'The purpose stands twice: two rules about one thing.',
    PURPOSE_UNKNOWN: 'The instrument has no such purpose.',
    RULES_CONTRADICT: 'Two rules contradict: the purpose opens this item and keeps it out.',
    ITEM_TWICE: 'The item stands twice.',
    RECORD_NOT_OPENED:
      'The item stands in a record that the purpose does not open, so nothing would be disclosed.',
    CONDITION_NOT_OF_PURPOSE:
      'The condition belongs to a clause on which the purpose does not rest.',
    RETENTION_MISSING: 'It is not said for how many days what was received may be held.',
    EXECUTION_MISSING:
      'The requested authority has no purpose REQUEST_EXECUTION, so nobody could execute a request.',
    EXECUTION_OPENS_LESS:
      'Whoever executes a request would see less than the other side may ask for.',
  },
  ACT: {
    NO_INSTRUMENT: 'The gateway knows no such instrument.',
    NOT_A_PARTY: 'The state, or this authority, is not a Party to the instrument.',
    DAY_TO_COME: 'The day has not come yet.',
    CONTRADICTS_SETTINGS: 'The settings of the gateway give another day.',
    ALREADY_RECORDED: 'This act of the Party is recorded already; annul that record first.',
    NOT_BY_NOTIFICATION:
      'The instrument is in force from a day of its text and waits for no notification.',
    NO_AMENDMENT: 'The instrument has no amendment of this number.',
    NOT_AMENDED_SO: 'This instrument is not amended in this way.',
    BEFORE_SIGNATURE: 'The day is before the amendment was signed.',
    BEFORE_ITS_NOTICE: 'A notice cannot be received before the day that it bears.',
    NOT_IN_FORCE: 'The instrument is not in force on this day.',
    RULE_NOT_OPEN:
      'The instrument does not open this item for this purpose: there is nothing to close.',
    NOTHING_DISPUTED: 'Neither a rule nor a request is named.',
    NO_DISAGREEMENT: 'There is no such disagreement.',
    NOT_IN_THIS_STATE: 'The disagreement does not allow this step now.',
    NOT_WHO_RAISED: 'Only the Party that raised it can withdraw it.',
    NO_RECORD: 'This Party has no such record.',
    NOT_THIS_ROLE: 'The coordinator records the acts of the Parties.',
    CONFLICT: 'Another record stands under this id.',
    NO_CASE: 'There is no such request under this instrument.',
    CONTENT_MISSING: 'Something has to be stated here.',
    TOO_LONG: 'This is too long.',
    TOO_MANY: 'These are too many.',
    CONTROL_CHARACTER: 'There is a character that cannot be written in a letter.',
    WRONG_FORM: 'This is not in the form described.',
  },
} as const satisfies InstrumentCatalogue;
