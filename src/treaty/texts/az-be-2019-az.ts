/** AZ-BE-2019 in Azerbaijani, equally valid; the English text prevails. */
import type { ClauseWords } from '../clause-text.js';

export const AZ_BE_2019_AZ: ClauseWords = [
  ['1', 'İştirakçılar:'],
  [
    '1(a)',
    'miqrasiya sahəsində İştirakçılar tərəfindən həyata keçirilən, hər iki dövlətdə qüvvədə olan qanunvericiliklə bağlı təcrübə və ümumi istifadə üçün açıq məlumatların mübadiləsi üzrə əməkdaşlıq edəcəklər;',
  ],
  [
    '1(b)',
    'miqrasiya ilə bağlı qarşılıqlı maraq doğuran sahələrə dair təşəbbüslər irəli sürməklə miqrasiya qurumları arasında əməkdaşlıqlarını möhkəmləndirəcəklər;',
  ],
  [
    '1(c)',
    'hər iki iştirakçının institusional bacarıqlarının gücləndirilməsi məqsədilə birgə layihələr həyata keçirəcək, texniki yardım göstərəcək və təlimlər təşkil edəcəklər.',
  ],
  ['2', 'iştirakçılar:'],
  [
    '2(a)',
    'tənzimlənən miqrasiyanın təşviqi ilə bağlı hər iki iştirakçı tərəfindən istifadə olunan vasitələri və sistemləri birlikdə yoxlayacaq və təhlil edəcəklər, və',
  ],
  [
    '2(b)',
    'tənzimlənən miqrasiya ilə bağlı qanunvericilikdəki hər hansı dəyişiklik barədə hər iki iştirakçının Dövlətinin vətəndaşlarını məlumatlandıracaqlar.',
  ],
  ['3', 'iştirakçılar:'],
  [
    '3(a)',
    'öz Dövlətlərinin vətəndaşlarını tənzimlənməyən miqrasiya və miqrantların sərhəddən qanunsuz keçirilməsi təhlükəsi barədə məlumatlandıracaqlar;',
  ],
  [
    '3(b)',
    'tənzimlənməyən miqrasiyanın qarşısının alınması və ona qarşı mübarizə üçün hər iki iştirakçı tərəfindən həyata keçirilən siyasətlərin və tədbirlərin effektiv və səmərəli icra edilməsi üçün birgə fəaliyyəti həyata keçirəcəklər;',
  ],
  [
    '3(c)',
    'milli qanunvericiliklərinə uyğun olaraq miqrantların sərhəddən qanunsuz keçirilməsi barədə məlumatı bölüşəcək və strateji səviyyədə təşəbbüsləri koordinasiya edəcəklər.',
  ],
  ['4', 'iştirakçılar:'],
  [
    '4(a)',
    'şəxsiyyətin müəyyənləşdirilməsi və ümumilikdə qayıdışın idarə edilməsi ilə bağlı məlumat və ən yaxşı təcrübələri mübadilə edəcəklər;',
  ],
  [
    '4(b)',
    'şəxsiyyətin müəyyənləşdirilməsi ilə bağlı müsahibələrin keçirilməsini təmin etmək üçün lazımi əlaqə üsullarının yaradılması və qanunsuz miqrantların şəxsiyyətinin müəyyənləşdirilməsi prosedurlarının sürətləndirilməsi ilə bağlı əməkdaşlıq edəcəklər;',
  ],
  [
    '4(c)',
    'könüllü geri qayıdışın üstünlüyünü tanıyacaq və vəziyyətlərinin bütün humanitar aspektlərini ədalətlə nəzərə almaqla, müvafiq məlumatları təmin etməklə digər İştirakçının Dövlətinin ərazisində qanunsuz qalan öz Dövlətinin vətəndaşlarını könüllü qaydada geri qayıdışa təşviq edəcəklər;',
  ],
  [
    '4(d)',
    'bütün zəruri vasitələrlə 28 fevral 2014-cü il tarixdə Brüsseldə imzalanmış "Azərbaycan Respublikası ilə Avropa İttifaqı arasında icazəsiz yaşayan şəxslərin readmissiyası haqqında Saziş" in səmərəli icrasını təmin edəcəklər.',
  ],
  [
    '5',
    'İştirakçılar əlaqənin qurulması və bu Anlaşma Memorandumunun müddələrinin icrasına nəzarət məqsədilə məsul əlaqələndirici şəxslər təyin edəcəkdir.',
  ],
  [
    '6',
    'Bu Anlaşma Memorandumunun təfsiri və ya tətbiqi ilə bağlı yarana biləcək istənilən fikir ayrılığı İştirakçılar arasında məsləhətləşmələr və ya danışıqlar vasitəsilə dostcasına həll ediləcəkdir.',
  ],
  [
    '7',
    'Bu Anlaşma Memorandumuna istənilən əlavə və ya düzəlişlər İştirakçıların qarşılıqlı yazılı razılığı ilə edilə bilər. Bu cür düzəliş və əlavələr bu Anlaşma Memorandumunun ayrılmaz tərkib hissəsi olacaqdır.',
  ],
  [
    '8',
    'Bu Anlaşma Memorandumu imzalandığı tarixdən qüvvəyə minir.\nBu Anlaşma Memorandumu qeyri-müəyyən müddətdə qüvvədə olacaq və İştirakçılardan hər hansı biri bu Anlaşma Memorandumunu ləğv etmə niyyətini diplomatik kanallar vasitəsilə digər İştirakçıya yazılı şəkildə ən azı 6 (altı) ay əvvəl bildirənədək qüvvədə qalacaqdır.\nBu Anlaşma Memorandumu beynəlxalq müqavilə təşkil etmir və beynəlxalq hüquqa əsasən hüquq və öhdəliklər yaratmır.',
  ],
];
