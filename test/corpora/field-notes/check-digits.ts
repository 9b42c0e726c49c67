const at = (text: string, index: number): string => text.charAt(index);

/** Value of a character of a machine-readable zone: ICAO Doc 9303, part 3, 4.9. */
function zoneValue(character: string): number {
  if (character === '<') return 0;
  const value = Number.parseInt(character, 36);
  if (Number.isNaN(value)) throw new RangeError('no character of a zone');
  return value;
}

/** ICAO Doc 9303, part 3, 4.9: weights 7, 3, 1; the rest by ten. */
export const icaoDigit = (field: string): string =>
  String(
    [...field].reduce((sum, one, index) => sum + zoneValue(one) * ([7, 3, 1][index % 3] ?? 0), 0) %
      10,
  );

/** Last figure of an IIN or BIN of Kazakhstan, from the eleven before; none where both rows of weights give 10. */
export function kazakhDigit(eleven: string): string | undefined {
  const rest = (shift: number) =>
    [...eleven].reduce((sum, one, index) => sum + Number(one) * (((index + shift) % 11) + 1), 0) %
    11;
  const found = rest(0) === 10 ? rest(2) : rest(0);
  return found === 10 ? undefined : String(found);
}

/** Last two figures of a Belgian register number, from the nine before; a `2` goes before them from 2000 on. */
export function belgianRest(nine: string, from2000: boolean): string {
  const number = Number(from2000 ? `2${nine}` : nine);
  return String(97 - (number % 97)).padStart(2, '0');
}

/** Last two figures of a Turkish identity number, from the nine before. */
export function turkishRest(nine: string): string {
  const figures = [...nine].map(Number);
  const sum = (start: number) =>
    figures.reduce((all, one, index) => (index % 2 === start ? all + one : all), 0);
  const tenth = (((sum(0) * 7 - sum(1)) % 10) + 10) % 10;
  return `${tenth}${(sum(0) + sum(1) + tenth) % 10}`;
}

/** Last figure of a freight container's number, from the eleven before: ISO 6346. */
export function containerDigit(ten: string): string {
  // Letters count from ten on, and pass over the multiples of eleven.
  const worth = (one: string) => {
    const plain = Number.parseInt(one, 36);
    return plain < 10 ? plain : plain + Math.floor((plain - 1) / 10);
  };
  const sum = [...ten].reduce((all, one, index) => all + worth(one) * 2 ** index, 0);
  return String((sum % 11) % 10);
}

/** Last figure of a railway wagon's number, from the seven before: weights 2 and 1. */
export function wagonDigit(seven: string): string {
  const sum = [...seven].reduce((all, one, index) => {
    const twice = Number(one) * (index % 2 === 0 ? 2 : 1);
    return all + (twice > 9 ? twice - 9 : twice);
  }, 0);
  return at(String((10 - (sum % 10)) % 10), 0);
}

/** The two figures after `AZ`, `KZ` and the like in an IBAN: ISO 13616, ISO 7064 mod 97-10. */
export function ibanDigits(country: string, account: string): string {
  const figures = [...`${account}${country}00`].map((one) => Number.parseInt(one, 36)).join('');
  return String(98n - (BigInt(figures) % 97n)).padStart(2, '0');
}

/** Last figure of a ship's number, from the six before: IMO resolution A.1117(30). */
export const shipDigit = (six: string): string =>
  String([...six].reduce((sum, one, index) => sum + Number(one) * (7 - index), 0) % 10);
