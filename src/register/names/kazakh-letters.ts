/**
 * Kazakh to Latin. ICAO Doc 9303-3 has no table for the nine Kazakh letters; this one is declared here: each becomes
 * its nearest letter of the machine readable zone, without a mark, and the rest follow ICAO's Russian table. BGN/PCGN
 * 1979 (UNGEGN Working Group on Romanization Systems, Kazakh, version 4.0, 2016) differs in Ғ=gh Қ=q Ң=ng: those
 * spellings are brought together by their sound (sounds.ts), not by this table.
 *
 * The Latin alphabet of 2021 (kk-Latn) loses its marks, as ICAO's table A has it for ğ, ñ, ö, ş, ü.
 */
import { letterTable } from './letter-table.js';
import { RUSSIAN_LETTERS } from './russian-letters.js';

const KAZAKH_ALONE = 'ә=a ғ=g қ=k ң=n ө=o ұ=u ү=u һ=h і=i';

export const KAZAKH_LETTERS = new Map([...RUSSIAN_LETTERS, ...letterTable(KAZAKH_ALONE)]);

export const KAZAKH_LATIN_LETTERS = letterTable('ä=a ğ=g ı=i ñ=n ö=o ş=s ū=u ü=u');
