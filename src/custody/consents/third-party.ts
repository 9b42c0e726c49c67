/**
 * Who is a third party (11(3)): whoever the instrument does not list as a competent authority of a Party (Article 2).
 * Another ministry of one's own state is one, unless it is listed.
 */
import type { Instrument } from '../../treaty/index.js';

/** Whether a body of this code may get information with the provider's prior consent alone. */
export const isThirdParty = ({ parties }: Pick<Instrument, 'parties'>, code: string): boolean =>
  !parties.some(({ authorities }) => authorities.some((authority) => authority === code));

/** Whether two authorities are of one Party. */
export const isOfSameParty = (
  { parties }: Pick<Instrument, 'parties'>,
  one: string,
  other: string,
): boolean =>
  parties.some(({ authorities }) =>
    [one, other].every((code) => authorities.some((authority) => authority === code)),
  );
