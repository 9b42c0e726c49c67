/** Which of the two answer types the caller prefers (RFC 9110 section 12.5.1, GraphQL over HTTP section 5.1). */
import { type AnswerType, GRAPHQL_TYPE, JSON_TYPE } from './reply.js';

const LONGEST_HEADER = 1000;
const weight = /^q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/;

interface Range {
  readonly type: string;
  readonly quality: number;
}

/**
 * The preferred type; application/json where the header is missing or a wildcard decides; undefined where neither is
 * acceptable. Attacker-controlled: ranges that do not parse are passed over.
 */
export function negotiate(accept: string | undefined): AnswerType | undefined {
  if (accept === undefined || accept.trim() === '') return JSON_TYPE;
  if (accept.length > LONGEST_HEADER) return undefined;
  const ranges = accept.toLowerCase().split(',').flatMap(readRange);
  const json = qualityOf(ranges, ['application/json', 'application/*', '*/*']);
  const graphql = qualityOf(ranges, ['application/graphql-response+json']) ?? 0;
  if (graphql > 0 && graphql >= (json ?? 0)) return GRAPHQL_TYPE;
  return (json ?? 0) > 0 ? JSON_TYPE : undefined;
}

/**
 * The first of the types that the caller likes no less than the others; undefined where it takes none. A missing header
 * takes all. Attacker-controlled as above.
 */
export function preferred<Type extends string>(
  accept: string | undefined,
  types: readonly Type[],
): Type | undefined {
  if (accept === undefined || accept.trim() === '') return types[0];
  if (accept.length > LONGEST_HEADER) return undefined;
  const ranges = accept.toLowerCase().split(',').flatMap(readRange);
  const liked = types.map((type) => {
    const names = [type, `${type.split('/')[0]}/*`, '*/*'];
    return { type, quality: qualityOf(ranges, names) ?? 0 };
  });
  const best = Math.max(...liked.map(({ quality }) => quality));
  return best > 0 ? liked.find(({ quality }) => quality === best)?.type : undefined;
}

/** The quality by the most specific range that names the type. */
function qualityOf(ranges: readonly Range[], names: readonly string[]): number | undefined {
  const [first] = names.flatMap((name) => ranges.filter(({ type }) => type === name));
  return first?.quality;
}

function readRange(text: string): readonly Range[] {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim());
  const quality = parameters.find((parameter) => parameter.startsWith('q='));
  const charset = parameters.find((parameter) => parameter.startsWith('charset='));
  if (charset !== undefined && !/^charset="?utf-8"?$/.test(charset)) return [];
  if (quality === undefined) return [{ type, quality: 1 }];
  const value = weight.exec(quality)?.[1];
  return value === undefined ? [] : [{ type, quality: Number(value) }];
}
