import type { ClauseCatalogue } from './keys.js';

export const az: ClauseCatalogue = {
  CLAUSES: 'Müddəalar nə deyir',
  PREVAILS: 'üstünlük verilən mətnin dili: {language}',
  EQUALLY_AUTHENTIC:
    'əsl mətn, dili: {language}; üstünlük verilən mətn (dili: {prevailing}) əldə yoxdur',
  TEXT_NOT_AT_HAND: '{instrument} sənədinin mətni əldə yoxdur.',
  TEXT_UNCONFIRMED: '{instrument} sənədinin mətni əldə yoxdur, haqqında məlumatlar təsdiqlənməyib.',
  LANGUAGE_RU: 'rus dili',
  LANGUAGE_EN: 'ingilis dili',
  LANGUAGE_AZ: 'Azərbaycan dili',
  LANGUAGE_KK: 'qazax dili',
};
