/**
 * The values of a holding as they may be used now: those that came, without what was recalled, and what was corrected in
 * the place of what it corrects. They are read out of the packages, which stay encrypted at rest.
 */
import { type Json, parseStrictJson } from '../../base/index.js';
import {
  type CustodyFile,
  currentValues,
  mergeValues,
  readExport,
  type SubjectValues,
  valuesIn,
} from '../../custody/index.js';
import type { ExchangeRooms } from '../rooms.js';

type HeldRooms = Pick<ExchangeRooms, 'cases' | 'provisions' | 'custody' | 'post' | 'own' | 'book'>;
type FindSender = Parameters<ExchangeRooms['post']['openAnswer']>[1]['find'];

/** Opens the reading of what is held; null where a package does not open. */
export function openHeldValues(rooms: HeldRooms): ExchangeRooms['held'] {
  // Whose key it is was judged when the package came; it is read by that key whatever became of it since.
  const find: FindSender = (kid) => rooms.book.key(kid);
  return async (file) => {
    const first = await firstPackage(rooms, file);
    const came = first === null ? [] : await valuesOf(rooms, { file, jwe: first, find });
    if (came === null) return null;
    const brought = new Map<string, readonly SubjectValues[]>();
    for (const { matter, package: jwe } of await rooms.custody.packages(file.about.id)) {
      brought.set(matter, (await valuesOf(rooms, { file, jwe, find })) ?? []);
    }
    const passed = file.matters.filter(({ kind }) => kind === 'TRANSFER');
    const base = mergeValues(came, ...passed.map(({ id }) => brought.get(id) ?? []));
    return currentValues(file, base, brought);
  };
}

/** The package of the case or of the provision; null where it came by transfers alone. */
async function firstPackage(
  { cases, provisions }: HeldRooms,
  { about }: CustodyFile,
): Promise<string | null> {
  if (about.kind === 'REQUEST') return (await cases.load(about.id))?.answer ?? null;
  return (await provisions.load(about.id))?.package ?? null;
}

export interface PackedValues {
  readonly file: Pick<CustodyFile, 'about' | 'received'>;
  readonly jwe: string;
  readonly find: FindSender;
}

/** The values in a package about a holding; null where it is not one, or does not open. */
export async function valuesOf(
  { post, own }: Pick<ExchangeRooms, 'post' | 'own'>,
  { file, jwe, find }: PackedValues,
): Promise<readonly SubjectValues[] | null> {
  const opened = await post.openAnswer(jwe, { own, find });
  if ('fault' in opened) return null;
  try {
    return valuesOfText(file, parseStrictJson(Buffer.from(opened.answer)));
  } catch {
    return null;
  }
}

function valuesOfText(
  { about, received }: PackedValues['file'],
  json: Json,
): readonly SubjectValues[] | null {
  for (const transfer of received) {
    const values = readExport(json, { about, transfer });
    if (values !== null) return values;
  }
  const { kind, request, provision, digest, answers } = membersOf(json);
  const id = about.kind === 'REQUEST' ? request : provision;
  const isIts =
    kind === (about.kind === 'REQUEST' ? 'ANSWER' : 'PROVISION') &&
    id === about.id &&
    digest === about.digest;
  if (!isIts || !Array.isArray(answers)) return null;
  return mergeValues(...answers.map((one: Json) => valuesIn(answerIn(one))));
}

function answerIn(packed: Json): Json {
  const { answer } = membersOf(packed);
  return typeof answer === 'string' ? parseStrictJson(Buffer.from(answer)) : null;
}

const membersOf = (json: Json): { readonly [name: string]: Json } =>
  typeof json === 'object' && json !== null && !Array.isArray(json)
    ? (json as { readonly [name: string]: Json })
    : {};
