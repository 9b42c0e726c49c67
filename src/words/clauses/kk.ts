import type { ClauseCatalogue } from './keys.js';

export const kk: ClauseCatalogue = {
  CLAUSES: 'Ережелерде не айтылған',
  PREVAILS: 'басым күші бар мәтіннің тілі: {language}',
  EQUALLY_AUTHENTIC:
    'теңтүпнұсқалы мәтін, тілі: {language}; басым күші бар мәтін (тілі: {prevailing}) қолда жоқ',
  TEXT_NOT_AT_HAND: '{instrument} құжатының мәтіні қолда жоқ.',
  TEXT_UNCONFIRMED: '{instrument} құжатының мәтіні қолда жоқ, ол туралы деректер расталмаған.',
  LANGUAGE_RU: 'орыс тілі',
  LANGUAGE_EN: 'ағылшын тілі',
  LANGUAGE_AZ: 'әзербайжан тілі',
  LANGUAGE_KK: 'қазақ тілі',
};
