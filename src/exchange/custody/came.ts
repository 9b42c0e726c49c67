/** What came with a step of custody: values beside it, or a consent; nothing of it is kept where it cannot be meant. */
import {
  accountTold,
  answersAsk,
  type CustodyMessage,
  type HeldConsent,
  type Matter,
  mergeAccounts,
  outstanding,
  type SubjectValues,
  whyNotSaid,
} from '../../custody/index.js';
import { widest } from '../../treaty/index.js';
import { signingKey } from '../keys.js';
import type { ExchangeRooms } from '../rooms.js';
import { isBorneOut } from '../signatory.js';
import type { Taken } from '../taken.js';
import { type Holding, subjectsOf } from './holding.js';
import { packedValues } from './packed-values.js';

export const FAULTY: Taken = { delivery: 'MISDIRECTED', code: 'CUSTODY_FAULTY' };

export interface Arriving {
  readonly message: CustodyMessage;
  readonly jws: string;
  /** Values beside it, encrypted; null where none came. */
  readonly packed: string | null;
}

export interface Came {
  readonly brought: readonly SubjectValues[];
  readonly consent: HeldConsent | null;
}

const NOTHING: Came = { brought: [], consent: null };

/** What came, or what the message comes to without it. */
export async function readWhatCame(
  rooms: ExchangeRooms,
  holding: Holding,
  { message, packed, matter }: Arriving & { readonly matter: Matter | undefined },
): Promise<Came | Taken> {
  const { act } = message;
  if (!isMeant(rooms, holding, message)) return FAULTY;
  if ('account' in act && !isWhole(act, matter)) return FAULTY;
  if (act.step === 'GIVE') {
    const consent = await takeConsent(rooms, message, matter);
    return 'delivery' in consent ? consent : { brought: [], consent };
  }
  if (packed === null) return act.kind === 'TRANSFER' && act.step === 'TELL' ? FAULTY : NOTHING;
  const brought = await packedValues(rooms, {
    file: holding.file,
    jwe: packed,
    find: (kid) => signingKey(rooms, message.from, kid),
  });
  return brought === null
    ? { delivery: 'MISDIRECTED', code: 'PACKAGE_REFUSED' }
    : { brought, consent: null };
}

function isMeant(
  rooms: ExchangeRooms,
  holding: Holding,
  { act, instrument: named }: CustodyMessage,
): boolean {
  const { file } = holding;
  const instrument = rooms.instruments.get(file.instrument);
  if (instrument === undefined || instrument.id !== named) return false;
  const ground = {
    ...{ instrument: widest(instrument), subjects: subjectsOf(holding) },
    now: rooms.clock.now(),
  };
  return whyNotSaid(act, ground) === undefined;
}

type Accounting = Extract<CustodyMessage['act'], { account: unknown }>;

/** All have answered only where nobody is left whom this or an earlier account names. */
const isWhole = ({ step, account }: Accounting, matter: Matter | undefined): boolean =>
  step !== 'ACCOUNT' ||
  outstanding(mergeAccounts(matter === undefined ? [] : accountTold(matter), account)).length === 0;

async function takeConsent(
  rooms: ExchangeRooms,
  { act, from }: CustodyMessage,
  matter: Matter | undefined,
): Promise<HeldConsent | Taken> {
  const ask = matter?.steps[0]?.message;
  if (act.step !== 'GIVE' || ask === undefined) return FAULTY;
  const opened = await rooms.post.openConsent(act.consent, act.key);
  if ('fault' in opened) return FAULTY;
  const { document: consent, kid } = opened;
  const keptAt = rooms.clock.now();
  if (!answersAsk(consent, ask, keptAt))
    return { delivery: 'MISDIRECTED', code: 'CONSENT_DIFFERS' };
  const { instrument, givenAt: writtenAt } = consent;
  const isListed = await isBorneOut(rooms, { authority: from, instrument, kid, writtenAt });
  // Not lost: a notice of change may be under way.
  if (!isListed) return { delivery: 'LATER', code: 'SIGNATORY_NOT_LISTED' };
  return { consent, keptAt };
}
