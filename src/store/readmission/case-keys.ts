/**
 * The keys of readmission cases: one for what both sides are told, one for the notes of this authority. They are held in
 * custody as what was received is, each until the end of its case: wrapped by keys outside the database, bound to the case
 * and to that end, read by the clock, destroyed by its runs with an entry of their own.
 */
import { randomBytes } from 'node:crypto';
import { Refusal } from '../../base/index.js';
import type { CaseKeyKind, Holding } from '../../custody/index.js';
import type { Custody, NewValue } from '../custody/custody.js';
import { KEY_LENGTH } from '../custody/sealing.js';

export interface CaseKey {
  readonly key: Uint8Array;
  readonly holding: Holding;
}

export interface CaseKeys {
  /** ENDED where its end has come or it was destroyed; undefined where there never was a case. `request` may be anything. */
  find(request: string, kind: CaseKeyKind): Promise<CaseKey | 'ENDED' | undefined>;
  /** As `find`; rejects with Refusal(UNAVAILABLE) where there is none. */
  need(request: string, kind: CaseKeyKind): Promise<CaseKey>;
  /** Makes both, to be held until the end of the holding; where they were made before, nothing changes. */
  make(holding: Omit<Holding, 'kind' | 'source'>): Promise<void>;
  /** Moves the end; false where it is no longer as it was found. */
  move(holding: Holding, until: number): Promise<boolean>;
}

const KIND = 'READMISSION';

/** Opens them. */
export function openCaseKeys(custody: Custody): CaseKeys {
  const find: CaseKeys['find'] = async (request, kind) => {
    const holding = (await custody.holdings(request)).find((one) => one.kind === KIND);
    if (holding === undefined) return undefined;
    const [found] = await custody.find(holding, { ns: [0], groups: [kind] });
    if (found === undefined || holding.endsAt <= custody.now()) return 'ENDED';
    return { key: Buffer.from(found.text, 'base64'), holding };
  };
  return {
    find,
    async need(request, kind) {
      const found = await find(request, kind);
      if (found === undefined || found === 'ENDED') {
        throw new Refusal('UNAVAILABLE', { retryAfter: 1 });
      }
      return found;
    },
    make: (holding) =>
      custody.keep([
        {
          holding: { ...holding, kind: KIND, source: KIND },
          values: [newKey('CASE_KEY'), newKey('NOTES_KEY')],
        },
      ]),
    move: (holding, until) => custody.extend(holding, until),
  };
}

const newKey = (group: CaseKeyKind): NewValue => ({
  ...{ n: 0, group },
  text: randomBytes(KEY_LENGTH).toString('base64'),
});
