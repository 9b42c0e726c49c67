/** The typeface of the letters: Tinos, of the metrics of Times New Roman; Latin, Greek and Cyrillic of all four languages. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export interface Typeface {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
}
export type Cut = keyof Typeface;

/** Reads the typeface from its package; throws where the installation lacks it. */
export function loadTypeface(): Typeface {
  const { resolve } = createRequire(import.meta.url);
  const cut = (path: string) => readFileSync(resolve(`@expo-google-fonts/tinos/${path}.ttf`));
  return { regular: cut('400Regular/Tinos_400Regular'), bold: cut('700Bold/Tinos_700Bold') };
}
