import type { StatisticsCatalogue } from './keys.js';

export const az: StatisticsCatalogue = {
  SUBJECT: {
    REGISTRATIONS: 'Qeydiyyata alınmış şəxslər',
    PERMITS: 'İcazə almış şəxslər',
    WORK_RIGHTS: 'İşləmək hüququ yaranmış şəxslər',
    ENTRY_BANS: 'Girişi və ya çıxışı qadağan edilmiş şəxslər',
  },
  KIND: {
    STAY: 'olduğu yer üzrə',
    RESIDENCE: 'yaşayış yeri üzrə',
    TEMPORARY_RESIDENCE: 'müvəqqəti yaşamaq üçün',
    PERMANENT_RESIDENCE: 'daimi yaşamaq üçün',
    WORK: 'işləmək üçün',
    PERMIT: 'icazə əsasında',
    EXEMPT: 'icazə tələb olunmadan',
    ENTRY: 'giriş',
    EXIT: 'çıxış',
  },
  DIMENSION: { KIND: 'Növ', REGION: 'Region', AGE: 'Yaş', SEX: 'Cins' },
  CATEGORY: {
    _T: 'Cəmi',
    _U: 'Məlum deyil',
    FEMALE: 'Qadınlar',
    MALE: 'Kişilər',
    Y_LT15: '15 yaşadək',
    Y15T24: '15–24 yaş',
    Y25T44: '25–44 yaş',
    Y45T64: '45–64 yaş',
    Y_GE65: '65 yaş və yuxarı',
    BAKU: 'Bakı',
    NAKHCHIVAN: 'Naxçıvan',
    ABSHERON_KHIZI: 'Abşeron-Xızı',
    MOUNTAINOUS_SHIRVAN: 'Dağlıq Şirvan',
    GANJA_DASHKASAN: 'Gəncə-Daşkəsən',
    KARABAKH: 'Qarabağ',
    GAZAKH_TOVUZ: 'Qazax-Tovuz',
    GUBA_KHACHMAZ: 'Quba-Xaçmaz',
    LANKARAN_ASTARA: 'Lənkəran-Astara',
    CENTRAL_ARAN: 'Mərkəzi Aran',
    MIL_MUGHAN: 'Mil-Muğan',
    SHAKI_ZAGATALA: 'Şəki-Zaqatala',
    EASTERN_ZANGAZUR: 'Şərqi Zəngəzur',
    SHIRVAN_SALYAN: 'Şirvan-Salyan',
  },
  METHOD: {
    COUNTED:
      'Hadisələr deyil, şəxslər sayılır: hər biri təqvim ili ərzində hər növ üzrə ən çoxu bir dəfə, ilk hadisənin rübündə. Ayı məlum olmayan hadisələr sayılmır. Növlər üzrə yekun verilmir, çünki bir şəxs bir neçə növə aid ola bilər.',
    POPULATION:
      'Tərəflərin vətəndaşları, habelə vətəndaşlığı məlum olmayan şəxslər sayılır. Yaş təqvim ilində tamam olan yaşdır; region son qeydiyyat ünvanına görədir.',
    RECORDED:
      'Hər rüb bir dəfə, reyestrin həmin rübün son günündəki vəziyyətinə görə sayılır; bu cədvəl {recorded} tarixinə olan vəziyyətə görədir. Sonradan edilən qeydlər və düzəlişlər dərc edilmiş rəqəmləri dəyişmir.',
    YEAR: 'İl öz rüblərinin cəminə bərabərdir.',
    HIDDEN:
      '1-dən {threshold} həddindən bir vahid az olan rəqəmədək rəqəmlər, kimə aid olmasından asılı olmayaraq, gizlədilir və “c” (məxfi) ilə işarələnir.',
    ALSO_HIDDEN:
      'Heç bir gizlədilmiş rəqəmin bu cədvəldən və əvvəl dərc edilənlərdən {threshold} nəfər dəqiqliyi ilə hesablana bilməməsi üçün başqa rəqəmlər, o cümlədən 0 da eyni işarə ilə gizlədilir. İşarə iki səbəbdən hansının olduğunu göstərmir.',
    NOT_ROUNDED: 'Rəqəmlər yuvarlaqlaşdırılmır və dəyişdirilmir: sayılan nədirsə, o göstərilir.',
  },
  LABEL: { PERSONS: 'Şəxs', HIDDEN_CELL: 'məxfi', TABLE: 'Cədvəl' },
  FAULT: {
    UNKNOWN_TABLE: 'Bu adda cədvəl razılaşdırılmayıb.',
    UNKNOWN_PERIOD: 'Dövr ildir, 2025, və ya rübdür, 2025-Q3.',
    PERIOD_NOT_ENDED: 'Dövr hələ başa çatmayıb.',
    THRESHOLD_TOO_LOW: 'Hədd 5-dən az ola bilməz; orqan onu yalnız artıra bilər.',
    NOTHING_RECORDED:
      'Dövrün son günündə reyestrdə heç kim olmayıb. Reyestr sonradan açılıbsa, onun hansı günə görə oxunacağını göstərin.',
    RECORDED_TOO_EARLY: 'Reyestr dövrün son gününə və ya daha sonrakı günə görə oxunur.',
    RECORDED_AHEAD: 'Reyestrin oxunacağı gün hələ başa çatmayıb.',
    COUNTED_OTHERWISE: 'Bu dövrün bir rübü artıq başqa günə olan vəziyyətə görə sayılıb.',
    ALREADY_RELEASED: 'Bu dövr üzrə bu cədvəl artıq dərc edilib; o, təkrar dərc edilmir.',
    NO_DRAFT: 'Bu dövr üzrə bu cədvəlin layihəsi yoxdur; əvvəlcə onu hesablayın.',
    DISCLOSES:
      'Bu cədvəl təklikdə və ya dərc edilmiş cədvəllərlə birlikdə kiçik rəqəmi hesablamağa imkan verərdi. Heç nə dərc edilmədi.',
    NOT_PUBLISHED: 'Dərc edilməsindən imtina olundu. Heç nə dərc edilmədi.',
  },
};
