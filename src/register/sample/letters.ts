/**
 * Letters of one script from another, for invented people only. Latin from Russian as ICAO Doc 9303-3 has it (Ь is not
 * in its table); the Azerbaijani Cyrillic of 1958 to 1991 from the Latin, letter by letter.
 */
export const ICAO_TABLE = 'ICAO-9303-3';

const lettersOf = (table: string): ReadonlyMap<string, string> =>
  new Map(
    table.split(' ').map((pair) => {
      const [from = '', to = ''] = pair.split('=');
      return [from, to] as const;
    }),
  );

const ICAO_RUSSIAN = lettersOf(
  'а=a б=b в=v г=g д=d е=e ё=e ж=zh з=z и=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ=ie ы=y ь= э=e ю=iu я=ia',
);
const AZ_CYRILLIC = lettersOf(
  'a=а b=б c=ҹ ç=ч d=д e=е ə=ә f=ф g=ҝ ğ=ғ h=һ x=х ı=ы i=и j=ж k=к q=г l=л m=м n=н o=о ö=ө p=п r=р s=с ş=ш t=т u=у ü=ү v=в y=ј z=з',
);

/** Russian letters in Latin capitals, as a machine readable document has them. */
export function latinOfRussian(name: string): string {
  return spell(name, ICAO_RUSSIAN).toUpperCase();
}

/** An Azerbaijani name in the Cyrillic alphabet used until 1991. */
export function azCyrillicOf(name: string): string {
  return capitalise(spell(name, AZ_CYRILLIC));
}

function spell(name: string, table: ReadonlyMap<string, string>): string {
  let out = '';
  for (const letter of lowerCase(name)) out += table.get(letter) ?? letter;
  return out;
}

// Turkic casing: İ is the capital of i, I of ı.
function lowerCase(name: string): string {
  return name.replaceAll('İ', 'i').replaceAll('I', 'ı').toLowerCase();
}

function capitalise(name: string): string {
  return name.replace(/(^|[\s-])(\p{L})/gu, (_match, before: string, letter: string) => {
    return before + letter.toUpperCase();
  });
}
