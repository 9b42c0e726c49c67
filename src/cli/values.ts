/** Values of options that have a form. What has not says why, as a key of the catalogue. */
import { InvalidArgumentError } from 'commander';

type Why = 'WHOLE_NUMBER' | 'DAY';

const invalid = (why: Why): InvalidArgumentError => new InvalidArgumentError(why);

/** At most so many digits. */
export const wholeNumber =
  (digits: number) =>
  (text: string): number => {
    if (!new RegExp(`^\\d{1,${digits}}$`).test(text)) throw invalid('WHOLE_NUMBER');
    return Number(text);
  };

/** `YYYY-MM-DD`. */
export function calendarDay(text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(text))) throw invalid('DAY');
  return text;
}
