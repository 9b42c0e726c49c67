/** Check digits of the numbers that have one. All take digits alone, or the characters of a machine readable zone. */

const worthOf = (character: string): number =>
  character === '<' ? 0 : Number.parseInt(character, 36);

/** ICAO Doc 9303 part 3, 4.9: weights 7, 3, 1, modulo 10. */
export function isZoneChecked(field: string, digit: string): boolean {
  let sum = 0;
  for (let at = 0; at < field.length; at += 1) {
    sum += worthOf(field.charAt(at)) * ([7, 3, 1][at % 3] ?? 0);
  }
  return digit === '<' ? sum === 0 : String(sum % 10) === digit;
}

/** Digits of a number that is held exactly. */
const EXACT = 15;

/** The remainder of a decimal text, however long. */
function remainderOf(digits: string, modulus: number): number {
  if (digits.length <= EXACT) return Number(digits) % modulus;
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % modulus;
  return rest;
}

/** Kazakhstan's individual identification number: birth date, century and sex, number, check digit modulo 11. */
export function isKazakhNumber(digits: string): boolean {
  if (!/^\d{12}$/.test(digits) || !isDay(digits.slice(0, 6)) || digits.charAt(6) > '6')
    return false;
  const sum = (first: number): number =>
    [...digits.slice(0, 11)].reduce(
      (total, digit, at) => total + Number(digit) * (((at + first) % 11) + 1),
      0,
    ) % 11;
  const once = sum(0);
  const check = once === 10 ? sum(2) : once;
  return check < 10 && String(check) === digits.charAt(11);
}

/** Belgium's national register number: birth date, order, 97 less the remainder; from 2000 on with a 2 before. */
export function isBelgianNumber(digits: string): boolean {
  if (!/^\d{11}$/.test(digits)) return false;
  const month = Number(digits.slice(2, 4)) % 20;
  if (month > 12 || Number(digits.slice(4, 6)) > 31) return false;
  const check = Number(digits.slice(9));
  const body = digits.slice(0, 9);
  return [body, `2${body}`].some((number) => 97 - remainderOf(number, 97) === check);
}

/** Belgium's identity card: ten digits and their remainder modulo 97. */
export function isBelgianCard(digits: string): boolean {
  if (!/^\d{12}$/.test(digits)) return false;
  return (remainderOf(digits.slice(0, 10), 97) || 97) === Number(digits.slice(10));
}

/** Türkiye's identity number. */
export function isTurkishNumber(digits: string): boolean {
  if (!/^[1-9]\d{10}$/.test(digits)) return false;
  const at = (place: number): number => Number(digits.charAt(place));
  const odd = at(0) + at(2) + at(4) + at(6) + at(8);
  const even = at(1) + at(3) + at(5) + at(7);
  const tenth = (((odd * 7 - even) % 10) + 10) % 10;
  return tenth === at(9) && (odd + even + tenth) % 10 === at(10);
}

/** ISO 13616: an IBAN in capitals without spaces. */
export function isIban(text: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(text)) return false;
  const turned = text.slice(4) + text.slice(0, 4);
  return remainderOf([...turned].map((one) => String(worthOf(one))).join(''), 97) === 1;
}

/** Whether six digits are the day of a year: `YYMMDD`. */
function isDay(digits: string): boolean {
  const month = Number(digits.slice(2, 4));
  const day = Number(digits.slice(4, 6));
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}
