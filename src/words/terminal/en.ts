import type { TerminalCatalogue } from './keys.js';

export const en: TerminalCatalogue = {
  NOTHING_DUE: 'nothing is due, late or to be reviewed',
  WHICH_CASES: 'which cases they are: {option}, with the token of an officer',
  CASES_SEEN: '{count, plural, one {# of them is yours to see} other {# of them are yours to see}}',
  TOKEN_NOT_GOOD: 'the token is not good now, or not of an officer of this authority',
  UNTIL: 'until {at}',
  WITHOUT_TERM: 'without a term',
  NOTHING_TOLD: 'nothing is told: {code}',
  NOT_THIS_ROLE: 'only an auditor of this authority is told',
  UNKNOWN_SUBJECT: 'the record knows no such person',
  WRONG_SPAN: 'the span ends before it begins',
  SPAN_TOO_WIDE: 'the span is too wide; ask for a shorter one',
  TOO_MANY: 'more was asked for than is told at once',
  WRONG_FORM: 'what was asked is not in the required form',
  SUBJECT_KEY_CHANGED:
    'a key of somebody whom this is about was changed in the table; tell your operator',
  DEFERRAL_DUE: 'a deferral is to be reviewed first',
  DRAFTED:
    '{table} {period}: {cells, plural, one {# cell} other {# cells}}, {hidden, number} hidden; a draft',
  PUBLISHED: 'published {id}',
};
