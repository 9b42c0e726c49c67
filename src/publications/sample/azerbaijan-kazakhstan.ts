/** Invented publications under AZ-KZ-2019: what an authority would exchange under Article 3. No law of theirs says this. */
import type { Json } from '../../base/index.js';

export const UNDER_AZ_KZ: readonly Json[] = [
  {
    id: 'sample-rules-of-stay',
    kind: 'LEGISLATION',
    instrument: 'AZ-KZ-2019',
    clause: '3(1)(1)',
    publisher: 'AZ-SMS',
    texts: {
      az: {
        title: 'Əcnəbilərin olduğu yer üzrə qeydiyyatı qaydaları (nümunə)',
        summary: 'On beş gündən artıq qalan əcnəbi olduğu yer üzrə qeydiyyata alınır.',
        text: 'Maddə 1. Qaydalar əcnəbilərin qeydiyyatını tənzimləyir.\n\nMaddə 2. Qəbul edən tərəf müraciəti on gün ərzində təqdim edir.',
      },
      ru: {
        title: 'Правила учёта иностранцев по месту пребывания (образец)',
        summary:
          'Иностранец, находящийся более пятнадцати дней, ставится на учёт по месту пребывания.',
        text: 'Статья 1. Правила регулируют учёт иностранцев.\n\nСтатья 2. Принимающая сторона подаёт обращение в течение десяти дней.',
      },
      kk: {
        title: 'Шетелдіктерді болатын жері бойынша есепке алу қағидалары (үлгі)',
        summary: 'Он бес күннен артық болатын шетелдік болатын жері бойынша есепке алынады.',
        text: '1-бап. Қағидалар шетелдіктерді есепке алуды реттейді.\n\n2-бап. Қабылдаушы тарап өтінішті он күн ішінде береді.',
      },
      en: {
        title: 'Rules on the registration of foreigners at their place of stay (sample)',
        summary:
          'A foreigner who stays longer than fifteen days is registered at the place of stay.',
      },
    },
    languages: ['az'],
    source: { reference: 'Sample Gazette No 4, item 17', url: 'https://gazette.example/az/4/17' },
    dates: { adopted: '2024-02-12', inForceFrom: '2024-04-01', published: '2024-02-20' },
  },
  {
    id: 'sample-rules-of-stay-change-1',
    kind: 'LEGISLATION_CHANGE',
    instrument: 'AZ-KZ-2019',
    clause: '3(1)(1)',
    publisher: 'AZ-SMS',
    texts: {
      az: {
        title: 'Qeydiyyat qaydalarında dəyişiklik: müraciət elektron qaydada (nümunə)',
        summary: 'Müraciət elektron formada da təqdim edilə bilər.',
      },
      ru: {
        title: 'Изменение правил учёта: обращение в электронной форме (образец)',
        summary: 'Обращение можно подать и в электронной форме.',
      },
      kk: {
        title: 'Есепке алу қағидаларындағы өзгеріс: электрондық өтініш (үлгі)',
        summary: 'Өтінішті электрондық нысанда да беруге болады.',
      },
    },
    languages: ['az'],
    source: { reference: 'Sample Gazette No 9, item 3', url: 'https://gazette.example/az/9/3' },
    dates: { adopted: '2025-03-03', inForceFrom: '2025-05-01', published: '2025-03-10' },
    changes: { reference: 'Sample Gazette No 4, item 17', publication: 'sample-rules-of-stay' },
  },
  {
    id: 'sample-method-of-forecasting',
    kind: 'METHOD',
    instrument: 'AZ-KZ-2019',
    clause: '3(1)(1)',
    publisher: 'KZ-MLSPP',
    texts: {
      ru: {
        title: 'Методика прогноза потребности в иностранной рабочей силе (образец)',
        summary: 'Как оценивается потребность по отраслям и регионам на год вперёд.',
        text: 'Прогноз строится по заявкам работодателей и по данным о выданных разрешениях на работу.',
      },
      kk: {
        title: 'Шетелдік жұмыс күшіне қажеттілікті болжау әдістемесі (үлгі)',
        summary: 'Салалар мен өңірлер бойынша қажеттілік бір жылға қалай бағаланады.',
        text: 'Болжам жұмыс берушілердің өтінімдері мен берілген жұмыс рұқсаттары бойынша жасалады.',
      },
    },
    languages: ['ru', 'kk'],
    source: { reference: 'Sample Bulletin 2024/2', url: 'https://bulletin.example/kz/2024/2' },
    dates: { published: '2024-09-02' },
  },
  {
    id: 'sample-experience-of-one-window',
    kind: 'EXPERIENCE',
    instrument: 'AZ-KZ-2019',
    clause: '3(1)(3)',
    publisher: 'AZ-SMS',
    texts: {
      az: {
        title: '“Bir pəncərə” təcrübəsi: yaşayış və iş icazələri bir yerdə (nümunə)',
        summary: 'İcazələrin bir müraciətlə verilməsinin ilk ilinin nəticələri.',
      },
      en: {
        title: 'One window for residence and work permits: a year of experience (sample)',
        summary: 'What changed when both permits are given on one application.',
      },
    },
    languages: ['az', 'en'],
    source: { reference: 'Sample Annual Report 2024', url: 'https://reports.example/az/2024' },
    dates: { published: '2025-01-31' },
  },
];
