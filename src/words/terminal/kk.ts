import type { TerminalCatalogue } from './keys.js';

export const kk: TerminalCatalogue = {
  NOTHING_DUE: 'мерзімі жақындаған, өткен немесе қайта қаралатын ештеңе жоқ',
  WHICH_CASES: 'қандай істер екенін білу үшін: {option}, қызметкердің токенімен',
  CASES_SEEN: '{count, plural, one {оның # ісі сізге ашық} other {оның # ісі сізге ашық}}',
  TOKEN_NOT_GOOD: 'токен қазір жарамсыз немесе осы органның қызметкеріне берілмеген',
  UNTIL: '{at} дейін',
  WITHOUT_TERM: 'мерзімсіз',
  NOTHING_TOLD: 'мәлімет берілмейді: {code}',
  NOT_THIS_ROLE: 'мәлімет тек осы органның аудиторына беріледі',
  UNKNOWN_SUBJECT: 'жазбаларда мұндай адам жоқ',
  WRONG_SPAN: 'аралық басталмай тұрып аяқталады',
  SPAN_TOO_WIDE: 'аралық тым ұзақ; қысқарағын көрсетіңіз',
  TOO_MANY: 'бір ретте берілетіннен көп сұралды',
  WRONG_FORM: 'сұрақ талап етілген нысанда емес',
  SUBJECT_KEY_CHANGED: 'сөз болып отырған адамның кілті кестеде өзгертілген; әкімшіге хабарлаңыз',
  DEFERRAL_DUE: 'алдымен кейінге қалдыруды қайта қарау керек',
  DRAFTED:
    '{table} {period}: {cells, plural, one {# ұяшық} other {# ұяшық}}, жасырылғаны: {hidden, number}; жоба',
  PUBLISHED: 'жарияланды: {id}',
};
