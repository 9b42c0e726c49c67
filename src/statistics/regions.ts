/**
 * Economic regions of Azerbaijan (decree of 7 July 2021), with the cities and districts of each as an address names
 * them. Baku's own districts are Baku. An address of another state, or one that names none of them, is of no known region.
 */
const NAMES_OF = {
  BAKU: ['Bakı'],
  NAKHCHIVAN: [
    ...['Naxçıvan', 'Babək', 'Culfa', 'Kəngərli', 'Ordubad', 'Sədərək', 'Şahbuz', 'Şərur'],
  ],
  ABSHERON_KHIZI: ['Sumqayıt', 'Abşeron', 'Xızı'],
  MOUNTAINOUS_SHIRVAN: ['Ağsu', 'İsmayıllı', 'Qobustan', 'Şamaxı'],
  GANJA_DASHKASAN: ['Gəncə', 'Naftalan', 'Daşkəsən', 'Goranboy', 'Göygöl', 'Samux'],
  KARABAKH: [
    ...['Xankəndi', 'Ağcabədi', 'Ağdam', 'Bərdə', 'Füzuli', 'Xocalı', 'Xocavənd', 'Şuşa', 'Tərtər'],
  ],
  GAZAKH_TOVUZ: ['Ağstafa', 'Gədəbəy', 'Qazax', 'Şəmkir', 'Tovuz'],
  GUBA_KHACHMAZ: ['Xaçmaz', 'Quba', 'Qusar', 'Siyəzən', 'Şabran'],
  LANKARAN_ASTARA: ['Lənkəran', 'Astara', 'Cəlilabad', 'Lerik', 'Masallı', 'Yardımlı'],
  CENTRAL_ARAN: ['Mingəçevir', 'Ağdaş', 'Göyçay', 'Kürdəmir', 'Ucar', 'Yevlax', 'Zərdab'],
  MIL_MUGHAN: ['Beyləqan', 'İmişli', 'Saatlı', 'Sabirabad'],
  SHAKI_ZAGATALA: ['Şəki', 'Balakən', 'Qax', 'Qəbələ', 'Oğuz', 'Zaqatala'],
  EASTERN_ZANGAZUR: ['Cəbrayıl', 'Kəlbəcər', 'Qubadlı', 'Laçın', 'Zəngilan'],
  SHIRVAN_SALYAN: ['Şirvan', 'Biləsuvar', 'Hacıqabul', 'Neftçala', 'Salyan'],
} as const;

export type Region = keyof typeof NAMES_OF;

export const REGIONS = [
  'BAKU',
  'NAKHCHIVAN',
  'ABSHERON_KHIZI',
  'MOUNTAINOUS_SHIRVAN',
  'GANJA_DASHKASAN',
  'KARABAKH',
  'GAZAKH_TOVUZ',
  'GUBA_KHACHMAZ',
  'LANKARAN_ASTARA',
  'CENTRAL_ARAN',
  'MIL_MUGHAN',
  'SHAKI_ZAGATALA',
  'EASTERN_ZANGAZUR',
  'SHIRVAN_SALYAN',
] as const satisfies readonly Region[];

const REGION_OF: ReadonlyMap<string, Region> = new Map(
  REGIONS.flatMap((region) => NAMES_OF[region].map((name) => [fold(name), region] as const)),
);

/** The region of the city or district that an address names first, `Bakı şəhəri`; undefined where it names none. */
export function regionOf(cityOrDistrict: string | null): Region | undefined {
  return cityOrDistrict === null ? undefined : REGION_OF.get(fold(cityOrDistrict));
}

// Azerbaijani has two letters i, and a machine's lower case of İ is two characters.
function fold(name: string): string {
  return name.normalize('NFC').replaceAll('İ', 'i').replaceAll('I', 'ı').toLowerCase().trim();
}
