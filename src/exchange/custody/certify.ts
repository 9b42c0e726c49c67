/**
 * The certificate of a destruction goes to its provider (11(5)): a matter of its own, which names what was destroyed by
 * commitment, and the digest under which the entry of it stands in the log that both keep. It opens once, however often
 * a run is taken up.
 */
import {
  type CustodyAct,
  type Destruction,
  destructionDigest,
  type Holding as HeldHere,
  isItemGroup,
  itemsIn,
  type Scope,
} from '../../custody/index.js';
import { ITEMS, type Item, widest } from '../../treaty/index.js';
import type { ExchangeRooms } from '../rooms.js';
import { type Holding, holdingOf, subjectsOf } from './holding.js';
import { keepCustody, leaveCustody, makeStep } from './steps.js';

/** Tells the provider; told already, or where none has a gateway to tell, nothing changes. `at`: in milliseconds. */
export async function certifyDestroyed(
  rooms: ExchangeRooms,
  destruction: Destruction,
  at: number,
): Promise<void> {
  const { case: about } = destruction;
  const id = matterOf(destruction);
  await rooms.custodyFiles.change(about, async (found) => {
    const holding = await holdingOf(rooms, about, found);
    const isTold = holding?.file.matters.some((matter) => matter.id === id) ?? true;
    if (holding === undefined || holding.file.from === null || isTold) return leaveCustody(null);
    const { file } = holding;
    const act = certificateOf(destruction, await scopeOf(rooms, destruction, holding), at);
    const by = { role: 'GATEWAY', officer: rooms.gateway } as const;
    const step = { id, matter: id, to: file.provider, side: 'RECIPIENT', act, by } as const;
    const made = await makeStep(rooms, { file, made: [] }, step);
    if ('fault' in made) throw new Error('a certificate is not in the table');
    return keepCustody(rooms, made, { value: null });
  });
}

function certificateOf(
  destruction: Destruction,
  scope: Scope,
  destroyedAt: number,
): Extract<CustodyAct, { kind: 'DESTRUCTION'; step: 'TELL' }> {
  const { ground, clause, values } = destruction;
  return {
    ...({ kind: 'DESTRUCTION', step: 'TELL' } as const),
    ...{ scope, destroyedAt, ground, act: clause, destruction: destructionDigest(destruction) },
    commitments: [...new Set(values.map(({ commitment }) => commitment))],
  };
}

/** Of the values that are gone; a package that goes alone tells of everybody and everything that its purpose was told. */
async function scopeOf(
  { custody, instruments }: ExchangeRooms,
  { case: id, source, instrument, values }: Destruction,
  holding: Holding,
): Promise<Scope> {
  const told = values.filter(({ group }) => isItemGroup(group));
  const held = (await custody.holdings(id)).filter(
    (one) => one.source === source && values.some(({ purpose }) => purpose === one.purpose),
  );
  const subjects = told.length > 0 ? told : held.flatMap((one) => one.subjects);
  const named = told.flatMap(({ group }) => (isItemGroup(group) ? itemsIn(group) : []));
  const items: readonly Item[] = told.length > 0 ? named : itemsOf(held);
  const text = instruments.get(instrument);
  // Of whatever version it was given under.
  const known = text === undefined ? {} : widest(text).items;
  return {
    subjects: unique(subjects.length > 0 ? subjects.map(({ n }) => n) : subjectsOf(holding)),
    items: ITEMS.filter((item) => items.includes(item) && known[item] !== undefined),
  };
}

/** What is held of anybody; of a package that did not open, what its purpose opens. */
function itemsOf(held: readonly HeldHere[]): readonly Item[] {
  const told = held.flatMap(({ subjects }) => subjects.flatMap(({ items }) => items));
  const opened = held.flatMap(({ clauses }) => Object.keys(clauses));
  return ITEMS.filter((item) => (told.length > 0 ? told : opened).some((one) => one === item));
}

const unique = (numbers: readonly number[]): readonly number[] =>
  [...new Set(numbers)].sort((one, other) => one - other);

/** Made of what is destroyed, in the form of a UUID version 4: the same however often the run is taken up. */
function matterOf(destruction: Destruction): string {
  const hex = destructionDigest(destruction);
  const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) % 4];
  const form = `${hex.slice(0, 12)}4${hex.slice(13, 16)}${variant}${hex.slice(17, 32)}`;
  return form.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
