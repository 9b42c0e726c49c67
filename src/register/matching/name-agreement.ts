/** How one part of a name agrees with the same part as the register has it, from its letters down to its sound. */
import { fatherSound, phoneticKey } from '../names/name-key.js';
import { soundsOf } from '../names/sounds.js';
import { latinOf } from '../names/transliterate.js';
import type { NameScript } from '../search-key.js';
import { similarity } from './similarity.js';

export const NAME_AGREEMENTS = [
  /** Letter for letter, by the declared tables where the scripts differ. */
  'SAME_LETTERS',
  /** Spelled otherwise, sounding the same. */
  'SAME_SOUND',
  /** The same consonants: another vowel, or the form of the other sex. */
  'SAME_KEY',
  /** A part of the other, word for word: one of two given names. */
  'PART',
  /** Nearly the same sound. */
  'CLOSE',
  'DIFFERENT',
  /** The register has none. */
  'NOT_KNOWN',
  /** The request states none. */
  'NOT_STATED',
] as const;
export type NameAgreement = (typeof NAME_AGREEMENTS)[number];

/** A part of a name made ready to be compared many times. */
export interface HeardPart {
  readonly latin: string;
  readonly sounds: readonly string[];
  readonly keys: readonly string[];
}

export type PartName = 'surname' | 'givenName' | 'patronymic';

/** A part as it is heard, or undefined where it is not there or no table knows a letter of it. */
export function hear(
  part: string | null | undefined,
  script: NameScript,
  name: PartName,
): HeardPart | undefined {
  const heard = part ? soundsOf(part, script) : [];
  if (!part || heard.length === 0) return undefined;
  const sounds = name === 'patronymic' ? heard.map(fatherSound) : heard;
  return { latin: latinOf(part, script), sounds, keys: sounds.map(phoneticKey) };
}

/** How a part agrees, and how much that is worth: 1 for the same letters, 0 for another name. */
export interface PartAgreement {
  readonly agreement: NameAgreement;
  readonly worth: number;
}

// Of a part that the register lacks nothing is known: halfway, so that who has it and agrees comes before.
const NOT_KNOWN: PartAgreement = { agreement: 'NOT_KNOWN', worth: 0.5 };
const NOT_STATED: PartAgreement = { agreement: 'NOT_STATED', worth: 0 };
const LEAST_CLOSE = 0.6;
const SHORTEST_PART = 3;

/** How the part that is stated agrees with the one recorded. */
export function partAgreement(
  stated: HeardPart | undefined,
  recorded: HeardPart | undefined,
): PartAgreement {
  if (stated === undefined) return NOT_STATED;
  if (recorded === undefined) return NOT_KNOWN;
  if (stated.latin === recorded.latin) return { agreement: 'SAME_LETTERS', worth: 1 };
  const near = nearest(stated.sounds, recorded.sounds);
  if (near === 1) {
    const spelling = similarity(stated.latin, recorded.latin);
    return { agreement: 'SAME_SOUND', worth: 0.93 + 0.05 * spelling };
  }
  if (meet(stated.keys, recorded.keys)) {
    return { agreement: 'SAME_KEY', worth: 0.75 + 0.15 * near };
  }
  if (isPart(stated.latin, recorded.latin)) return { agreement: 'PART', worth: 0.85 };
  if (near >= LEAST_CLOSE) return { agreement: 'CLOSE', worth: 0.8 * near };
  return { agreement: 'DIFFERENT', worth: 0 };
}

function nearest(stated: readonly string[], recorded: readonly string[]): number {
  let best = 0;
  for (const a of stated) for (const b of recorded) best = Math.max(best, similarity(a, b));
  return best;
}

const meet = (a: readonly string[], b: readonly string[]): boolean =>
  a.some((one) => b.includes(one));

function isPart(a: string, b: string): boolean {
  const [shorter, longer] = a.length < b.length ? [a, b] : [b, a];
  return shorter.length >= SHORTEST_PART && ` ${longer} `.includes(` ${shorter} `);
}
