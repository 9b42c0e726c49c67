/** The commands of the operation lists: the schema and the settings alone. */
import * as cli from './cli/index.js';
import { buildGraphSchema, hashDocuments } from './graph/index.js';
import { settings } from './main-ground.js';

export const operationTools: Pick<cli.Tools, 'hashOperations' | 'checkOperations'> = {
  async hashOperations(files, voice) {
    return cli.hashOperations(files, hashDocuments(buildGraphSchema()), voice);
  },

  async checkOperations(wishes, voice) {
    const { safelist: lists } = settings('maintain');
    const hash = hashDocuments(buildGraphSchema());
    return cli.checkOperations(wishes, { lists, hash }, voice);
  },
};
