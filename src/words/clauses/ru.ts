import type { ClauseCatalogue } from './keys.js';

export const ru: ClauseCatalogue = {
  CLAUSES: 'Что гласят положения',
  PREVAILS: 'текст на языке, имеющем преимущество: {language}',
  EQUALLY_AUTHENTIC:
    'аутентичный текст, язык: {language}; текста, имеющего преимущество (язык: {prevailing}), в наличии нет',
  TEXT_NOT_AT_HAND: 'Текста {instrument} в наличии нет.',
  TEXT_UNCONFIRMED: 'Текста {instrument} в наличии нет, данные о нём не подтверждены.',
  LANGUAGE_RU: 'русский',
  LANGUAGE_EN: 'английский',
  LANGUAGE_AZ: 'азербайджанский',
  LANGUAGE_KK: 'казахский',
};
