/**
 * Russian Cyrillic to Latin: ICAO Doc 9303 (Machine Readable Travel Documents), 8th edition, Part 3, section 6,
 * table B "Transliteration of Cyrillic characters", as Russian passports have it. Ь is not in that table and is dropped.
 */
import { letterTable } from './letter-table.js';

export const RUSSIAN_LETTERS = letterTable(`
  а=a б=b в=v г=g д=d е=e ё=e ж=zh з=z и=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh
  щ=shch ъ=ie ы=y ь= э=e ю=iu я=ia`);
