/** The commands of the operation lists: the schemas and the settings alone. */
import * as cli from './cli/index.js';
import { buildGraphSchema, buildStateSubgraph, hashDocuments } from './graph/index.js';
import { settings } from './main-ground.js';
import { AUTHORITIES } from './treaty/index.js';

export const operationTools: Pick<cli.Tools, 'hashOperations' | 'checkOperations'> = {
  async hashOperations({ files, isSubgraph }, voice) {
    return cli.hashOperations(files, hashAt(isSubgraph), voice);
  },

  async checkOperations(wishes, voice) {
    const { safelist: lists } = settings('maintain');
    return cli.checkOperations(wishes, { lists, hash: hashAt(wishes.isSubgraph) }, voice);
  },
};

// A document of the one schema is none of the other's: their root fields have no name in common.
function hashAt(isSubgraph: boolean): cli.HashOperation {
  if (!isSubgraph) return hashDocuments(buildGraphSchema());
  const { country } = AUTHORITIES[settings('maintain').authority];
  return hashDocuments(buildStateSubgraph(country).schema);
}
