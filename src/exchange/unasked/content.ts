/** What a provision gave, out of its package: signed by the provider's gateway, encrypted to ours, under its digest. */
import { type Json, parseStrictJson } from '../../base/index.js';
import { type ProvisionDocument, provisionDigest } from '../../requests/index.js';
import type { ExchangeRooms } from '../rooms.js';

type FindSender = Parameters<ExchangeRooms['post']['openAnswer']>[1]['find'];

/** The answer inside, as the provider's gateway wrote it; null where the package is not that of this provision. */
export async function openContent(
  { post, own }: Pick<ExchangeRooms, 'post' | 'own'>,
  given: {
    readonly provision: ProvisionDocument;
    readonly package: string;
    readonly find: FindSender;
  },
): Promise<string | null> {
  const opened = await post.openAnswer(given.package, { own, find: given.find });
  if ('fault' in opened) return null;
  try {
    return answerIn(parseStrictJson(Buffer.from(opened.answer)), given.provision);
  } catch {
    return null;
  }
}

function answerIn(json: Json, provision: ProvisionDocument): string | null {
  const { v, kind, provision: id, digest, answers } = membersOf(json);
  const isThis =
    v === 1 && kind === 'PROVISION' && id === provision.id && digest === provisionDigest(provision);
  if (!isThis || !Array.isArray(answers) || answers.length !== 1) return null;
  const { purpose, answer } = membersOf(answers[0] ?? null);
  return purpose === provision.purpose && typeof answer === 'string' ? answer : null;
}

const membersOf = (json: Json): { readonly [name: string]: Json } =>
  typeof json === 'object' && json !== null && !Array.isArray(json)
    ? (json as { readonly [name: string]: Json })
    : {};
