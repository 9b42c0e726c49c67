/** The law in force, read from the settings and from what is recorded, anew whenever a record was made and on every day. */
import type { Clock } from './base/index.js';
import type { Config } from './config.js';
import { SAMPLE_STATUS } from './development/index.js';
import type { LifeRooms } from './exchange/index.js';
import { isEntryOf } from './journal/index.js';
import {
  type InstrumentSetting,
  type Law,
  type LawInForce,
  openLaw,
  policyVersion,
  readLaw,
} from './policy/index.js';
import type * as store from './store/index.js';
import { type Day, dayOf, type LifeRecord, loadInstruments } from './treaty/index.js';

export interface LiveLaw extends LawInForce {
  /** The version of the policy as it stands now. */
  policy(): string;
  /** What the desk of the life of the instruments is handed of it. */
  readonly ground: Pick<LifeRooms, 'known' | 'settings' | 'takeEffect'>;
}

interface LawGround {
  readonly config: Pick<Config, 'mode' | 'instruments'>;
  readonly records: Pick<store.InstrumentRecords, 'list'>;
  /** What stands in the ledger under an id. */
  readonly entriesOf: (id: string) => Promise<readonly { readonly leaf: string }[]>;
  readonly clock: Clock;
  /** Told where a record is missing, or does not stand in the ledger as it stands here. */
  readonly onDoubt: () => void;
}

/** Opens it; rejects with Refusal(UNAVAILABLE) where the records cannot be read. */
export async function openLawInForce(ground: LawGround): Promise<LiveLaw> {
  const { config, records, clock } = ground;
  const settings = settingsOf(config);
  const grantUnconfirmed = config.mode === 'development';
  let known: readonly LifeRecord[] = [];
  let doubted = true;
  const readRecords = async (): Promise<void> => {
    const kept = await records.list();
    // None is ever removed: where there are fewer than were read before, somebody else removed them.
    const isFewer = kept.length < known.length;
    doubted = isFewer || (await isDoubted(ground, kept));
    if (!isFewer) known = kept;
    if (doubted) ground.onDoubt();
  };
  await readRecords();
  // One reading after another: of two at once the older one might end last, and take back what the newer one had read.
  let reading: Promise<void> = Promise.resolve();
  let read: { readonly law: Law; readonly policy: string; readonly today: Day } | null = null;
  const now = () => {
    const today = dayOf(clock.now());
    if (read?.today !== today) {
      const law = readLaw({ settings, grantUnconfirmed, records: known, today, doubted });
      read = { law, today, policy: policyVersion(law.granting.values()) };
    }
    return read;
  };
  return {
    ...openLaw(() => now().law),
    policy: () => now().policy,
    ground: {
      known: loadInstruments(),
      settings: new Map([...settings].map(([id, { status }]) => [id, status])),
      async takeEffect() {
        const own = reading.then(readRecords);
        reading = own.catch(() => undefined);
        await own;
        read = null;
      },
    },
  };
}

/**
 * Whether a record is missing among them, or one is not as the ledger has it: who can write to the database cannot end an
 * instrument, or open what is disputed, unseen. The last ones taken away leave no gap: those the ledger alone still has.
 */
async function isDoubted(
  { entriesOf }: LawGround,
  kept: readonly store.KeptRecord[],
): Promise<boolean> {
  for (const [i, record] of kept.entries()) {
    const entries = await entriesOf(record.id);
    if (record.number !== i + 1 || !entries.some(({ leaf }) => isEntryOf(leaf, record)))
      return true;
  }
  return false;
}

// Development's dates are the sample's, until the operator's own stand in their place.
function settingsOf({
  mode,
  instruments,
}: LawGround['config']): ReadonlyMap<string, InstrumentSetting> {
  if (mode !== 'development') return instruments;
  const settings = new Map<string, InstrumentSetting>();
  for (const [id, status] of SAMPLE_STATUS) settings.set(id, { status, closings: [] });
  for (const [id, own] of instruments) settings.set(id, own);
  return settings;
}
