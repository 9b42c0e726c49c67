import type { PlaceCatalogue } from './keys.js';

export const az: PlaceCatalogue = {
  options: 'parametrlər',
  command: 'əmr',
  file: 'fayl',
  files: 'fayllar',
  day: 'gün',
  purpose: 'məqsəd',
  persona: 'nümunə şəxs',
  person: 'şəxs',
  path: 'yol',
  label: 'nişan',
  text: 'mətn',
  code: 'kod',
  reference: 'nömrə',
  authority: 'orqan',
  name: 'ad',
  item: 'məlumat növü',
  period: 'dövr',
  operation: 'əməliyyat',
  about: 'iş',
  request: 'sorğu',
};
