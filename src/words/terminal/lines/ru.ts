import type { LineCatalogue } from './keys.js';

export const ru: LineCatalogue = {
  NO_DEAD_MAIL: 'недоставленных сообщений нет',
  DEAD_MAIL:
    '{count, plural, one {не доставлено # сообщение} few {не доставлено # сообщения} many {не доставлено # сообщений} other {не доставлено # сообщения}}: когда причина устранена, sorgu mail again <id>',
  MUCH_DEAD_MAIL:
    'не доставлено {count, number} или больше сообщений: когда причина устранена, sorgu mail again <id>',
  NO_SUCH_MAIL: 'недоставленного сообщения с таким обозначением нет: их показывает sorgu mail',
  MAIL_AGAIN: 'оно снова отправится, как только шлюз заработает',
  TO_BE_SIGNED: 'подписать: sorgu sign, затем sorgu lists send',
  SENT_BEFORE: 'это уведомление уже отправлено: sorgu lists notices показывает, что с ним стало',
  NOTICE_RECORDED: 'записано и будет отправлено, как только шлюз заработает: sorgu lists notices',
  NOTICE_REFUSED: 'ничего не сделано: исправьте файл, составьте и подпишите его заново',
  NO_NOTICES: 'уведомлений нет',
  LIST_RECORDED:
    '{count, plural, one {записано # изменение} few {записано # изменения} many {записано # изменений} other {записано # изменения}}, орган {authority}',
  LIST_REFUSED: 'ничего не записано: исправьте файл или спросите Сторону, что она имела в виду',
  NOT_SIGNED: 'ничего не подписано: исправьте проект и возьмите его документ заново',
  NO_LETTER: 'письмо не составлено: возьмите документ дела заново',
  LETTER_WRITTEN: 'записано в {path}: содержит персональные данные',
  IMPORTED:
    '{read, plural, one {прочитана # строка} few {прочитаны # строки} many {прочитано # строк} other {прочитаны # строки}}; загружено: {loaded, number}, изменено: {changed, number}, без изменений: {unchanged, number}, отклонено: {rejected, number}',
  REJECTED:
    '{count, plural, one {отклонена # строка} few {отклонены # строки} many {отклонено # строк} other {отклонены # строки}}: см. {path}',
  DELETED:
    '{read, plural, one {прочитано # обозначение} few {прочитано # обозначения} many {прочитано # обозначений} other {прочитано # обозначения}}; удалено: {deleted, number}, нет в реестре: {absent, number}',
  NOTHING_PUBLISHED: 'ничего не опубликовано: sorgu publications import <файл>',
  NOTHING_HELD: 'ничего не задержано',
  WINDOWS_OPENED:
    '{opened, plural, one {открыто # время} few {открыто # времени} many {открыто # времён} other {открыто # времени}}, уже было: {stood, number}',
  WINDOWS_REFUSED: 'ничего не открыто: исправьте файл, образец есть в docs/reference.md',
  NO_WINDOWS: 'времени впереди нет',
  WINDOWS_AHEAD: 'впереди: {count, number}',
  WINDOW_WITHDRAWN: 'оно больше не предлагается; записанное на него остаётся',
  NO_SUCH_WINDOW: 'времени с таким обозначением нет: sorgu interviews показывает его',
  KEY_MADE: 'создан {path}: сохраните копию там, где её прочтёт только ответственный',
  KEY_MISSING: 'ключа в {path} нет: его создаёт sorgu keys create, он нужен партнёрам',
  RECEIPTS_REFUSED: 'строка {line} не является квитанцией журнала партнёра: ничего не записано',
  RECEIPTS_RECORDED: 'записано: {count, number}',
  PARTNER_SILENT: '{authority}: его шлюз не отвечает или ответ непригоден',
  DUMPED: 'выгружено в {path}: проверьте командой sorgu verify-ledger --dump {path}',
  DUMP_STANDS: '{path} уже есть и оставлен как есть: укажите новый файл',
  LEDGER_CHANGED:
    'журнал не таков, каким был записан: сохраните эту базу данных и её файлы как есть',
  NO_VERIFIER_KEY: 'это не ключ проверки: укажите такой, какой даёт GET /ledger/key',
  NOTHING_EXPORTED: 'ничего не передано: {codes}',
  EXPORTED: 'передача {id} до {until}; условий с ней: {conditions, number}',
  NO_PERSONA: 'такого учебного лица нет: их показывает GET /dev/personas',
  SEALED_AS: 'занесено записью {index} в {origin}',
  NO_RECEIPT: 'квитанции нет',
  SIGNS_REQUEST: 'запрос {id} по {instrument}, составлен {at}',
  SIGNS_PROVISION: 'сообщение {id} по {instrument}, составлено {at}',
  SIGNS_NOTICE: 'уведомление {id} ({occasion}), составлено {at}',
  LABEL_FROM: 'от',
  LABEL_TO: 'кому',
  LABEL_AIM: 'задача',
  LABEL_FOR: 'цель',
  LABEL_WANTS: 'запрошено',
  LABEL_GIVES: 'даётся',
  LABEL_ABOUT: 'о ком',
  LABEL_LIMITS: 'пределы',
  LABEL_CHANGES: 'изменения',
  LABEL_LIST: 'список',
  FOR_BASIS: '{purpose} по {basis}',
  FOR_ALONE: '{purpose} по {basis} и ни для чего другого',
  PEOPLE: '{count, plural, one {# лицо} few {# лица} many {# лиц} other {# лица}}',
  PEOPLE_IN_LETTER:
    '{count, plural, one {# лицо} few {# лица} many {# лиц} other {# лица}}: прочтите целиком командой sorgu letter',
  CONDITIONS_UNTIL:
    '{count, plural, one {# условие} few {# условия} many {# условий} other {# условия}}, хранится до {until}',
  CHANGES_FROM: '{count, number}, действуют с {from}',
  CHANGE_RECORDED: '{register} органа {authority}: записано',
  CHANGE_ENDED: '{register}: прекращено',
  LISTS_NOT_IN_FORCE: 'дни не идут',
  LISTS_RUNNING:
    'до {due}, {days, plural, one {остался # день} few {осталось # дня} many {осталось # дней} other {осталось # дня}}',
  LISTS_OVERDUE:
    'срок был {due}, {days, plural, one {# день назад} few {# дня назад} many {# дней назад} other {# дня назад}}',
  LISTS_EXCHANGED: '{on}, срок {due}',
  LISTS_EXCHANGED_LATE: '{on}, срок {due}, с опозданием',
};
