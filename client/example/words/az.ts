import type { Words } from './words.js';

export const az: Words = {
  title: 'Sorgu: seçilmiş sahələr',
  standing: 'Sorğu və məqsəd',
  fields: 'Sahələr',
  ask: 'Soruş',
  idle: 'Sahələri seçib soruşun. Hər cavab jurnala yazılır.',
  nobody: 'Bu sorğu üzrə göstəriləcək şəxs yoxdur.',
  columns: ['Sahə', 'Nəticəsi', 'Qiymət və ya müddəa'],
  noClause: (instrument) => `${instrument} sənədində müddəa yoxdur`,
  noAnswer: (code) => `Heç nə verilmədi: ${code}.`,
  unreachable: 'Şlüz işlənmə rejimində işləmir.',
  states: {
    given: 'Verilib',
    withheld: 'Açıqlanmır: bu məqsəd üçün açıq deyil',
    notAvailable: 'Reyestrdə məlumat yoxdur',
    destroyed: 'Məhv edilib: saxlanma müddəti bitib',
    refused: 'Sorğu icra edilərkən imtina olunub',
  },
  verified: (index, origin) => `Qəbz yoxlanılıb: ${origin} jurnalının ${index} nömrəli qeydi.`,
  notVerified: 'Qəbz var, lakin yoxlanılmayıb.',
  noReceipt: 'Qeydə alınan heç nə soruşulmayıb.',
};
