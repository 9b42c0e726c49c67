/** The package of an answer or a provision, as it came, out of custody. */
import type { Holding } from '../../custody/index.js';
import type { ExchangeRooms } from '../rooms.js';

/** The JWE; DESTROYED where its retention ended; undefined where none came. */
export async function heldPackage(
  { custody }: Pick<ExchangeRooms, 'custody'>,
  { case: id, source }: Pick<Holding, 'case' | 'source'>,
): Promise<string | 'DESTROYED' | undefined> {
  const holdings = (await custody.holdings(id)).filter((one) => one.source === source);
  for (const holding of holdings) {
    const [found] = await custody.find(holding, { ns: [0], groups: ['PACKAGE'] });
    if (found !== undefined) return found.text;
  }
  return holdings.length === 0 ? undefined : 'DESTROYED';
}
