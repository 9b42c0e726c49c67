/**
 * The typeface of the letters: Noto Serif, with the letters of all four languages. Each character has a glyph of its own,
 * so that text taken from a letter is what was written: in other typefaces Azerbaijani `ə` and Kazakh `ә` share one.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export interface Typeface {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
}
export type Cut = keyof Typeface;

/** Reads the typeface from its package; throws where the installation lacks it. */
export function loadTypeface(): Typeface {
  const require = createRequire(import.meta.url);
  const regular = require.resolve(
    '@expo-google-fonts/noto-serif/400Regular/NotoSerif_400Regular.ttf',
  );
  const bold = require.resolve('@expo-google-fonts/noto-serif/700Bold/NotoSerif_700Bold.ttf');
  return { regular: readFileSync(regular), bold: readFileSync(bold) };
}
