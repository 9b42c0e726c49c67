import type { TerminalCatalogue } from './keys.js';

export const ru: TerminalCatalogue = {
  NOTHING_DUE: 'наступающих и истёкших сроков и пересмотров нет',
  WHICH_CASES: 'какие это дела: {option} с токеном сотрудника',
  CASES_SEEN:
    '{count, plural, one {вам доступно # дело} few {вам доступны # дела} many {вам доступно # дел} other {вам доступно # дела}}',
  TOKEN_NOT_GOOD: 'токен сейчас недействителен или выдан не сотруднику этого органа',
  UNTIL: 'до {at}',
  WITHOUT_TERM: 'без срока',
  NOTHING_TOLD: 'сведения не выдаются: {code}',
  NOT_THIS_ROLE: 'сведения выдаются только аудитору этого органа',
  UNKNOWN_SUBJECT: 'такое лицо в записях не значится',
  WRONG_SPAN: 'промежуток заканчивается раньше, чем начинается',
  SPAN_TOO_WIDE: 'промежуток слишком велик; укажите меньший',
  TOO_MANY: 'запрошено больше, чем выдаётся за один раз',
  WRONG_FORM: 'вопрос задан не по форме',
  SUBJECT_KEY_CHANGED: 'в таблице изменён ключ лица, о котором идёт речь; сообщите администратору',
  DEFERRAL_DUE: 'сначала следует пересмотреть отсрочку',
  DRAFTED:
    '{table} {period}: {cells, plural, one {# ячейка} few {# ячейки} many {# ячеек} other {# ячейки}}, скрыто: {hidden, number}; проект',
  PUBLISHED: 'опубликовано: {id}',
};
