/** One line of an import file -> a person, or the fault that keeps it out. */
import type { PersonRecord } from '../person.js';
import { readPerson } from './person-reader.js';
import { type LineFault, Reading } from './reading.js';

/** The longest line that is read at all, in bytes. */
export const MAX_LINE_BYTES = 4 * 1024 * 1024;

/** Why a line was not taken; `field` is the path to it, empty where the line as a whole is at fault. */
export interface FaultyLine {
  readonly code: LineFault;
  readonly field: string;
}

export type ParsedLine =
  | { readonly person: PersonRecord; readonly fault?: undefined }
  | { readonly person?: undefined; readonly fault: FaultyLine };

/**
 * Parses a line (RFC 8259 JSON). The person comes in canonical form: fields in one order, nulls left out, so that
 * `JSON.stringify` of it is the same text for the same content.
 */
export function parsePerson(line: string): ParsedLine {
  if (line.length > MAX_LINE_BYTES) return faulty('LINE_TOO_LONG');
  const value = parseJson(line);
  if (value === undefined) return faulty('NOT_JSON');
  const at = new Reading();
  const person = readPerson(value, at);
  if (person === undefined) return faulty(at.fault ?? 'WRONG_TYPE', at.field);
  return { person };
}

const faulty = (code: LineFault, field = ''): ParsedLine => ({ fault: { code, field } });

// The error of JSON.parse quotes the line: it goes no further than here.
function parseJson(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}
