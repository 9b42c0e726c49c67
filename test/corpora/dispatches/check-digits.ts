const figures = (text: string) => [...text].map(Number);

function weighted(text: string, weights: readonly number[]): number {
  return figures(text).reduce(
    (sum, figure, at) => sum + figure * (weights[at % weights.length] ?? 0),
    0,
  );
}

/** ICAO Doc 9303-3, 4.9: weights 7, 3, 1; `A` is 10, `<` is 0. */
export function zoneCheck(text: string): string {
  const value = (sign: string) => (sign === '<' ? 0 : Number.parseInt(sign, 36));
  const sum = [...text].reduce(
    (total, sign, at) => total + value(sign) * ([7, 3, 1][at % 3] ?? 0),
    0,
  );
  return String(sum % 10);
}

/** The twelfth figure of an IIN or a BIN after the first eleven; `undefined` where none is given out. */
export function iinCheck(eleven: string): string | undefined {
  const first = weighted(eleven, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]) % 11;
  const sum = first < 10 ? first : weighted(eleven, [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]) % 11;
  return sum < 10 ? String(sum) : undefined;
}

/** The last two figures of a Belgian register number; those born since 2000 count with a 2 in front. */
export function belgianCheck(nine: string, since2000: boolean): string {
  const rest = Number(since2000 ? `2${nine}` : nine) % 97;
  return String(97 - rest).padStart(2, '0');
}

/** The last two figures of a Belgian identity card's number. */
export function belgianCardCheck(ten: string): string {
  return String(Number(ten) % 97 || 97).padStart(2, '0');
}

/** The tenth and eleventh figure of a Turkish identity number. */
export function turkishCheck(nine: string): string {
  const odd = weighted(nine, [1, 0]);
  const even = weighted(nine, [0, 1]);
  const tenth = (((odd * 7 - even) % 10) + 10) % 10;
  return `${tenth}${(odd + even + tenth) % 10}`;
}

/** The last figure of an Iranian national code. */
export function iranianCheck(nine: string): string {
  const rest = weighted(nine, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11;
  return String(rest < 2 ? rest : 11 - rest);
}

/** The last figure of an Uzbek PINFL. */
export function uzbekCheck(thirteen: string): string {
  return String(weighted(thirteen, [7, 3, 1]) % 10);
}

/** The last figure of a freight container's number (ISO 6346). */
export function containerCheck(ten: string): string {
  const values = '0123456789A_BCDEFGHIJK_LMNOPQRSTU_VWXYZ';
  const sum = [...ten].reduce((total, sign, at) => total + values.indexOf(sign) * 2 ** at, 0);
  return String((sum % 11) % 10);
}
