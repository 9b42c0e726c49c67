/** The values in a package about a holding: an answer's, a provision's, or those of a transfer. */
import { type Json, parseStrictJson } from '../../base/index.js';
import {
  type CustodyFile,
  mergeValues,
  readExport,
  type SubjectValues,
  valuesIn,
} from '../../custody/index.js';
import type { ExchangeRooms } from '../rooms.js';

type FindSender = Parameters<ExchangeRooms['post']['openAnswer']>[1]['find'];

export interface PackedValues {
  readonly file: Pick<CustodyFile, 'about' | 'received'>;
  /** Compact JWE; attacker-controlled. */
  readonly jwe: string;
  readonly find: FindSender;
}

/** The values; null where the package is not about this holding, or does not open. */
export async function packedValues(
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
