/**
 * Azerbaijani to Latin without marks. ICAO Doc 9303-3, section 6, table A: Ç=C Ğ=G İ=I I(ı)=I Ş=S; Ə=E is the letter's
 * entry in the machine readable zone of Azerbaijani passports. Of Ö and Ü the table offers OE and UE or the letter
 * without its mark; the latter is declared here.
 *
 * The Cyrillic alphabet in use from 1958 to 1991 (az-Cyrl) goes letter by letter into the Latin one of 1991, as
 * amended in 1992 (Ä became Ə). Ё, Й, Э, Ю, Я left that alphabet and stand in older papers.
 */
import { letterTable, spell } from './letter-table.js';

export const AZERBAIJANI_LATIN_LETTERS = letterTable('ç=c ə=e ğ=g ı=i ö=o ş=s ü=u');

const LATIN_OF_CYRILLIC = letterTable(`
  а=a б=b в=v г=q ғ=ğ д=d е=e ә=ə ж=j з=z и=i ы=ı ј=y к=k ҝ=g л=l м=m н=n о=o ө=ö п=p р=r с=s т=t у=u ү=ü ф=f х=x
  һ=h ч=ç ҹ=c ш=ş ё=yo й=y э=e ю=yu я=ya ц=s щ=ş ъ= ь=`);

/** A name in small letters of old az-Cyrl, in the Latin alphabet of today (az-Latn). */
export const latinOfOldCyrillic = (name: string): string => spell(name, LATIN_OF_CYRILLIC);
