/** Check digits of personal numbers beyond those of the Parties. All take figures alone. */

const sumOf = (digits: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, at) => sum + weight * Number(digits.charAt(at)), 0);

const isDay = (month: string, day: string): boolean =>
  Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;

/** Uzbekistan's, and by its form Kyrgyzstan's: sex and century, day, month, year, district, number, check. */
export function isUzbekNumber(digits: string): boolean {
  if (!/^[1-6]\d{13}$/.test(digits) || !isDay(digits.slice(3, 5), digits.slice(1, 3))) return false;
  const weights = [7, 3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1, 7];
  return sumOf(digits, weights) % 10 === Number(digits.charAt(13));
}

/** Poland's: year, month with the century, day, number, check. */
export function isPolishNumber(digits: string): boolean {
  const month = String(Number(digits.slice(2, 4)) % 20);
  if (!/^\d{11}$/.test(digits) || !isDay(month, digits.slice(4, 6))) return false;
  const weights = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3];
  return (10 - (sumOf(digits, weights) % 10)) % 10 === Number(digits.charAt(10));
}

/** Romania's: sex and century, year, month, day, county, number, check modulo 11. */
export function isRomanianNumber(digits: string): boolean {
  if (!/^[1-8]\d{12}$/.test(digits) || !isDay(digits.slice(3, 5), digits.slice(5, 7))) return false;
  const rest = sumOf(digits, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11;
  return (rest === 10 ? 1 : rest) === Number(digits.charAt(12));
}

/** Estonia's and Lithuania's: sex and century, year, month, day, number, check modulo 11 by two rows of weights. */
export function isBalticNumber(digits: string): boolean {
  if (!/^[1-6]\d{10}$/.test(digits) || !isDay(digits.slice(3, 5), digits.slice(5, 7))) return false;
  const once = sumOf(digits, [1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) % 11;
  const twice = sumOf(digits, [3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 11;
  return (once < 10 ? once : twice % 10) === Number(digits.charAt(10));
}

/** France's: sex, year, month, place, number, and 97 less the remainder. */
export function isFrenchNumber(digits: string): boolean {
  if (!/^[12]\d{2}(?:0[1-9]|1[0-2])\d{10}$/.test(digits)) return false;
  return 97 - (Number(digits.slice(0, 13)) % 97) === Number(digits.slice(13));
}

/** China's (GB 11643) where its check is a figure: place, day of birth, number, check modulo 11. */
export function isChineseNumber(digits: string): boolean {
  if (!/^\d{6}(?:19|20)\d{10}$/.test(digits) || !isDay(digits.slice(10, 12), digits.slice(12, 14)))
    return false;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2, 1];
  return sumOf(digits, weights) % 11 === 1;
}

/** Egypt's, by its form alone: century, day of birth, governorate. */
export function isEgyptianNumber(digits: string): boolean {
  return (
    /^[23]\d{6}(?:0[1-4]|1[1-9]|2[1-9]|3[1-5]|88)\d{5}$/.test(digits) &&
    isDay(digits.slice(3, 5), digits.slice(5, 7))
  );
}
