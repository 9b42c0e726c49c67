/** Tables of letters as data: `ж=zh щ=shch ь=`, and what reads a name by one. */

/** Letters of one alphabet, in small letters, and what each becomes; what becomes nothing is dropped. */
export type LetterTable = ReadonlyMap<string, string>;

/** Reads a table of `letter=letters`, set apart by white space; a later table overrides an earlier one. */
export function letterTable(...texts: readonly string[]): LetterTable {
  const entries = texts.flatMap((text) => text.trim().split(/\s+/));
  return new Map(
    entries.map((entry) => {
      const at = entry.indexOf('=');
      return [entry.slice(0, at), entry.slice(at + 1)] as const;
    }),
  );
}

/** Each letter by the table; what the table does not have stays as it is. */
export function spell(text: string, table: LetterTable): string {
  let out = '';
  for (const letter of text) out += table.get(letter) ?? letter;
  return out;
}

/** Small letters, composed. Turkic casing where the script has it: İ is the capital of i, I of ı. */
export function smallLetters(name: string, turkic: boolean): string {
  const composed = name.normalize('NFKC');
  if (!turkic) return composed.replaceAll('İ', 'i').toLowerCase();
  return composed.replaceAll('İ', 'i').replaceAll('I', 'ı').toLowerCase();
}
