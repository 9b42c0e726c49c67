import type { TerminalCatalogue } from './keys.js';

export const az: TerminalCatalogue = {
  NOTHING_DUE: 'vaxtı çatan, gecikən və ya yenidən baxılmalı olan heç nə yoxdur',
  WHICH_CASES: 'hansı işlər olduğunu bilmək üçün: {option}, əməkdaşın tokeni ilə',
  CASES_SEEN:
    '{count, plural, one {onlardan # iş sizə açıqdır} other {onlardan # iş sizə açıqdır}}',
  TOKEN_NOT_GOOD: 'token hazırda etibarsızdır və ya bu orqanın əməkdaşına məxsus deyil',
  UNTIL: '{at} tarixinədək',
  WITHOUT_TERM: 'müddətsiz',
  NOTHING_TOLD: 'məlumat verilmir: {code}',
  NOT_THIS_ROLE: 'məlumat yalnız bu orqanın auditoruna verilir',
  UNKNOWN_SUBJECT: 'qeydlərdə belə şəxs yoxdur',
  WRONG_SPAN: 'müddət başlamamışdan əvvəl bitir',
  SPAN_TOO_WIDE: 'müddət çox uzundur; daha qısasını göstərin',
  TOO_MANY: 'bir dəfəyə veriləndən çox məlumat istənilib',
  WRONG_FORM: 'sual tələb olunan formada deyil',
  SUBJECT_KEY_CHANGED: 'söhbət gedən şəxsin açarı cədvəldə dəyişdirilib; inzibatçıya bildirin',
  DEFERRAL_DUE: 'əvvəlcə təxirə salma qərarına yenidən baxılmalıdır',
  DRAFTED:
    '{table} {period}: {cells, plural, one {# xana} other {# xana}}, gizlədilib: {hidden, number}; layihə',
  PUBLISHED: 'dərc edildi: {id}',
};
