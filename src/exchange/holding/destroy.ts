/**
 * Destruction (11(5)): what has ended, or was taken back, is planned; its entry is sealed; what stays is wrapped anew and
 * what goes is removed; the old keys are erased; its provider is told, signed. Each step is on disk before the
 * next and may be done again, so a run that was cut off anywhere is taken up there. Nobody could read any of it since
 * its end: reading goes by the clock, not by this job.
 */
import { canonicalJson } from '../../base/index.js';
import {
  type CustodyFile,
  type Destruction,
  type DestructionCertificate,
  type DestructionGround,
  groundOf,
  retentionRule,
} from '../../custody/index.js';
import { destroyedEntry } from '../../journal/index.js';
import type { DueValue, Erasure, NewCertificate } from '../../store/index.js';
import { isClause } from '../../treaty/index.js';
import { certifyDestroyed } from '../custody/certify.js';
import type { ExchangeRooms } from '../rooms.js';

/** Values of one run: its plan is one row, and its entries are sealed one after the other. */
const AT_ONCE = 2_000;
/** Runs of one call; the next begins where it stopped. */
const MOST_RUNS = 1_000;

/** What destruction needs, with or without a door for partners. */
export interface DestroyRooms
  extends Pick<ExchangeRooms, 'erasures' | 'custodyFiles' | 'ids' | 'ledger' | 'head' | 'gateway'> {
  /** Tells the providers, and gives what was signed for them; none where there is no door. */
  readonly certify: (destructions: readonly Destruction[]) => Promise<readonly NewCertificate[]>;
}

/** Destroys all that is due; resolves when there is no more. Rejects where a step could not be done: nothing is lost. */
export const destroyDue = (rooms: ExchangeRooms): Promise<void> =>
  destroyBy({ ...rooms, certify: (destructions) => certifyAll(rooms, destructions) });

/** As `destroyDue`. */
export async function destroyBy(rooms: DestroyRooms): Promise<void> {
  for (let runs = 0; runs < MOST_RUNS; runs += 1) {
    const run = (await rooms.erasures.unfinished()) ?? (await planRun(rooms));
    if (run === undefined) return;
    await finish(rooms, run);
  }
}

async function planRun(rooms: DestroyRooms): Promise<Erasure | undefined> {
  const { erasures, ids } = rooms;
  const due = await erasures.due(AT_ONCE);
  const values = due.map(({ id }) => id);
  const epochs = await erasures.epochsOf(values);
  if (values.length === 0 && epochs.length === 0) return undefined;
  const id = ids.uuid();
  const run = { id, values, epochs, plan: destructionsIn(id, await groundsOf(rooms, due)) };
  await erasures.plan(run);
  // Of two that plan at once, one stands.
  return erasures.unfinished();
}

async function finish(rooms: DestroyRooms, run: Erasure): Promise<void> {
  const { erasures } = rooms;
  const destructions = readPlan(run);
  switch (run.step) {
    case 'PLANNED':
      for (const destruction of destructions) await sealOne(rooms, destruction);
      await erasures.note(run.id, 'SEALED');
      return finish(rooms, { ...run, step: 'SEALED' });
    case 'SEALED':
      await erasures.rewrap(run);
      await erasures.note(run.id, 'REWRAPPED');
      return finish(rooms, { ...run, step: 'REWRAPPED' });
    case 'REWRAPPED':
      await erasures.eraseKeys(run);
      await erasures.note(run.id, 'ERASED');
      return finish(rooms, { ...run, step: 'ERASED' });
    case 'ERASED':
      return erasures.certify(run.id, await rooms.certify(destructions));
    case 'DONE':
      return;
  }
}

async function sealOne({ ledger, head, gateway }: DestroyRooms, destruction: Destruction) {
  const entry = destroyedEntry(head, destruction, gateway);
  await ledger.seal(entry, Buffer.from(canonicalJson(destruction)));
}

type Grounded = DueValue & { readonly ground: DestructionGround };

/** Each with its ground: of what was taken back, the matters of its file say whether it was replaced. */
async function groundsOf(
  { custodyFiles }: DestroyRooms,
  due: readonly DueValue[],
): Promise<readonly Grounded[]> {
  const taken = new Set(due.filter(({ recalled }) => recalled).map(({ holding }) => holding.case));
  const files = new Map<string, CustodyFile | undefined>();
  for (const id of taken) files.set(id, await custodyFiles.load(id));
  return due.map((value) => {
    if (!value.recalled) return { ...value, ground: 'RETENTION_ENDED' };
    const file = files.get(value.holding.case);
    return { ...value, ground: file === undefined ? 'RECALLED' : groundOf(file, value) };
  });
}

/** One for each answer or provision, and each ground. */
function destructionsIn(run: string, due: readonly Grounded[]): readonly Destruction[] {
  const made = new Map<string, Destruction>();
  for (const value of due) {
    const { ground } = value;
    const { holding, n, group, commitment } = value;
    const key = [holding.case, holding.source, ground].join(' ');
    const before = made.get(key) ?? blank(run, value, ground);
    const one = { purpose: holding.purpose, n, group, commitment };
    made.set(key, { ...before, values: [...before.values, one] });
  }
  return [...made.values()];
}

function blank(run: string, { holding }: DueValue, ground: DestructionGround): Destruction {
  const { kind, case: id, source, instrument, digest, provider, purpose, basis } = holding;
  // 11(5) binds what was received; a case ends by the basis that it was kept under.
  const isCase = kind === 'READMISSION' && isClause(basis);
  const clause = isCase ? basis : (retentionRule(purpose)?.clause ?? '11(5)');
  return {
    ...({ v: 1, kind: 'DESTRUCTION', run, holding: kind, case: id, source } as const),
    ...{ instrument, digest, provider, ground, clause, values: [] },
  };
}

// Written by `planRun` alone.
const readPlan = ({ plan }: Erasure): readonly Destruction[] => plan as readonly Destruction[];

async function certifyAll(
  rooms: ExchangeRooms,
  destructions: readonly Destruction[],
): Promise<readonly NewCertificate[]> {
  for (const destruction of destructions) {
    // Of a case its other side was given nothing to hold: the entry in the log that both keep tells it.
    if (destruction.holding === 'READMISSION') continue;
    await certifyDestroyed(rooms, destruction, rooms.clock.now());
  }
  return certificatesOf(rooms, destructions);
}

function certificatesOf(
  { post, head, clock }: ExchangeRooms,
  destructions: readonly Destruction[],
): Promise<readonly NewCertificate[]> {
  const destroyedAt = new Date(clock.now()).toISOString();
  return Promise.all(
    destructions.map(async (destruction) => {
      const told: DestructionCertificate = {
        ...destruction,
        ...{ recipient: head.ownAuthority, destroyedAt },
      };
      const { case: id, source, provider, ground } = destruction;
      return { case: id, source, provider, ground, certificate: await post.writeCertificate(told) };
    }),
  );
}
