/** Which script a name is in, by its letters alone, where nobody says it. */
import type { NameScript } from '../search-key.js';

// Letters that one alphabet has and its neighbours do not. Ә Ғ Ө Ү Һ are both Kazakh and old Azerbaijani.
const BY_LETTERS: readonly (readonly [RegExp, NameScript])[] = [
  [/[ҝҹј]/iu, 'az-Cyrl'],
  [/[қңұі]/iu, 'kk-Cyrl'],
  [/[ғәөүһ]/iu, 'kk-Cyrl'],
  [/\p{Script=Cyrillic}/u, 'ru-Cyrl'],
  [/[äñū]/iu, 'kk-Latn'],
  [/[əğışçöüİ]/u, 'az-Latn'],
  [/[ƏĞŞÇÖÜ]/u, 'az-Latn'],
];

/** The script of a name; `und-Latn` where its letters tell nothing nearer. */
export function scriptOf(name: string): NameScript {
  const composed = name.normalize('NFC');
  return BY_LETTERS.find(([letters]) => letters.test(composed))?.[1] ?? 'und-Latn';
}
