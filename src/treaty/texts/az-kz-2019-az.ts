/** AZ-KZ-2019 in Azerbaijani, one of its three authentic texts. Its own numbers; where it has none, the order of its paragraphs. */
import type { ClauseWords } from '../clause-text.js';

export const AZ_KZ_2019_AZ: ClauseWords = [
  [
    '1(1)',
    'Bu Saziş çərçivəsində Tərəflər miqrasiya sahəsində əməkdaşlığı, bir Tərəf dövlətin ərazisində olan digər Tərəf dövlətin vətəndaşlarının hüquqlarının müdafiəsini, o cümlədən məlumat sahəsində qarşılıqlı fəaliyyətini öz dövlətlərinin milli qanunvericiliyinə və beynəlxalq öhdəliklərinə uyğun həyata keçirirlər.',
  ],
  [
    '1(2)',
    'Tərəflər öz milli qanunvericilikləri və beynəlxalq müqavilələri çərçivəsində Tərəf dövlətlərin ərazilərinə əmək resurslarının cəlb edilməsi sahəsində dövlət orqanları və təsərrüfat subyektləri arasında əməkdaşlığa köməklik göstərirlər.',
  ],
  [
    '2(1)',
    'Bu Sazişin yerinə yetirilməsinə məsul olan Tərəflərin dövlətlərinin səlahiyyətli orqanları (bundan sonra - səlahiyyətli orqanlar) aşağıdakılardır:\nAzərbaycan Respublikası Hökuməti tərəfindən – Azərbaycan Respublikası Dövlət Miqrasiya Xidməti;\nQazaxıstan Respublikası Hökuməti tərəfindən – Qazaxıstan Respublikasının Daxili İşlər Nazirliyi və Qazaxıstan Respublikasının Əmək və Əhalinin Sosial Müdafiəsi Nazirliyi.',
  ],
  [
    '2(2)',
    'Yuxarıda qeyd olunan səlahiyyətli orqanların rəsmi adı və funksiyaları dəyişdirildiyi halda, Tərəflər dərhal bu barədə bir-birini diplomatik kanallar vasitəsilə məlumatlandırırlar.',
  ],
  [
    '3(1)',
    'Bu Saziş çərçivəsində Tərəflər əməkdaşlığı aşağıdakı əsas istiqamətlər üzrə həyata keçirirlər:',
  ],
  ['3(1)(1)', 'statistik, hüquqi və elmi-metodiki məlumatların mübadiləsi;'],
  [
    '3(1)(2)',
    'Tərəf dövlətlərin ərazilərində olan Tərəf dövlətlərin vətəndaşları haqqında məlumat mübadiləsi;',
  ],
  [
    '3(1)(3)',
    'əməkdaşlıq prosesində yaranan məsələlər üzrə təcrübə mübadiləsi və praktiki yardımın göstərilməsi;',
  ],
  [
    '3(1)(4)',
    'Tərəf dövlətlərin vətəndaşlarının, o cümlədən onların ailə üzvlərinin onlara verilmiş yaşama icazələrinin müddəti ərzində hüquqlarının müdafiəsi;',
  ],
  [
    '3(1)(5)',
    'bir Tərəfin dövlətinin ərazisində olma (yaşama) əsasları olan digər Tərəfin dövlətinin vətəndaşlarının hüquqi vəziyyəti haqqında məsələlərə baxılması.',
  ],
  [
    '3(2)',
    'Bu Saziş Tərəflərə qarşılıqlı məqbul hesab edilən digər əməkdaşlıq istiqamətlərinin işlənilib hazırlanmasına və inkişaf etdirilməsinə maneə törətmir.',
  ],
  [
    '4(1)',
    'Tərəflər zəruri olduğu təqdirdə və qarşılıqlı razılıq əsasında informasiya və məlumat mübadiləsini həyata keçirirlər:',
  ],
  [
    '4(1)(1)',
    'aşkar edilmiş miqrasiya qanunvericiliyinin pozulması və qanunsuz miqrasiya kanalları barədə;',
  ],
  [
    '4(1)(2)',
    'Tərəflərin dövlətlərinin ərazilərində fəaliyyət göstərən və qanunsuz miqrasiyanın təşkilində və həyata keçirilməsində iştirak edən hüquqi və fiziki şəxslər barədə;',
  ],
  [
    '4(1)(3)',
    'giriş vizalarının və digər sənədlərin alınması üsulları və onların qanunsuz miqrasiya məqsədləri üçün istifadəsi barədə;',
  ],
  [
    '4(1)(4)',
    'Tərəflərin dövlətlərinin miqrasiya qanunvericiliyi, o cümlədən miqrasiya proseslərinin tənzimlənməsi, sığınacaqın və vətəndaşlığın verilməsi qaydası, qanunsuz miqrasiyaya qarşı mübarizənin təşkili, həmçinin qanunvericiliyin qeyd olunan sahələrində dəyişikliklər barədə;',
  ],
  [
    '4(1)(5)',
    'qanunsuz miqrasiyanın qarşısının alınmasına yönəldilmiş təcrübə və tədbirlər barədə;',
  ],
  ['4(1)(6)', 'xarici miqrasiyanın tənzimlənməsi metodları barədə.'],
  [
    '5(1)',
    'Tərəflər qanunsuz miqrasiyanın qarşısının alınması və öz dövlətlərinin vətəndaşlarının hüquqlarının təmin edilməsi məqsədilə Tərəflərin dövlətlərinin vətəndaşları barədə aşağıdakı kateqoriya üzrə məlumatların mübadiləsini aparırlar:',
  ],
  [
    '5(1)(1)',
    'Tərəflərin dövlətlərinin vətəndaşlarının olduğu (yaşadığı) yer üzrə uçotu (qeydiyyatı) barədə məlumatlar;',
  ],
  [
    '5(1)(2)',
    'Tərəflərin dövlətlərinin ərazisində müvəqqəti və daimi yaşama icazəsi, həmçinin işləmək hüququ almış Tərəflərin dövlətlərinin vətəndaşları barədə məlumatlar;',
  ],
  [
    '5(1)(3)',
    'Bir Tərəfin dövlətinin vətəndaşlığına qəbul və ya bərpa edilmiş digər Tərəfin dövlətinin vətəndaşları, həmçinin Tərəflərdən birinin vətəndaşlığına mənsubiyyəti barədə məlumatlar;',
  ],
  [
    '5(1)(4)',
    'Tərəflərin dövlətlərinin vətəndaşları tərəfindən alınan şəxsiyyəti təsdiq edən sənədlər barədə məlumatlar.',
  ],
  [
    '5(2)',
    'Tərəflər Tərəflərin dövlətlərinin vətəndaşlarının Tərəflərin dövlətlərinin ərazisinə girişinə (və ya ərazisindən çıxışına) məhdudiyyətin olması və onun əsasları barədə məlumatları mübadilə edirlər.',
  ],
  [
    '6',
    'Bu Sazişin 5-ci maddəsində göstərilən şəxslərin aşkar edilməsi, şəxsiyyətlərinin və hüquqi statusunun müəyyənləşdirilməsi məqsədilə Tərəflər aşağıdakı fərdi məlumatları mübadilə edə bilirlər:',
  ],
  ['6(1)', 'soyadı, adı, atasının adı (rus və latın yazılışında);'],
  ['6(2)', 'cinsi;'],
  ['6(3)', 'təvəllüdü;'],
  ['6(4)', 'doğulduğu yer;'],
  ['6(5)', 'vətəndaşlığı;'],
  [
    '6(6)',
    'ölkə hüdudlarından kənara çıxması və ya Tərəflərin dövlətlərinin ərazisində yaşaması üçün verilən şəxsiyyəti təsdiq edən sənədin seriyası, nömrəsi, verilmə tarixi, verən orqan;',
  ],
  ['6(7)', 'inzibati məsuliyyətə cəlb edilməsi barədə;'],
  ['6(8)', 'cinayət məsuliyyətinə cəlb edilməsi barədə;'],
  [
    '6(9)',
    'Tərəflərin dövlətlərinin ərazisində olduğu (yaşadığı) yer üzrə uçotu (qeydiyyatı) barədə;',
  ],
  [
    '6(10)',
    'Tərəflərin dövlətlərinin ərazisində müvəqqəti və daimi yaşama icazələrinin, işləmək hüququnun olması barədə;',
  ],
  [
    '6(11)',
    'müddətləri göstərilməklə Tərəflərin dövlətlərinin ərazisinə girişinə və Tərəflərin dövlətlərinin ərazisindən çıxışına icazə olmaması faktı barədə;',
  ],
  ['6(12)', 'fotografik təsvir;'],
  ['6(13)', 'daktiloskopik kart (olduğu təqdirdə).'],
  ['7', 'Bu Saziş çərçivəsində Tərəflər əməkdaşlığı aşağıdakı formada həyata keçirirlər:'],
  [
    '7(1)',
    'Tərəf dövlətlərin miqrasiya məsələləri ilə məşğul olan səlahiyyətli orqanlarının əməkdaşlarının hazırlanması və ixtisasının artırılması, o cümlədən seminarların təşkili və bu sahədə təcrübə keçmə;',
  ],
  [
    '7(2)',
    'işçi qrupların yaradılması və əməkdaşlıq prosesində meydana gələn məsələlər üzrə ekspert mübadiləsinin aparılması;',
  ],
  [
    '7(3)',
    'elmi-praktik konfransların, seminarların keçirilməsi və birgə fəaliyyət tələb edən digər əməkdaşlıq formalarından istifadə edilməsi;',
  ],
  [
    '7(4)',
    'Tərəf dövlətlərin səlahiyyətli orqanlarının ərazi qurumları, tabe təşkilatları və idarələrinin işi ilə tanışlıq;',
  ],
  ['7(5)', 'beynəlxalq təşkilatların iştirakı ilə birgə layihələrin həyata keçirilməsi.'],
  [
    '8(1)',
    'Bu Saziş çərçivəsində əməkdaşlıq maraqlı Tərəfin köməkliliyin göstərilməsinə dair sorğusuna (bundan sonra - sorğu) əsasən həyata keçirilir.',
  ],
  [
    '8(2)',
    'Tərəflərdən hər biri həmçinin miqrasiya məsələlərinə dair onda olan məlumatın digər Tərəf üçün əhəmiyyət kəsb etdiyini hesab etdikdə, həmin məlumatı digər Tərəfə sorğu olmadan təqdim edə bilər.',
  ],
  [
    '9(1)',
    'Sorğu və sorğuya cavab yazılı formada, o cümlədən mətnin ötürülməsinin texniki vasitələrindən istifadə etməklə göndərilir.\nBu Sazişin həyata keçirilməsi məqsədilə Tərəflər qorunan elektron rabitə vasitələrindən istifadə etməklə, qarşılıqlı fəaliyyəti təşkil edə bilərlər.',
  ],
  ['9(2)', 'Sorğu aşağıdakıları ehtiva etməlidir:'],
  ['9(2)(1)', 'sorğu edən və sorğu edilən orqanın adı;'],
  ['9(2)(2)', 'sorğunun mahiyyətinin xülasəsi, onun məqsədi və əsaslandırılması;'],
  [
    '9(2)(3)',
    'sorğunun lazımi səviyyədə icrası üçün istifadə oluna biləcək hər hansı digər məlumat.',
  ],
  [
    '9(3)',
    'Sorğu sorğuların icrası üzrə əlaqələndirici olan Tərəf dövlətin səlahiyyətli orqanının rəhbəri (onun müavini) və ya onun tərəfindən səlahiyyət verilmiş şəxs tərəfindən imzalanır. Bu Saziş qüvvəyə mindikdən sonra 45 gün ərzində Tərəflər sorğuların imzalanmasına səlahiyyət verilmiş şəxslərin siyahısını, həmçinin blankların nümunələrini mübadilə edirlər.',
  ],
  [
    '9(4)',
    'Bu maddənin 3-cü bəndində göstərilən sorğuların imzalanmasına səlahiyyət verilmiş şəxslərin siyahısı, yaxud blankları dəyişdikdə, Tərəflər bu barədə bir-birini dərhal məlumatlandırırlar.',
  ],
  [
    '9(5)',
    'Sorğunun həqiqiliyi və ya məzmunu ilə bağlı şübhə yarandıqda, əlavə təsdiqə dair sorğu edilə bilər.',
  ],
  [
    '10(1)',
    'Sorğu edilən Tərəf sorğunun tez və tam icra edilməsi üçün bütün zəruri tədbirləri görür.\nSorğu edilən Tərəf sorğunun lazımi səviyyədə icra edilməsi üçün zəruri hesab etdiyi əlavə məlumatlara dair sorğu etmək hüququna malikdir.\nSorğu edilən Tərəf sorğunun icrasına maneə yaradan və ya onun icrasını əhəmiyyətli dərəcədə gecikdirən hallar barədə sorğu edən Tərəfi xəbərdar salınmadan məlumatlandırır.',
  ],
  [
    '10(2)',
    'Əgər Sorğu edilən Tərəf sorğunun cavablandırılmasının öz dövlətinin ərazisində aparılan cinayət təqibinə və ya digər icraata maneə ola biləcəyini ehtimal edərsə, bu zaman o sorğunun cavablandırılmasını təxirə salmaq və ya onun icrasını özü müəyyən etdiyi şərtlərlə əlaqələndirməklə təmin etmək hüququna malikdir.',
  ],
  [
    '10(3)',
    'Sorğu edilən Tərəf mümkün qısa müddətdə sorğu edən Tərəfi sorğunun icrasının nəticələri barədə məlumatlandırır. Sorğunun icra müddəti onun qəbul edildiyi tarixdən 30 təqvim günündən artıq olmamalıdır.',
  ],
  [
    '10(4)',
    'Sorğu edilən Tərəf sorğunun icrasının onun dövlətinin suverenliyinə, təhlükəsizliyinə, ictimai asayişinə, digər əhəmiyyətli maraqlarına xələl gətirə biləcəyini, yaxud qanunvericiliyinə və ya beynəlxalq öhdəliklərinə zidd olduğunu ehtimal etdiyi təqdirdə, bu Saziş çərçivəsində köməklik göstərməkdən tam və ya qismən imtina edilir.\nSorğu edən Tərəf imtinanın səbəbləri göstərilməklə sorğunun icrasından tam və ya qismən imtina olunma barədə yazılı surətdə məlumatlandırılır.',
  ],
  [
    '11(1)',
    'Sorğu edilən Tərəf sorğunun daxilolma faktlarının, onun məzmununun və ona əlavə olunmuş sənədlərin, habelə köməliyin göstərilməsinin konfidensiallığının təmin edilməsi üçün lazımi tədbirlər görür.\nSorğunu konfidensiallıq qorunmaqla icra etmək mümkün olmadığı təqdirdə, sorğu edilən Tərəf bu barədə bu cür şərtlərlə sorğunun icra olunub-olunmamasına dair qərar qəbul edən Tərəf dövləti məlumatlandırır.',
  ],
  [
    '11(2)',
    'Bu Saziş əsasında əldə edilmiş sorğunun icrasının nəticələri, onu təqdim edən Tərəfin razılığı olmadan sorğu edilmə və təqdim olunma məqsədlərindən başqa digər məqsədlər üçün istifadə oluna bilməz.',
  ],
  [
    '11(3)',
    'Bu Saziş əsasında bir Tərəfin əldə etdiyi məlumatların üçüncü tərəfə verilməsi üçün bu məlumatları təqdim edən digər Tərəfin əvvəlcədən razılığı tələb olunur.',
  ],
  [
    '11(4)',
    'Tərəflər Tərəf dövlətin hər birinin milli qanunvericiliyini və beynəlxalq öhdəliklərini rəhbər tutaraq, bu Saziş çərçivəsində əldə olunmuş məlumatın təsadüfi və ya qanunsuz məhv edilmədən, dəyişdirilmədən və ya yayılmadan, həmçinin hər hansı sanksiyalaşdırılmamış daxil olmadan və istifadədən qorunmasına yönəldilmiş zəruri təşkilati və texniki tədbirləri həyata keçirirlər.',
  ],
  [
    '11(5)',
    'Bu Saziş çərçivəsində əldə olunmuş məlumat onun ötürülmə məqsədlərinin tələb etdiyi müddətdən artıq saxlanılmır. Məlumat hər bir Tərəf dövlətin hüquqi aktlarına uyğun olaraq məhv edilir.',
  ],
  [
    '12',
    'Bu Sazişin müddələrinin tətbiqi və ya təfsiri ilə bağlı yaranan bütün mübahisəli məsələlər Tərəflər arasında danışıqlar və məsləhətləşmələr yolu ilə həll edilir.',
  ],
  [
    '13',
    'Hər bir konkret hal üzrə başqa qayda razılaşdırılmadığı təqdirdə, Tərəflərin milli qanunvericiliyinə uyğun olaraq Tərəflər bu Sazişin icrası zamanı yaranan xərcləri özləri ödəyirlər.',
  ],
  [
    '14',
    'Bu Sazişin müddəaları Tərəflərin dövlətlərinin iştirakçısı olduqları digər beynəlxalq müqavilələrdən irəli gələn hüquq və öhdəliklərinə toxunmur.',
  ],
  [
    '15',
    'Tərəflər bu Saziş çərçivəsində əməkdaşlığın həyata keçirilməsi zamanı rus dilindən istifadə edirlər.',
  ],
  [
    '16',
    'Tərəflərin qarşılıqlı razılığı ilə bu Sazişə onun ayrılmaz hissəsi olan və bu Sazişin 17-ci maddəsi ilə müəyyən olunan qaydada qüvvəyə minən ayrıca protokollarla rəsmiləşdirilən əlavə və dəyişikliklər edilə bilər.',
  ],
  [
    '17',
    'Bu Saziş qeyri-müəyyən müddətə bağlanılır və Tərəflər tərəfindən onun qüvvəyə minməsi üçün zəruri olan dövlətdaxili prosedurların yerinə yetirilməsi haqqında diplomatik kanallar vasitəsilə sonuncu yazılı bildirişin alındığı tarixdən qüvvəyə minir. Tərəflərdən hər biri digər Tərəfə bu Sazişin qüvvəsinə xitam verilməsi niyyəti barədə diplomatik kanallarla yazılı bildiriş göndərməklə, bu Sazişin qüvvəsinə xitam verə bilər. Bu halda bu Sazişin qüvvəsinə Tərəflərdən birinin digər Tərəfin bu barədə bildirişinin aldığı tarixdən etibarən 6 (altı) ay keçdikdə xitam verilir.',
  ],
];
