/**
 * Names the corpus is made of, in the pairs of spellings in which they are met: written down by hand for the corpus,
 * apart from the names of the invented register and from the tables of the matcher. The spellings are public and
 * customary; combined into persons they are invented.
 */

/** A name as its people write it, and as Russian papers have it. */
export interface Spelled {
  readonly own: string;
  readonly russian: string;
}

const spelled = (table: string): readonly Spelled[] =>
  table
    .trim()
    .split(/\s+/)
    .map((entry) => {
      const [own = '', russian = own] = entry.split('|');
      return { own, russian };
    });

/** kk-Cyrl|ru-Cyrl */
export const KAZAKH = {
  surnames: spelled(`
    Әлімжанов|Алимжанов Әбілқасымов|Абилкасымов Ақышев|Акишев Алдабергенов Арынов|Арынов Асқаров|Аскаров
    Аубәкіров|Аубакиров Әшімов|Ашимов Бәйтерекова|Байтереков Бәкіров|Бакиров Бейсенов|Бейсенов Бердіқұлов|Бердикулов
    Біржанов|Биржанов Бөлегенов|Булегенов Ғалиев|Галиев Ғұбайдуллин|Губайдуллин Дәулетов|Даулетов Демеуов|Демеуов
    Досмұхамедов|Досмухамедов Дүйсенов|Дуйсенов Елемесов Елубаев Есімов|Есимов Жақыпов|Жакупов Жансүгіров|Жансугуров
    Жәкішев|Жакишев Жолдасбеков Жүнісов|Жунусов Зәкіров|Закиров Исқақов|Исхаков Кәрімов|Каримов Кенжебеков Көбеев|Кубеев
    Күзембаев|Кузембаев Қабдолов|Кабдолов Қаратаев|Каратаев Қайырбеков|Каирбеков Қонаев|Кунаев Құлыбаев|Кулибаев
    Құрманғалиев|Курмангалиев Мамырханов Мәсімов|Масимов Медеуов Момышов Мұқашев|Мукашев Мұстафин|Мустафин
    Мүсірепов|Мусрепов Назарбеков Нұғманов|Нугманов Нұрғалиев|Нургалиев Оразбаев Өмірбеков|Омирбеков Өтемісов|Утемисов
    Рақымжанов|Рахимжанов Рысқұлов|Рыскулов Сағадиев|Сагадиев Садықов|Садыков Сәтпаев|Сатпаев Сейфуллин Смағұлов|Смагулов
    Сұлтанов|Султанов Тәжібаев|Тажибаев Тасмағамбетов|Тасмагамбетов Төлегенов|Тулегенов Түсіпбеков|Тусупбеков
    Тілеуов|Тлеуов Уәлиханов|Валиханов Үкібаев|Укибаев Хасенов Шаймерденов Шаяхметов Шоқаев|Чокаев Шынғысов|Чингисов
    Ысмайылов|Исмаилов Ілиясов|Ильясов Қыдырәлиев|Кыдыралиев Жәңгіров|Жангиров Мыңбаев|Мынбаев`),
  men: spelled(`
    Азамат Алмас Асан Әзілхан|Азильхан Бағдат|Багдат Бақытжан|Бахытжан Бауыржан|Бауржан Бекболат Берік|Берик
    Ғани|Гани Дәулет|Даулет Дінмұхамед|Динмухамед Еділ|Едил Ербол Ермек Жанболат Жұмабек|Жумабек Зейнолла|Зейнулла
    Қазбек|Казбек Қуаныш|Куаныш Құрманбек|Курманбек Мақсат|Максат Мәлік|Малик Мейрам Нұрсұлтан|Нурсултан
    Оңғар|Онгар Өркен|Оркен Рүстем|Рустем Самат Сұңқар|Сункар Тимур|Тимур Төлеген|Тулеген Тұрсын|Турсун Шыңғыс|Чингиз
    Ілияс|Ильяс Хамит Ысқақ|Исхак Жасұлан|Жасулан Әлібек|Алибек Мұхтар|Мухтар`),
  women: spelled(`
    Айгерім|Айгерим Айжан Айсұлу|Айсулу Ақбота|Акбота Алма Алтынай Әлия|Алия Әйгерім|Айгерим Баян Ботагөз|Ботагоз
    Гүлжан|Гульжан Гүлмира|Гульмира Ғалия|Галия Дана Жазира Жұлдызай|Жулдызай Зәурешкен|Заурешкен Камила
    Қарлыға|Карлыга Қымбат|Кымбат Күләш|Куляш Маржан Мәншүк|Маншук Нәзира|Назира Нұргүл|Нургуль Перизат Роза
    Сабина Сәния|Сания Томирис Ұлпан|Улпан Шынар|Шинар Үміт|Умит Інжу|Инжу`),
} as const;

/** az-Latn|ru-Cyrl */
export const AZERBAIJANI = {
  surnames: spelled(`
    Abdullayev|Абдуллаев Ağazadə|Агазаде Axundov|Ахундов Allahverdiyev|Аллахвердиев Atakişiyev|Атакишиев
    Bağırov|Багиров Baxşəliyev|Бахшалиев Bayramov|Байрамов Cabbarov|Джаббаров Cahangirov|Джахангиров Cavadov|Джавадов
    Cəlilov|Джалилов Çobanzadə|Чобанзаде Dadaşov|Дадашов Eyvazov|Эйвазов Əfəndiyev|Эфендиев Ələkbərov|Алекперов
    Əliəsgərov|Алиаскеров Əmirov|Амиров Əsgərov|Аскеров Əzimov|Азимов Fərəcov|Фараджев Fətullayev|Фатуллаев
    Göyçəyli|Гёйчайлы Hacıyev|Гаджиев Heydərov|Гейдаров Həmidov|Гамидов Həşimov|Гашимов Hümbətov|Гумбатов
    İbrahimov|Ибрагимов İmanov|Иманов İsgəndərov|Искендеров Kazımov|Казымов Kərimov|Керимов Köçərli|Кочарли
    Qarayev|Караев Qəhrəmanov|Кахраманов Qədirov|Гадиров Qocayev|Годжаев Qurbanov|Курбанов Lətifov|Лятифов
    Mahmudov|Махмудов Məhərrəmov|Магеррамов Məlikov|Меликов Mirzəyev|Мирзоев Musayev|Мусаев Mustafayev|Мустафаев
    Nağıyev|Нагиев Nəcəfov|Наджафов Nəsirov|Насиров Novruzov|Новрузов Orucov|Оруджев Paşayev|Пашаев Pənahov|Панахов
    Rəcəbov|Раджабов Rəhimov|Рагимов Rüstəmov|Рустамов Sadıqov|Садыгов Səlimov|Салимов Seyidov|Сеидов Sultanov|Султанов
    Şahbazov|Шахбазов Şərifov|Шарифов Şıxəliyev|Шихалиев Tağıyev|Тагиев Talıbov|Талыбов Üzeyirli|Узеирли Vəzirov|Везиров
    Xəlilov|Халилов Xanlarov|Ханларов Yaqubov|Ягубов Yusifov|Юсифов Zeynalov|Зейналов Zülfüqarov|Зульфугаров`),
  men: spelled(`
    Akif Aqil|Агиль Araz|Араз Azər|Азер Bəhruz|Бахруз Cavid|Джавид Cəmil|Джамиль Çingiz|Чингиз Elçin|Эльчин
    Emil|Эмиль Əhməd|Ахмед Əkbər|Акпер Əsəd|Асад Fuad|Фуад Füzuli|Физули Gündüz|Гюндуз Həsən|Гасан Hikmət|Хикмет
    İlham|Ильхам İlqar|Ильгар İntiqam|Интигам Kənan|Кянан Mehman|Мехман Mirzə|Мирза Murad|Мурад Nazim|Назим
    Oruc|Орудж Pərviz|Парвиз Qabil|Габиль Rauf|Рауф Rəhim|Рагим Rüfət|Руфат Sabir|Сабир Şahmar|Шахмар Şəmsi|Шамси
    Teymur|Теймур Vaqif|Вагиф Vidadi|Видади Yaşar|Яшар Zakir|Закир`),
  women: spelled(`
    Afaq|Афаг Aida|Аида Aynur|Айнур Cəmilə|Джамиля Çiçək|Чичек Dilarə|Диляра Elmira|Эльмира Əsmər|Эсмер Fatma|Фатма
    Firuzə|Фируза Gülnarə|Гюльнара Həcər|Хаджар Hicran|Хиджран İlahə|Илаха Kəmalə|Кямала Lalə|Ляля Mehriban|Мехрибан
    Məryəm|Марьям Nailə|Наиля Natəvan|Натаван Nuranə|Нурана Pəri|Пери Qumru|Гумру Rəna|Рена Roya|Ройя Səadət|Саадат
    Sədaqət|Садагят Şəfəq|Шафаг Tahirə|Тахира Turanə|Турана Xalidə|Халида Xatirə|Хатира Yasəmən|Ясемен Zərifə|Зарифа`),
} as const;

/** ru-Cyrl */
export const RUSSIAN = {
  surnames: spelled(`
    Афанасьев Белоусов Воробьёв Галкин Гордеев Дьячков Ершов Жданов Журавлёв Зайцев Игнатьев Казанцев Капустин Ким
    Королёв Кузнецов Куликов Лебедев Лихачёв Мельников Мещеряков Мясников Назаров Овчинников Пантелеев Плющев Пономарёв
    Прохоров Родионов Рыжов Самойлов Селезнёв Синицын Соловьёв Сухоруков Третьяков Тюленев Ушаков Федосеев Филиппов
    Хохлов Цветков Цой Черных Чистяков Шаповалов Шевцов Щёголев Щукин Юдин Яковлев Якушев`),
  men: spelled(`
    Александр Алексей Анатолий Борис Вадим Валерий Василий Виктор Вячеслав Геннадий Георгий Григорий Денис Дмитрий
    Евгений Игорь Кирилл Константин Леонид Максим Михаил Николай Олег Пётр Роман Станислав Фёдор Юрий Ярослав`),
  women: spelled(`
    Александра Алла Анастасия Валентина Вера Виктория Галина Дарья Евгения Екатерина Жанна Зинаида Инна Ксения Лариса
    Людмила Любовь Марина Надежда Наталья Оксана Полина Раиса Светлана Татьяна Юлия`),
} as const;

/** One family name in spellings that press, papers and registers of several countries use. */
export const PUBLIC_SPELLINGS: readonly (readonly string[])[] = [
  ['Назарбаев', 'Nazarbayev', 'Nazarbaev', 'Nazarbajev', 'Nazarbayeff'],
  ['Тоқаев', 'Токаев', 'Tokayev', 'Tokaev', 'Toqaev', 'Toqayev'],
  ['Əliyev', 'Алиев', 'Aliyev', 'Aliev', 'Alijev', 'Алијев', 'Əлијев', 'Әлиев'],
  ['Məmmədov', 'Мамедов', 'Mammadov', 'Mamedov', 'Memmedov', 'Мәммәдов'],
  ['Hüseynov', 'Гусейнов', 'Huseynov', 'Guseynov', 'Guseinov', 'Hüseinov', 'Һүсејнов'],
  ['Cəfərov', 'Джафаров', 'Jafarov', 'Djafarov', 'Dzhafarov', 'Ceferov', 'Ҹәфәров'],
  ['Quliyev', 'Кулиев', 'Guliyev', 'Kuliev', 'Kuliyev', 'Qulijev'],
  ['Қасымов', 'Касымов', 'Kasymov', 'Kassymov', 'Qasymov', 'Kasimov', 'Qasımov'],
  ['Әбішев', 'Абишев', 'Abishev', 'Abişev', 'Äbişev', 'Äbishev'],
  ['Жүсіпов', 'Жусупов', 'Zhusupov', 'Jusupov', 'Jüsipov', 'Zhusipov'],
  ['Шәріпов', 'Шарипов', 'Sharipov', 'Şäripov', 'Scharipow', 'Charipov'],
  ['Юсупов', 'Yusupov', 'Iusupov', 'Jusupov', 'Yussupov', 'Jusupow'],
  ['Щербаков', 'Shcherbakov', 'Scherbakov', 'Ščerbakov', 'Schtscherbakow'],
  ['Хачатурян', 'Khachaturyan', 'Khachaturian', 'Hachaturyan', 'Khatchatourian'],
  ['Цой', 'Tsoy', 'Tsoi', 'Coj'],
  ['Ахметов', 'Akhmetov', 'Ahmetov', 'Axmetov', 'Achmetow'],
  ['Чернышёв', 'Chernyshev', 'Chernyshov', 'Černyšëv', 'Tchernychev'],
  ['Ибрагимов', 'İbrahimov', 'Ibragimov', 'Ibrahimov', 'Ыбырайымов'],
  ['Сүлейменов', 'Сулейменов', 'Suleimenov', 'Suleymenov', 'Süleimenov', 'Suleimenoff'],
  ['Оспанов', 'Ospanov', 'Osspanov', 'Ospanow'],
];
