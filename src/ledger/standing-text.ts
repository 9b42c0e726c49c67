/**
 * What a receipt proves by itself, as a line of a file: canonical JSON of { checkpoint, index, leafHash, origin, proof }.
 * So a log is told to whoever is to hold it against its keeper, without a word of what its entries say.
 */
import { canonicalJson, type Json, readObject } from '../base/index.js';
import type { Standing } from './receipt.js';

/** Writes a line, without its newline. */
export const formatStanding = ({ origin, index, leafHash, proof, checkpoint }: Standing): string =>
  canonicalJson({ origin, index, leafHash, proof, checkpoint });

/** Reads a line; undefined if it is none. */
export function parseStanding(line: string): Standing | undefined {
  const { origin, index, leafHash, proof, checkpoint } = readObject(Buffer.from(line)) ?? {};
  const isWhole =
    typeof origin === 'string' &&
    typeof index === 'number' &&
    typeof leafHash === 'string' &&
    typeof checkpoint === 'string';
  return isWhole && isProof(proof) ? { origin, index, leafHash, proof, checkpoint } : undefined;
}

const isProof = (value: Json | undefined): value is readonly string[] =>
  Array.isArray(value) && value.every((hash) => typeof hash === 'string');
