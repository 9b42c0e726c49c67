/**
 * The gateway of `npm run features` in test/partner-gateway, in a process of its own: rules, verdicts, signatures of hops and ledger on. It serves the subgraph of the
 * feature that its parent names, and says when it does; it ends when its parent leaves.
 */
import { FEDERATION_FEATURES } from '../../cases/federation-features.js';
import { fixtureGraph, fixtureSubgraph, inPlaceOf } from '../../support/federation-fixtures.js';
import { NOW } from '../../support/requests.js';
import { openGround } from '../explain/ground.js';

const graphs = new Map(
  await Promise.all(
    FEDERATION_FEATURES.map(
      async (feature) => [feature.name, await fixtureGraph(fixtureSubgraph(feature))] as const,
    ),
  ),
);
let served = '';
const ground = await openGround(inPlaceOf(() => found(graphs.get(served), served)));
const { url, dataDir, grantees } = ground;
const grantee = grantees.find(({ authority }) => authority === 'KZ-MIA');

process.on('message', (name: string) => {
  served = name;
  process.send?.({ serves: name });
});
process.once('disconnect', () => void ground.close());
process.send?.({ url, dataDir, now: NOW, ...found(grantee, 'grant') });

function found<Value>(value: Value | undefined, name: string): Value {
  if (value === undefined) throw new Error(`there is no ${name}`);
  return value;
}
