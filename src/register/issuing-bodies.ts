/**
 * Bodies that issue documents, keep registrations or decide on a person, with their names in every language. A body of
 * asylum is marked: whatever names one is released to nobody (A-10.4c).
 */
import type { Language } from '../base/index.js';
import { AUTHORITIES } from '../treaty/index.js';
import { BODY_NAMES } from './issuing-body-names.js';

export interface IssuingBody {
  readonly code: string;
  /** True where the body's name alone tells that somebody asked for asylum. */
  readonly asylum: boolean;
  readonly name: Readonly<Record<Language, string>>;
}

const ASYLUM_BODIES: readonly string[] = ['AZ-SMS-ASYLUM', 'KZ-MLSPP-ASYLUM', 'BE-CGRS', 'UNHCR'];

const competent = Object.values(AUTHORITIES).map(({ code, name }) => ({ code, name }));
const others = Object.entries(BODY_NAMES).map(([code, [ru, en, az, kk]]) => ({
  code,
  name: { ru, en, az, kk },
}));

const bodies: ReadonlyMap<string, IssuingBody> = new Map(
  [...competent, ...others].map((body) => [
    body.code,
    { ...body, asylum: ASYLUM_BODIES.includes(body.code) },
  ]),
);

/** The body of this code, or undefined where the register knows no names for it. */
export function issuingBodyOf(code: string): IssuingBody | undefined {
  return bodies.get(code);
}

/** Codes of the bodies of asylum, for the predicate that drops their rows. */
export function asylumBodies(): readonly string[] {
  return ASYLUM_BODIES;
}

/** Codes of every body the register has names for. */
export function issuingBodies(): readonly string[] {
  return [...bodies.keys()];
}
