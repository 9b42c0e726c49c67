/** Places of invented people. Streets and districts exist; who lives there does not. */
import type { Random } from './random.js';

const STREETS = [
  'Bakı şəhəri, Nəsimi rayonu, Nizami küçəsi',
  'Bakı şəhəri, Yasamal rayonu, Şərifzadə küçəsi',
  'Bakı şəhəri, Xətai rayonu, Babək prospekti',
  'Gəncə şəhəri, Cavad xan küçəsi',
  'Sumqayıt şəhəri, Sülh küçəsi',
  'Lənkəran şəhəri, Fizuli küçəsi',
  'Şəki şəhəri, M.F. Axundzadə prospekti',
] as const;

const BIRTH_PLACES = {
  KAZ: ['Алматы', 'Астана', 'Қарағанды', 'Шымкент', 'Ақтау', 'Атырау', 'Семей'],
  AZE: ['Bakı', 'Gəncə', 'Sumqayıt', 'Şəki', 'Lənkəran', 'Naxçıvan', 'Quba'],
  RUS: ['Астрахань', 'Махачкала'],
  UKR: ['Одеса', 'Харків'],
  GEO: ['თბილისი', 'Marneuli'],
  TUR: ['İstanbul', 'Iğdır'],
  UZB: ['Toshkent', 'Samarqand'],
} as const;

export const RECEPTION_CENTRE = 'Sığınacaq axtaranlar üçün qəbul mərkəzi, Yevlax rayonu';

/** An address in Azerbaijan. */
export function inventAddress(random: Random): string {
  return `${random.pick(STREETS)} ${1 + random.below(120)}, mənzil ${1 + random.below(90)}`;
}

/** A town in the country, as it is written there. */
export function inventBirthPlace(random: Random, country: keyof typeof BIRTH_PLACES): string {
  return random.pick<string>(BIRTH_PLACES[country]);
}
