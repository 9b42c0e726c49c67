/** The operation lists of the settings, and what the operator hears of operations that do not stand on them. */
import type { Config } from './config.js';
import type { Metrics, OperatorLog } from './http/index.js';
import { openSafelist, type Safelist } from './safelist/index.js';

interface SafelistGround {
  readonly config: Pick<Config, 'safelist'>;
  readonly metrics: Metrics;
  readonly security: OperatorLog;
}

/** Opens the lists: what is not listed is counted by step, and its hash noted; whose it was, the ledger says. */
export function openListsOf({ config, metrics, security }: SafelistGround): Safelist {
  const count = metrics.counter(
    'sorgu_operations_not_listed',
    'Operations that their list does not have, by the step of the list.',
    ['step'],
  );
  return openSafelist({
    lists: config.safelist,
    onUnlisted(step, operation) {
      count(step);
      security.noteUnlisted(step, operation);
    },
  });
}
