/**
 * What is said of numbers, as data: one phrase between two commas, in the four languages and as the papers of the routes
 * say it. `~` stands for whatever ending, a space for one or the end of a line. The first letters, four at most, stand
 * as they are written. Where several phrases fit, the longest does: `passport reader` is no passport.
 */

/** A document of a person, or its number. */
export const OF_DOCUMENTS = `
  passports?, passport_?(no|num|number)s?, e-?passports?, ppt (no|#), travel (documents?|papers?), identity (cards?|documents?|papers?|numbers?|no),
  identification (cards?|documents?|numbers?|no|codes?), id[- ]?cards?, id (no|numbers?|#), id(?=\\s?[:#\\d]), id document,
  residence (permits?|cards?|titles?|documents?), residence permit cards?, permanent residence, permit cards?,
  refugee (cards?|certificates?|ids?), asylum (cards?|certificates?), document (no|numbers?|#), doc[._ ]{0,2}(no|num|number|#), document_?(no|num|number)s?, id_?(no|num|number),
  national (identity )?cards?, national (register|registry|numbers?|ids?|no|identity|identifiers?|codes?|insurance (no|number)),
  personal (no|numbers?|codes?|identification|identity|id), individual identification, individual number,
  citizen (ids?|no|numbers?|cards?), civil (no|numbers?|ids?), social security (no|numbers?), registration certificates?,
  laissez-passers?, visas?, visa (no|numbers?|stickers?|labels?|vignettes?|#), sticker (no|numbers?|#), stickers?,
  driving licen[cs]es?, driver.{0,2} licen[cs]es?, birth certificates?, sea(man|farer).{0,2} (book|identity|card),
  military (id|card), (return|emergency) certificates?, return certificates?, emergency (travel|certificates?),
  certificate of (return|identity), migration cards?, biometric (cards?|permits?), laissez passer, machine.readable passports?,

  passeport~, carte d.identit~, titre de s[ée]jour, rijksregister~, num[ée]ro national, registre national, paspoort~,
  identiteitskaart~, verblijfs(titel|kaart|vergunning)~, reisepass~, personalausweis~, aufenthaltstitel~, pasaporte,
  passaporto, dowod~, kimlik~, t\\.?c\\.? kimlik~, pasaport~, ikamet~, num[ée]ro de passeport,

  паспорт~, удост, свидетельств~ о (рождении|браке|возвращении|предоставлении), загранпаспорт~, биопаспорт~, удостоверени~, вид~ на жительство, внж, рвп, снилс,
  разрешени~ на (временн~ |постоянн~ )?(проживани|жительств|пребывани)~, визов~ (наклейк|стикер|марк|этикетк)~,
  виз(а|ы|у|е|ой|овая)?, виз~ (#|номер|серии|наклейк~|стикер~), наклейк~, стикер~, сери[яиюей]+, документ~:? (серии|#|номер|no),
  номер~ (его |ее |её |их )?(документ|паспорт|удостоверени)~, личн~ (номер|код)~, персональн~ (номер|код)~,
  идентификационн~ (номер|код|карт)~, идентификатор~ личности, индивидуальн~ номер~, (id|ид)-?карт~, id-?карт~, ид-?карт~,
  проездн~ документ~, загран~ паспорт~, водительск~ (удостоверени|прав)~, свидетельств~, национальн~ (код|номер|идентификац|реестр|регистр)~,
  гражданск~ номер~, код~ гражданина, тазкир~, э-тазкир~, военн~ билет~, миграционн~ карт~, карточк~ (беженца|вид|личности),
  карт~ (проживания|резидента|личности|ребенка|беженца), инн(?=[^\\d\\n]{0,30}\\d{12}(?!\\d)), номер (соц|страхов)~, реестров~ номер~ (гражд|лиц)~,

  pasport~, vəsiqə~, vesiqe~, seriya~, sənəd~:? (nömrə|#|seriya)~, fərdi (identifikasiya )?(nömrə|kod)~, fərdi kod~,
  yaşa(yış|ma|maq)? icazə~, müvəqqəti yaşa~ icazə~, daimi yaşa~ icazə~, viza(nın|sı|sının|ya|yı|dan|lı)?, viza~ (nömrə|#|stiker|etiket|yapışqan|vərəqə)~,
  stiker~, identifikasiya (nömrə|kod)~, eyniləşdirmə (nömrə|kod)~, şəxsi (nömrə|kod)~, şəxsiyyət (nömrə|vəsiqə|kod)~,
  milli (kart|şəxsiyyət|kod|reyestr|identifikasiya|nömrə|id)~, təzkirə~, tezkire~, elektron təzkirə~, şəhadətnamə~, yol sənəd~, səyahət sənəd~,
  mülki nömrə~, hərbi bilet~, miqrasiya kart~, id[- ]?kart~, icazə vəsiqə~,

  төлқұжат~, толкужат~, құжат~:? (нөмір|#|серия)~, жеке куәлі[кг]~, куәлі[кг]~, жеке (нөмір|код)~, жеке сәйкестендіру~,
  сәйкестендіру (нөмір|код)~, сериясы~, виза~ (нөмір|#|жапсырма|стикер)~, визасы~, визаның, жапсырма~, тұру(ға)? (рұқсат|карта|құқығы)~,
  ықтиярхат~, жол құжат~, ұлттық (код|нөмір|тізілім|сәйкестендіру|куәлік)~, тәзкир~, әскери билет~, көші-қон карта~,
  тұрғын карта~, азаматтық нөмір~, босқын куәлі[кг]~`;

/** What a number of letters and figures, of seven signs, is called: Azerbaijan's personal code. */
export const OF_CODES = `
  fin, fin[- ]?(kod|code)~, fin (no|numbers?|nömrə~), pin, pin[- ]?(kod|code)~, pin (no|numbers?), фин, фин[- ]?код~, пин, пин[- ]?код~,
  fərdi identifikasiya nömrə~`;

/** A word that heads a column of documents when it is all that the head says. */
export const OF_COLUMNS = `
  documents?(?=\\s?(?:[#|;\\t\\n]|\\s\\s|$)), документ~, sənəd~, құжат~`;

/** Things, services and counts that have numbers of their own. */
export const OF_THINGS = `
  serial (no|numbers?|#), s\\/n, models?, lots?, firmware, device~, passport (readers?|scanners?|desks?|offices?|controls?|gates?|section|printers?|unit|service|authorit~|department),
  (document|card|chip|visa|id) (readers?|scanners?), document readers?, card readers?, card (desk|section), visa (centres?|centers?|sections?|offices?|desks?|fees?|applications?|requests?|departments?|policy|regime),
  visa information system, flights?, tel(ephone)?, phone, mobile, fax, hotline, call centre, whatsapp, isbn, issn, iso, iec, iso\\/iec, icao,
  icao doc, doc(?= 9303), celex, eur, usd, azn, kzt, budget, amount, sum of, vehicles?, plates?, number plates?, licen[cs]e plates?, trucks?, trailers?, iban,
  account, swift, http, www, invoices?, contracts?, tenders?, tir, tir carnets?, carnets?, containers?, wagons?, railcars?, waybills?, air waybills?, awb,
  cmr, consignments?, bills? of lading, seals?, parcels?, postal items?, tracking, track (no|number), registered letters?, tickets?, (helpdesk|support) tickets?, helpdesk~,
  booking~, pnr, post(al)? codes?, post codes?, postcodes?, zip( codes?)?, hs codes?, customs (codes?|declarations?), tn ved, payments?, receipts?, bank,
  bin, tin, vat, imei, imsi, sim( cards?)?, vin, chassis, coordinates?, latitude, rooms?, versions?, batch~, blank (passports?|booklets?|forms?),
  (case|user|message|request|ticket|device|batch|order|transaction|application|reference|session|meeting) id, case id, sensor id, user id, message[- ]id, request id, ticket id, device id,
  business (identification|registration) numbers?, tax (identification )?(no|numbers?), tax payer~, company (no|numbers?|registration), enterprise (no|numbers?), registration number of the (firm|company), kbo, bce,
  order id, meeting id, transaction id, application id, reference id, session id, extensions?, number of, equipment, inventory (no|number)

  , бюджет~, бизнес-?\\s?идентификационн~ номер~, заводск~ номер~, модел~, техническ~ паспорт~, техпаспорт~, паспорт~ (сделки|безопасности|здани|издели|объект|прибор|устройств|транспорт)~, серийн~ номер~, инвентарн~ номер~, прошивк~, паспортн~ (стол|контрол|служб|отдел|сканер|считывател|визов|скан)~, паспортно-визов~,
  сканер~ (паспорт|документ)~, считывател~ (паспорт|документ)~, считывател~, считывающ~ устройств~ (паспорт|документ)~, сканер~,
  сбо(й|и|я|ю|ев|ям|ях)~ (в |паспорт|скан)~, отдел~ документирован~, визов~ (центр|отдел|служб|сбор|анкет|поддержк|режим|политик|заявлен|секци|пункт)~,
  рейс~, тел, телефон~, моб, факс~, горяч~ лини~, дежурн~ част~, свидетельств~ о (государственной )?(регистрации|праве|постановке), бин, инн, бик, мфо, окпо, иик, огрн~, кпп, исо, гост~, тенге, манат~, руб~, сумм~, счет~, счёт~, платеж~, платёж~, квитанци~,
  договор~, контракт~, тендер~, конкурс~, накладн~, авианакладн~, мдп, книжк~ мдп, карнет~, контейнер~, вагон~, пломб~, почтов~ (отправлени|индекс)~, посылк~, бандерол~, трек-?(номер|код)~, индекс~, тн вэд, код~ тн вэд,
  декларац~, бронировани~, билет~, заявк~, обращени~, тикет~, автомобил~, госномер~, номерн~ знак~, прицеп~, автобус~, координат~, бланк~, кабинет~, каб, парти[яию]~, верси~, оборудован~`;

/** Things as Azerbaijani and Kazakh name them, behind the number as well: `RR123456785AZ nömrəli bağlama`. */
export const OF_THINGS_BEHIND = `
  texniki pasport~, model~, zavod (nömrə|#)~, seriya nömrə~, inventar~, cihaz~, avadanlıq~, proqram təminat~, pasport (skaner|oxuyucu|bölmə|nəzarət|masa|şöbə|xidmət|stol|aparat|sistem|qeydiyyat)~, vəsiqə bölmə~, vəsiqə (oxuyucu|skaner|şöbə)~,
  sənəd~ (oxuyucu|skaner)~, oxuyucu~, skaner~, viza (şöbə|mərkəz|rüsum|müraciət|ərizə|anket|siyasət|bölmə)~, reys~, telefon~, mobil~, faks~, qaynar xətt~, növbətçi hissə~, vöen, voen, vergi ödəyici~, büdcə~, manat~, məbləğ~, hesab~, ödəniş~, qəbz~,
  müqavilə~, tender~, müsabiqə~, kotirovka~, qaimə~, aviaqaimə~, tir, tir kitabça~, dəmir yolu~, konteyner~, vaqon~, plomb~, poçt~, poçt (bağlama|göndəriş|indeks)~, bağlama~, göndəriş~, indeks~, xif mn~, gömrük~, bəyannamə~, bron~, bilet~,
  müraciət~, avtomobil~, nömrə nişan~, dövlət nömrə~, qoşqu~, avtobus~, koordinat~, blank~, otaq~, otağ~, partiya~, versiya~, rekvizit~,

  техникалық паспорт~, модел~, зауыт~ (нөмір|#)~, сериялық нөмір~, құрылғы~, жабдық~, паспорт~ (скан|оқу|үстел|бөлім|бақыла|құрылғы|қызмет|орталы)~, құжаттандыру бөлім~, құжаттандыру~, құжат~ (оқу|скан)~, оқу құрылғы~, сканер~, виза (орталы|бөлім|алым|өтініш|саясат)~,
  кезекші бөлім~, бсн, бизнес-?\\s?сәйкестендіру нөмір~, бюджет~, теңге, сома~, төлем~, түбіртек~, шот~, келісімшарт~, тендер~, байқау~, жүкқұжат~, әуе жүкқұжат~, хжт, хжт кітапша~, контейнер~, вагон~, пломба~, пошта~, пошта (индекс|жөнелтілім)~, сәлемдеме~, жөнелтілім~, индекс~, сэқ тн, кеден~, декларация~,
  өтінім~, өтініш~, көлік~, мемлекеттік нөмір~, тіркеме~, координат~, бланк~, бөлме~, партия~, нұсқа~`;

/** Acts and files: they have numbers too, but only where one is signed as such does it rule out a number with a series. */
export const OF_PAPERS = `
  decrees?, orders?, laws?, acts?, regulations?, directives?, decisions?, resolutions?, case, cases, protocols?, forms?, oj, articles?, ref(erence)?, letters?, files?, doc, notes?, note verbale, annex~, report~, circular~, minutes,
  приказ~, указ[ауе]?, указом, закон~, постановлени~, распоряжени~, протокол~, дел[аоуе], стать~, форм~, исх, вх, решени~, письм~, нот[аыуе], акт~, рапорт~, телеграмм~, циркуляр~, приложени~,
  fərman~, sərəncam~, qərar~, qanun~, əmr~, protokol~, iş #, iş üzrə, işi, işə dair, forma~, maddə~, məktub~, nota~, akt~, raport~, teleqram~, əlavə~,
  бұйры[қғ]~, заң~, жарлы[қғ]~, қаулы~, өкім~, хаттама~, іс #, іс, нысан~, шешім~, бап~, хат~, нота~, акті~, баянат~, жеделхат~, қосымша~`;
