import type { PlaceCatalogue } from './keys.js';

export const en: PlaceCatalogue = {
  options: 'options',
  command: 'command',
  file: 'file',
  files: 'files',
  day: 'day',
  purpose: 'purpose',
  persona: 'persona',
  person: 'person',
  path: 'path',
  label: 'label',
  text: 'text',
  code: 'code',
  reference: 'reference',
  authority: 'authority',
  name: 'name',
  item: 'item',
  period: 'period',
  operation: 'operation',
  about: 'about',
  request: 'request',
};
