/**
 * Readers of one line of an import: each takes a value of JSON and gives it back in canonical form, or notes a fault.
 * A fault is a code and the path of fields to it. Neither holds anything of the value: lines are personal data, and the
 * name of an unknown field is the sender's own text.
 */

/** Why a line cannot be a person. Closed: the words for each stand in the catalogue of messages. */
export const LINE_FAULTS = [
  'LINE_TOO_LONG',
  'NOT_UTF8',
  'NOT_JSON',
  'WRONG_TYPE',
  'UNKNOWN_FIELD',
  'MISSING',
  'EMPTY',
  'TOO_LONG',
  'TOO_MANY',
  'CONTROL_CHARACTER',
  'BAD_CODE',
  'BAD_DATE',
  'BAD_BASE64',
  'IMAGE_TOO_LARGE',
] as const;
export type LineFault = (typeof LINE_FAULTS)[number];

/** Where a line is being read, and the first fault met. One lives as long as one line. */
export class Reading {
  readonly trail: (string | number)[] = [];
  fault: LineFault | undefined;

  /** Notes the fault; the trail stays where it is. */
  refuse(fault: LineFault): undefined {
    this.fault = fault;
    return undefined;
  }

  /** The path to the fault: `documents[2].issuedOn`; `*` stands for a field that is not known. */
  get field(): string {
    return this.trail
      .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
      .join('')
      .replace(/^\./, '');
  }
}

/** Gives the value in canonical form, or undefined; whether that is a fault, `at.fault` tells. */
export type Reader<T> = (value: unknown, at: Reading) => T | undefined;

/** A reader for every field of a record type: one that is left out does not compile. */
export type Fields<T> = { readonly [K in keyof T]-?: Reader<NonNullable<T[K]>> };

/**
 * A record of these fields and no others. Its canonical form has them in the order of the table, without those that
 * are null, so that the same content has one text.
 */
export function record<T extends object>(
  fields: Fields<T>,
  required: readonly (keyof T & string)[] = [],
): Reader<T> {
  const readers = Object.entries<Reader<unknown>>(fields);
  return (value, at) => {
    if (!isObject(value)) return at.refuse('WRONG_TYPE');
    const out: Record<string, unknown> = {};
    const known = readMembers(readers, { from: value, into: out, at });
    if (at.fault !== undefined) return undefined;
    if (known !== Object.keys(value).length) return unknownField(at);
    const missing = required.find((name) => out[name] === undefined);
    if (missing !== undefined) return missingField(missing, at);
    // Every member came from the reader of its field in the table, which is typed by T.
    return out as T;
  };
}

/** A list of at most `most` records or values. */
export function list<T>(item: Reader<T>, most: number): Reader<readonly T[]> {
  return (value, at) => {
    if (!Array.isArray(value)) return at.refuse('WRONG_TYPE');
    if (value.length > most) return at.refuse('TOO_MANY');
    const out: T[] = [];
    for (const [index, member] of value.entries()) {
      at.trail.push(index);
      const read = item(member, at);
      if (read === undefined) return undefined;
      at.trail.pop();
      out.push(read);
    }
    return out;
  };
}

interface Members {
  readonly from: Readonly<Record<string, unknown>>;
  readonly into: Record<string, unknown>;
  readonly at: Reading;
}

/** Reads each field of the table that is there; returns how many were. */
function readMembers(
  readers: readonly (readonly [string, Reader<unknown>])[],
  { from, into, at }: Members,
): number {
  let known = 0;
  for (const [name, read] of readers) {
    const member = from[name];
    if (member === undefined) continue;
    known += 1;
    if (member === null) continue;
    at.trail.push(name);
    into[name] = read(member, at);
    if (at.fault !== undefined) return known;
    at.trail.pop();
  }
  return known;
}

function unknownField(at: Reading): undefined {
  at.trail.push('*');
  return at.refuse('UNKNOWN_FIELD');
}

function missingField(name: string, at: Reading): undefined {
  at.trail.push(name);
  return at.refuse('MISSING');
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
