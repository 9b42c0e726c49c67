/** Invented publications under AZ-BE-2019: what the two offices would exchange under paragraphs 1 to 4. */
import type { Json } from '../../base/index.js';

export const UNDER_AZ_BE: readonly Json[] = [
  {
    id: 'sample-comparison-of-work-permits',
    kind: 'COMPARISON',
    instrument: 'AZ-BE-2019',
    clause: '2(a)',
    publisher: 'BE-IO',
    texts: {
      en: {
        title: 'Work permits in both States compared (sample)',
        summary: 'Terms, fees and tests of the labour market, side by side.',
        text: 'Both States test the labour market before a first permit is given.\n\nThe term of a first permit differs.',
      },
      az: {
        title: 'Hər iki dövlətdə iş icazələrinin müqayisəsi (nümunə)',
        summary: 'Müddətlər, rüsumlar və əmək bazarının yoxlanılması.',
      },
    },
    languages: ['en', 'fr', 'nl'],
    source: { reference: 'Sample Study 7', url: 'https://studies.example/be/7' },
    dates: { published: '2024-11-18' },
  },
  {
    id: 'sample-campaign-know-the-risk',
    kind: 'CAMPAIGN',
    instrument: 'AZ-BE-2019',
    clause: '3(a)',
    publisher: 'AZ-SMS',
    texts: {
      az: {
        title: 'Riski bil: qanunsuz yol heç yerə aparmır (nümunə)',
        summary: 'Miqrantların qanunsuz keçirilməsinin təhlükələri haqqında maarifləndirmə.',
      },
      ru: {
        title: 'Знай риск: незаконный путь никуда не ведёт (образец)',
        summary: 'Об опасности незаконного ввоза мигрантов.',
      },
      en: {
        title: 'Know the risk: the irregular way leads nowhere (sample)',
        summary: 'On the dangers of being smuggled across borders.',
      },
    },
    languages: ['az', 'ru', 'en'],
    source: { reference: 'Sample Campaign 2025', url: 'https://campaign.example/2025' },
    dates: { published: '2025-06-01' },
  },
  {
    id: 'sample-note-on-return-counselling',
    kind: 'PRACTICE_NOTE',
    instrument: 'AZ-BE-2019',
    clause: '4(a)',
    publisher: 'BE-IO',
    texts: {
      en: {
        title: 'Counselling before voluntary return: a note on practice (sample)',
        summary: 'How return is prepared in general; no case is described.',
      },
    },
    languages: ['en'],
    source: { reference: 'Sample Practice Note 3', url: 'https://studies.example/be/notes/3' },
    dates: { published: '2025-02-14', changed: '2025-09-05' },
  },
  {
    id: 'sample-law-on-stay-be',
    kind: 'LEGISLATION',
    instrument: 'AZ-BE-2019',
    clause: '1(a)',
    publisher: 'BE-IO',
    texts: {
      en: {
        title: 'Act on the entry and stay of foreigners, in force text (sample)',
        summary: 'Consolidated text, as the official journal has it.',
      },
      ru: {
        title: 'Закон о въезде и пребывании иностранцев, действующая редакция (образец)',
        summary: 'Сводный текст по официальному журналу.',
      },
    },
    languages: ['fr', 'nl', 'de'],
    source: { reference: 'Sample Journal 1980-12', url: 'https://journal.example/be/1980-12' },
    dates: {
      adopted: '1980-12-15',
      inForceFrom: '1981-07-01',
      published: '1980-12-31',
      changed: '2025-07-01',
    },
  },
];
