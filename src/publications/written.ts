/** Reading one member of what was written: a value, or the faults of it. Attacker-controlled; nothing of it is repeated. */
import type { Json } from '../base/index.js';
import type { PublicationFault, PublicationFaultCode } from './publication.js';

/** Finds the faults of a whole document at once. */
export class Written {
  readonly faults: PublicationFault[] = [];

  /** Notes a fault; null stands for the value that is not there. */
  fault(code: PublicationFaultCode, at: string): null {
    this.faults.push({ code, at });
    return null;
  }

  /** The members of an object whose names are these; a member that is none of them is a fault. */
  members(value: Json | undefined, at: string, names: readonly string[]): Members {
    if (!isObject(value)) {
      this.fault('WRONG_FORM', at);
      return {};
    }
    const odd = Object.keys(value).some((name) => !names.includes(name));
    // Which one is not said: its name is what was sent.
    if (odd) this.fault('UNKNOWN_MEMBER', at);
    return value;
  }

  /** A text that is not blank. */
  text(value: Json | undefined, at: string, longest: number): string | null {
    if (typeof value !== 'string' || !isPlain(value) || value.trim() === '') {
      return this.fault('WRONG_FORM', at);
    }
    return value.length > longest ? this.fault('TOO_LONG', at) : value.normalize('NFC').trim();
  }

  /** The same, or null where it is left out. */
  textOrNone(value: Json | undefined, at: string, longest: number): string | null {
    return value === undefined || value === null ? null : this.text(value, at, longest);
  }

  /** One of a closed list. */
  oneOf<T extends string>(
    value: Json | undefined,
    list: readonly T[],
    on: { readonly code: PublicationFaultCode; readonly at: string },
  ): T | null {
    return list.find((known) => known === value) ?? this.fault(on.code, on.at);
  }
}

export type Members = Readonly<Record<string, Json | undefined>>;

/** A list, or none where it is left out or is no list. */
export const listOf = (value: Json | undefined): readonly Json[] | undefined =>
  isList(value) ? value : undefined;

// Array.isArray alone does not narrow a readonly array.
const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);
export const isObject = (value: Json | undefined): value is { readonly [name: string]: Json } =>
  typeof value === 'object' && value !== null && !isList(value);

/** Controls, what no XML may carry (XML 1.0, 2.2), and what turns the direction of writing. */
const unprintable = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c\ufeff\ufffe\uffff]/u;
const lineEnds = /[\t\n\r]/g;

/** Whether a text is made of characters that are written, spaces, tabs and line ends. */
export const isPlain = (text: string): boolean => !unprintable.test(text.replace(lineEnds, ''));
