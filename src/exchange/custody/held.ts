/**
 * The values of a holding as they may be used now: those that came, without what was recalled, and what was corrected in
 * the place of what it corrects. They are read out of custody, value by value: what has ended or was destroyed is not
 * among them.
 */
import { parseStrictJson } from '../../base/index.js';
import {
  asTold,
  type CustodyFile,
  currentValues,
  groupOf,
  type Holding,
  isItemGroup,
  type Matter,
  mergeValues,
  type SubjectValues,
} from '../../custody/index.js';
import { answerInForce } from '../holding/in-force.js';
import type { ExchangeRooms } from '../rooms.js';
import { packedValues } from './packed-values.js';

type HeldRooms = Pick<ExchangeRooms, 'cases' | 'custody' | 'post' | 'own' | 'book'>;

/** Opens the reading of what is held; null where a package does not open. */
export function openHeldValues(rooms: HeldRooms): ExchangeRooms['held'] {
  return async (file, { purpose, isStated }) => {
    const all = await rooms.custody.holdings(file.about.id);
    const holdings = isStated ? all.filter((one) => one.purpose === purpose) : all;
    const source = await firstSource(rooms, file);
    const came = await valuesFrom(rooms, { file, holdings, source });
    if (came === null) return null;
    const brought = new Map<string, readonly SubjectValues[]>();
    for (const matter of file.matters) {
      const from = { file, holdings, source: broughtBy(matter) };
      brought.set(matter.id, (await valuesFrom(rooms, from)) ?? []);
    }
    const passed = file.matters.filter(({ kind }) => kind === 'TRANSFER');
    const base = mergeValues(came, ...passed.map(({ id }) => brought.get(id) ?? []));
    return currentValues(file, base, brought);
  };
}

/** Under which source it came at first; undefined where it came by transfers alone. */
export async function firstSource(
  { cases }: Pick<ExchangeRooms, 'cases'>,
  { about }: CustodyFile,
): Promise<string | undefined> {
  if (about.kind === 'PROVISION') return about.digest;
  const file = await cases.load(about.id);
  return file && answerInForce(file.case.chain)?.source;
}

/** What a matter brought here is held under the digest of the message that opened it. */
export const broughtBy = ({ side, steps }: Matter): string | undefined =>
  side === 'RECIPIENT' ? steps[0]?.digest : undefined;

interface From {
  readonly file: CustodyFile;
  readonly holdings: readonly Holding[];
  readonly source: string | undefined;
}

async function valuesFrom(
  rooms: HeldRooms,
  { file, holdings, source }: From,
): Promise<readonly SubjectValues[] | null> {
  const values: (readonly SubjectValues[])[] = [];
  for (const holding of holdings.filter((one) => one.source === source)) {
    const read = isWhole(holding)
      ? await wholeValues(rooms, file, holding)
      : await valuesOf(rooms, holding);
    if (read === null) return null;
    values.push(read);
  }
  return mergeValues(...values);
}

/** A provision is held as the package that it came in. */
const isWhole = ({ kind, source, digest }: Holding): boolean =>
  kind === 'PROVISION' && source === digest;

async function wholeValues(
  rooms: HeldRooms,
  file: CustodyFile,
  holding: Holding,
): Promise<readonly SubjectValues[] | null> {
  const [found] = await rooms.custody.find(holding, { ns: [0], groups: ['PACKAGE'] });
  if (found === undefined) return [];
  // Whose key it is was judged when the package came; it is read by that key whatever became of it since.
  return packedValues(rooms, { file, jwe: found.text, find: (kid) => rooms.book.key(kid) });
}

async function valuesOf(
  { custody }: Pick<HeldRooms, 'custody'>,
  holding: Holding,
): Promise<readonly SubjectValues[]> {
  const { subjects } = holding;
  const groups = [...new Set(subjects.flatMap(({ items }) => items.map(groupOf)))];
  const found = await custody.find(holding, { ns: subjects.map(({ n }) => n), groups });
  const told = found.flatMap(({ n, group, text }) =>
    isItemGroup(group) ? [{ n, values: asTold(group, parseStrictJson(Buffer.from(text))) }] : [],
  );
  return mergeValues(told);
}
