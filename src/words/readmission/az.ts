import type { ReadmissionCatalogue } from './keys.js';

export const az: ReadmissionCatalogue = {
  FAULT: {
    NO_READMISSION: 'Bu sorğu üzrə hərəkət edə biləcəyiniz readmissiya işi yoxdur.',
    NOT_THIS_ROLE: 'Bu hərəkət Sizin rolunuz və ya tərəfiniz üçün nəzərdə tutulmayıb.',
    CASE_NOT_OPENED: 'Bu sorğu üzrə readmissiya işi hələ açılmayıb.',
    CASE_ALREADY_OPEN: 'Bu sorğu üzrə readmissiya işi artıq açılıb.',
    CASE_CLOSED:
      'İş bağlanıb: yalnız artıq deyilmiş və ya təyin edilmiş məsələlər başa çatdırılır.',
    END_NOT_LATER: 'Bu, işin saxlanma müddətinin sonundan əvvəldir.',
    BEYOND_LONGEST: 'İş açıldığı gündən bu qədər uzun saxlanıla bilməz.',
    CONFLICT: 'Bu identifikatorla başqa addım atılıb.',
    SUBJECT_NOT_IN_REQUEST: 'Sorğuda bu nömrəli şəxs yoxdur.',
    ITEM_NOT_OPENED: 'Beynəlxalq sənəd bu məlumatı readmissiya üçün açmır.',
    DAY_IN_FUTURE: 'Bildirişin günü hələ gəlməyib.',
    DAY_PASSED: 'Cavab verilməli olan gün artıq keçib.',
    DUE_DAY_MISSING: 'Suala hansı günədək cavab verilməli olduğunu göstərin.',
    CORRECTION_WITHOUT_ITEM: 'Düzəldilən şəxsi və məlumatı göstərin.',
    NOT_OF_THIS_KIND: 'Bu növ qeyddə göstərilən elementlərdən biri olmur.',
    NO_SUCH_QUESTION: 'Sizin tərəfə bu nömrəli açıq sual yoxdur.',
    UNKNOWN_RECORD: 'İş üzrə yazışmada bu nömrəli qeyd yoxdur.',
    OWN_RECORD: 'Qeydi digər tərəf təsdiq edir.',
    EVENT_TWICE: 'Bu artıq qeyd olunub.',
    PERSONAL_DATA_IN_TEXT:
      'Mətndə fərdi məlumat var: onun əvəzinə şəxsin nömrəsini və məlumatın növünü göstərin.',
    TOO_MANY: 'İşə daha çox belə qeyd sığmır.',
    WINDOW_NOT_FREE: 'Bu vaxtı tutmaq olmaz; hazırda təklif olunanlardan birini seçin.',
    ALREADY_BOOKED: 'Bu şəxs üçün müsahibə artıq təyin olunub; əvvəlcə onu ləğv edin.',
    LANGUAGE_NOT_INTERPRETED: 'Bu vaxt üçün göstərilən dildən tərcüməçi yoxdur.',
    UNKNOWN_BOOKING: 'İşdə belə təyin olunmuş müsahibə yoxdur.',
    INTERVIEW_NOT_BEGUN: 'Müsahibə hələ başlamayıb.',
    INTERVIEW_OVER: 'Müsahibənin vaxtı gəlib və ya nəticəsi artıq qeyd olunub.',
    WRONG_FORM: 'Dəyər lazımi formada deyil.',
    CONTENT_MISSING: 'Burada nəsə göstərilməlidir.',
    TOO_LONG: 'Mətn çox uzundur.',
    CONTROL_CHARACTER: 'Mətndə göstərilə bilməyən simvol var.',
    OUT_OF_RANGE: 'Ədəd yol verilən hədlərdən kənardır.',
  },
  WARNING: {
    INSTRUMENT_UNCONFIRMED:
      'Beynəlxalq sənədin mətni bu şlüzün operatoru tərəfindən təsdiqlənməyib.',
    BASIS_NOT_CONFIGURED: 'Readmissiyanın hüquqi əsası parametrlərdə göstərilməyib.',
    CLOCKS_NOT_CONFIGURED: 'Müddətlər parametrlərdə göstərilməyib: bu işdə müddət hesablanmır.',
    RETENTION_NOT_CONFIGURED:
      'İşin saxlanma müddəti təyin edilməyib: bu şlüzün təsdiqlənməmiş ilkin müddəti tətbiq olunur.',
    VOLUNTARY_RETURN_NOT_RECORDED:
      'Nə könüllü qayıdış təklifi, nə də onun olmamasının səbəbi qeyd olunub (memorandum, 4(c)).',
    NOTICE_DAY_NOT_STATED: 'Könüllü qayıdış barədə bildirişin günü göstərilməyib.',
    NOTICE_LANGUAGE_NOT_STATED: 'Könüllü qayıdış barədə bildirişin dili göstərilməyib.',
    CLOCK_OVERDUE: 'Bu iş üzrə müddətlərdən biri bitib.',
    USE_REPORT_OVERDUE: 'Məlumatın istifadəsi barədə hesabat gecikir.',
  },
};
