/** What a row of a case says, encrypted under the case's key and bound to the row: moved to another it does not open. */
import { canonicalJson, type Json } from '../../base/index.js';
import { openBytes, padText, sealBytes, unpadText } from '../custody/sealing.js';
import { StoreFault } from '../fault.js';

/** Which row, of which table and case. */
export type RowPlace = { readonly [name: string]: Json };

/** In base64, as a parameter of a statement. */
export const sealRow = (key: Uint8Array, said: Json, place: RowPlace): string =>
  sealBytes(key, padText(canonicalJson(said)), boundTo(place)).toString('base64');

/** What was said, of our own writing. Throws StoreFault where it was not said in this row. */
export function openRow(key: Uint8Array, sealed: Uint8Array, place: RowPlace): unknown {
  const bytes = openBytes(key, sealed, boundTo(place));
  if (bytes === undefined) throw new StoreFault('readmission: a row is not what was kept');
  return JSON.parse(unpadText(bytes));
}

const boundTo = (place: RowPlace): string => canonicalJson({ v: 1, ...place });
