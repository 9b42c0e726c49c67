/**
 * How names are written in Latin, rule by rule as each source has it; made for the corpus, apart from the tables of the
 * matcher. Old az-Cyrl from az-Latn too.
 */
type Letters = Readonly<Record<string, string>>;

const table = (text: string): Letters =>
  Object.fromEntries(text.split(' ').map((pair) => pair.split(':') as [string, string]));

const spell = (name: string, letters: Letters): string =>
  [...name]
    .map((letter) => {
      const small = letter.replace('İ', 'i').toLowerCase();
      const found = letters[small] ?? small;
      return letter === small ? found : found.charAt(0).toUpperCase() + found.slice(1);
    })
    .join('');

const RUSSIAN =
  'а:a б:b в:v г:g д:d е:e ё:e ж:zh з:z и:i й:i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh щ:shch ъ:ie ы:y ь: э:e ю:iu я:ia';
const icao = table(RUSSIAN);
const gost2006 = { ...icao, ...table('ц:tc ъ: ') };
const bgnRussian = { ...icao, ...table('й:y ъ:’ ь:’ ё:ë ю:yu я:ya') };
const iso9 = {
  ...icao,
  ...table(
    'ё:ë ж:ž й:j х:h ц:c ч:č ш:š щ:ŝ ъ:ʺ ь:ʹ э:è ю:û я:â ә:a̋ ғ:ġ қ:ķ ң:ņ ө:ô ұ:u̇ ү:ù һ:ḥ і:ì',
  ),
};
const sovietFrench = {
  ...icao,
  ...table('ж:j у:ou ч:tch ш:ch щ:chtch ю:iou х:kh ц:ts ъ: '),
};
const bgnKazakh = {
  ...icao,
  ...table('ә:ä ғ:gh и:ī й:y қ:q ң:ng ө:ö у:ū ұ:u ү:ü һ:h і:i ы:y э:ė ю:yu я:ya ё:yo ъ: '),
};
const kazakh2021 = table(
  'а:a ә:ä б:b в:v г:g ғ:ğ д:d е:e ё:io ж:j з:z и:i й:i к:k қ:q л:l м:m н:n ң:ñ о:o ө:ö п:p р:r с:s т:t у:u ұ:ū ү:ü ф:f х:h һ:h ц:s ч:ch ш:ş щ:ş ъ: ы:y і:ı ь: э:e ю:iu я:ia',
);
const azerbaijaniZone = table('ə:e ç:c ğ:g ı:i ö:o ş:s ü:u');
const azerbaijaniZoneTwo = table('ə:e ç:c ğ:g ı:i ö:oe ş:s ü:ue');
const azerbaijaniPress = table('ə:a c:j ç:ch ğ:gh ı:i ö:o ş:sh ü:u x:kh q:g');
const azerbaijaniCyrillic = table(
  'a:а b:б c:ҹ ç:ч d:д e:е ə:ә f:ф g:ҝ ğ:ғ h:һ x:х ı:ы i:и j:ж k:к q:г l:л m:м n:н o:о ö:ө p:п r:р s:с ş:ш t:т u:у ü:ү v:в y:ј z:з',
);

// BGN/PCGN 1947 writes е at the beginning and after vowels as ye; so does the press.
const withYe = (name: string): string =>
  name.replace(/^Е/u, 'Йe').replace(/(?<=[аеёиоуыэюяәіөұү])е/giu, 'йe');

export interface SpellingRule {
  readonly of: 'kk-Cyrl' | 'az-Latn' | 'ru-Cyrl';
  readonly script: string;
  readonly source: string;
  readonly write: (name: string) => string;
}

const upper = (name: string): string => name.replaceAll('i', 'I').toUpperCase();

/** Every rule, with the source it is taken from. */
export const SPELLING_RULES: readonly SpellingRule[] = [
  {
    of: 'ru-Cyrl',
    script: 'und-Latn',
    source: 'ICAO Doc 9303-3, Russian (passports since 2014)',
    write: (name) => upper(spell(name, icao)),
  },
  {
    of: 'ru-Cyrl',
    script: 'und-Latn',
    source: 'GOST R 52535.1-2006 (passports 2010 to 2014)',
    write: (name) => upper(spell(name, gost2006)),
  },
  {
    of: 'ru-Cyrl',
    script: 'und-Latn',
    source: 'BGN/PCGN 1947, Russian',
    write: (name) => spell(withYe(name), bgnRussian),
  },
  {
    of: 'ru-Cyrl',
    script: 'und-Latn',
    source: 'ISO 9:1995',
    write: (name) => spell(name, iso9),
  },
  {
    of: 'ru-Cyrl',
    script: 'und-Latn',
    source: 'French manner of Soviet passports (until 1997)',
    write: (name) => upper(spell(name, sovietFrench)),
  },
  {
    of: 'kk-Cyrl',
    script: 'und-Latn',
    source: 'BGN/PCGN 1979, Kazakh (UNGEGN WGRS 4.0, 2016)',
    write: (name) => spell(withYe(name), bgnKazakh),
  },
  {
    of: 'kk-Cyrl',
    script: 'kk-Latn',
    source: 'Kazakh Latin alphabet of 2021',
    write: (name) => spell(name, kazakh2021),
  },
  {
    of: 'az-Latn',
    script: 'und-Latn',
    source: 'ICAO Doc 9303-3, machine readable zone, one letter for one',
    write: (name) => upper(spell(name, azerbaijaniZone)),
  },
  {
    of: 'az-Latn',
    script: 'und-Latn',
    source: 'ICAO Doc 9303-3, machine readable zone, OE and UE',
    write: (name) => upper(spell(name, azerbaijaniZoneTwo)),
  },
  {
    of: 'az-Latn',
    script: 'und-Latn',
    source: 'English-language press of Azerbaijan',
    write: (name) => spell(name, azerbaijaniPress),
  },
  {
    of: 'az-Latn',
    script: 'az-Cyrl',
    source: 'Azerbaijani Cyrillic alphabet of 1958',
    write: (name) => spell(name, azerbaijaniCyrillic),
  },
];
