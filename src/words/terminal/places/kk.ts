import type { PlaceCatalogue } from './keys.js';

export const kk: PlaceCatalogue = {
  options: 'параметрлер',
  command: 'пәрмен',
  file: 'файл',
  files: 'файлдар',
  day: 'күн',
  purpose: 'мақсат',
  persona: 'үлгі тұлға',
  person: 'адам',
  path: 'жол',
  label: 'белгі',
  text: 'мәтін',
  code: 'код',
  reference: 'нөмір',
  authority: 'орган',
  name: 'атау',
  item: 'мәлімет түрі',
  period: 'кезең',
  operation: 'операция',
  about: 'іс',
  request: 'сұрау салу',
};
