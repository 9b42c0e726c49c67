/** Names of the bodies beside the competent authorities of the instruments, in the order ru, en, az, kk. */
type Names = readonly [ru: string, en: string, az: string, kk: string];

export const BODY_NAMES: Readonly<Record<string, Names>> = {
  'AZ-SMS-ASYLUM': [
    'Отдел по вопросам убежища Государственной миграционной службы',
    'Asylum Division of the State Migration Service',
    'Dövlət Miqrasiya Xidmətinin Sığınacaq məsələləri şöbəsi',
    'Мемлекеттік миграция қызметінің Баспана мәселелері бөлімі',
  ],
  'AZ-MIA': [
    'Министерство внутренних дел Азербайджанской Республики',
    'Ministry of Internal Affairs of the Republic of Azerbaijan',
    'Azərbaycan Respublikasının Daxili İşlər Nazirliyi',
    'Әзербайжан Республикасының Ішкі істер министрлігі',
  ],
  'AZ-MFA': [
    'Министерство иностранных дел Азербайджанской Республики',
    'Ministry of Foreign Affairs of the Republic of Azerbaijan',
    'Azərbaycan Respublikasının Xarici İşlər Nazirliyi',
    'Әзербайжан Республикасының Сыртқы істер министрлігі',
  ],
  'AZ-MOJ': [
    'Министерство юстиции Азербайджанской Республики',
    'Ministry of Justice of the Republic of Azerbaijan',
    'Azərbaycan Respublikasının Ədliyyə Nazirliyi',
    'Әзербайжан Республикасының Әділет министрлігі',
  ],
  'AZ-SBS': [
    'Государственная пограничная служба Азербайджанской Республики',
    'State Border Service of the Republic of Azerbaijan',
    'Azərbaycan Respublikasının Dövlət Sərhəd Xidməti',
    'Әзербайжан Республикасының Мемлекеттік шекара қызметі',
  ],
  'AZ-COURT-BAKU': [
    'Бакинский суд по тяжким преступлениям',
    'Baku Court of Grave Crimes',
    'Bakı Ağır Cinayətlər Məhkəməsi',
    'Баку ауыр қылмыстар соты',
  ],
  'AZ-COURT-NASIMI': [
    'Насиминский районный суд города Баку',
    'Nasimi District Court of Baku',
    'Bakı şəhəri Nəsimi Rayon Məhkəməsi',
    'Баку қаласының Насими аудандық соты',
  ],
  'AZ-COURT-GANJA': [
    'Гянджинский городской суд',
    'Ganja City Court',
    'Gəncə Şəhər Məhkəməsi',
    'Гянджа қалалық соты',
  ],
  'KZ-MFA': [
    'Министерство иностранных дел Республики Казахстан',
    'Ministry of Foreign Affairs of the Republic of Kazakhstan',
    'Qazaxıstan Respublikasının Xarici İşlər Nazirliyi',
    'Қазақстан Республикасының Сыртқы істер министрлігі',
  ],
  'KZ-MOJ': [
    'Министерство юстиции Республики Казахстан',
    'Ministry of Justice of the Republic of Kazakhstan',
    'Qazaxıstan Respublikasının Ədliyyə Nazirliyi',
    'Қазақстан Республикасының Әділет министрлігі',
  ],
  'KZ-BS': [
    'Пограничная служба Комитета национальной безопасности Республики Казахстан',
    'Border Service of the National Security Committee of the Republic of Kazakhstan',
    'Qazaxıstan Respublikası Milli Təhlükəsizlik Komitəsinin Sərhəd Xidməti',
    'Қазақстан Республикасы Ұлттық қауіпсіздік комитетінің Шекара қызметі',
  ],
  'KZ-MLSPP-ASYLUM': [
    'Комиссия по присвоению статуса беженца',
    'Commission for Granting Refugee Status',
    'Qaçqın statusunun verilməsi üzrə komissiya',
    'Босқын мәртебесін беру жөніндегі комиссия',
  ],
  'BE-CGRS': [
    'Генеральный комиссариат Бельгии по делам беженцев и лиц без гражданства',
    'Office of the Commissioner General for Refugees and Stateless Persons of Belgium',
    'Belçikanın Qaçqınlar və Vətəndaşlığı Olmayan Şəxslər üzrə Baş Komissarlığı',
    'Бельгияның Босқындар және азаматтығы жоқ адамдар жөніндегі бас комиссариаты',
  ],
  UNHCR: [
    'Управление Верховного комиссара ООН по делам беженцев',
    'Office of the United Nations High Commissioner for Refugees',
    'BMT-nin Qaçqınlar üzrə Ali Komissarlığı',
    'БҰҰ Босқындар ісі жөніндегі жоғарғы комиссарының басқармасы',
  ],
  'RU-MIA': [
    'Министерство внутренних дел Российской Федерации',
    'Ministry of Internal Affairs of the Russian Federation',
    'Rusiya Federasiyasının Daxili İşlər Nazirliyi',
    'Ресей Федерациясының Ішкі істер министрлігі',
  ],
  'TR-NUFUS': [
    'Главное управление по делам населения и гражданства Турецкой Республики',
    'Directorate General of Population and Citizenship Affairs of the Republic of Türkiye',
    'Türkiyə Respublikasının Əhali və Vətəndaşlıq İşləri Baş İdarəsi',
    'Түркия Республикасының Халық және азаматтық істері бас басқармасы',
  ],
  'UA-SMS': [
    'Государственная миграционная служба Украины',
    'State Migration Service of Ukraine',
    'Ukraynanın Dövlət Miqrasiya Xidməti',
    'Украинаның Мемлекеттік миграция қызметі',
  ],
  'GE-PSDA': [
    'Агентство по развитию государственных сервисов Грузии',
    'Public Service Development Agency of Georgia',
    'Gürcüstanın Dövlət Xidmətlərinin İnkişafı Agentliyi',
    'Грузияның Мемлекеттік қызметтерді дамыту агенттігі',
  ],
  'UZ-MIA': [
    'Министерство внутренних дел Республики Узбекистан',
    'Ministry of Internal Affairs of the Republic of Uzbekistan',
    'Özbəkistan Respublikasının Daxili İşlər Nazirliyi',
    'Өзбекстан Республикасының Ішкі істер министрлігі',
  ],
};
