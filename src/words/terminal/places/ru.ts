import type { PlaceCatalogue } from './keys.js';

export const ru: PlaceCatalogue = {
  options: 'параметры',
  command: 'команда',
  file: 'файл',
  files: 'файлы',
  day: 'день',
  purpose: 'цель',
  persona: 'учебное лицо',
  person: 'лицо',
  path: 'путь',
  label: 'метка',
  text: 'текст',
  code: 'код',
  reference: 'номер',
  authority: 'орган',
  name: 'название',
  item: 'вид сведений',
  period: 'период',
  operation: 'операция',
  about: 'дело',
  request: 'запрос',
};
