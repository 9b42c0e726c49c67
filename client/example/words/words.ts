/** What the page says, in one language; the gateway's own codes and names of fields stay as they are. */
import type { Guarded } from '../../src/index.js';

export interface Words {
  readonly title: string;
  readonly standing: string;
  readonly fields: string;
  readonly ask: string;
  readonly idle: string;
  readonly nobody: string;
  readonly columns: readonly [field: string, outcome: string, detail: string];
  readonly noClause: (instrument: string) => string;
  readonly noAnswer: (code: string) => string;
  readonly unreachable: string;
  readonly states: Readonly<Record<Guarded<unknown>['state'], string>>;
  readonly verified: (index: string, origin: string) => string;
  readonly notVerified: string;
  readonly noReceipt: string;
}
