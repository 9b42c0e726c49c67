/**
 * Reads attacker-controlled JSON against a message schema. A fault is a code and a place; neither holds anything of the
 * value, and a member that is not known is `*`, because its name is the sender's own text.
 */
import type { Json } from '../../base/index.js';
import { hasHiddenCharacter } from './forms.js';
import type {
  EitherSchema,
  ListSchema,
  MessageSchema,
  NumberSchema,
  RecordSchema,
  TextSchema,
} from './message-schema.js';

/** Why JSON is not the message it should be. Closed: the words for each stand in the catalogue. */
export const MESSAGE_FAULTS = [
  'WRONG_TYPE',
  'UNKNOWN_MEMBER',
  'MISSING_MEMBER',
  'WRONG_CODE',
  'WRONG_FORM',
  'CONTROL_CHARACTER',
  'OUT_OF_RANGE',
  'TOO_LONG',
  'TOO_MANY',
  'WRONG_NUMBERING',
] as const;
export type MessageFaultCode = (typeof MESSAGE_FAULTS)[number];

export interface MessageFault {
  readonly code: MessageFaultCode;
  /** The path of members: `subjects[0].names[1].surname`; empty for the message itself. */
  readonly at: string;
}

/** Gives every fault of a value, none where it is what the schema says. Never throws. */
export type MessageCheck = (value: Json, at?: string) => readonly MessageFault[];

const FINE: readonly MessageFault[] = [];
const fault = (code: MessageFaultCode, at: string): readonly MessageFault[] => [{ code, at }];

/** Compiles a schema once; its patterns are read here and nowhere else. */
export function compileCheck(schema: MessageSchema): MessageCheck {
  if ('const' in schema) return choice([schema.const]);
  if ('enum' in schema) return choice(schema.enum);
  if ('anyOf' in schema) return either(schema);
  switch (schema.type) {
    case 'null':
      return (value, at = '') => (value === null ? FINE : fault('WRONG_TYPE', at));
    case 'boolean':
      return (value, at = '') => (typeof value === 'boolean' ? FINE : fault('WRONG_TYPE', at));
    case 'string':
      return text(schema);
    case 'integer':
      return integer(schema);
    case 'array':
      return list(schema);
    case 'object':
      return record(schema);
  }
}

const choice =
  (values: readonly (string | number)[]): MessageCheck =>
  (value, at = '') =>
    values.some((known) => known === value) ? FINE : fault('WRONG_CODE', at);

// What no alternative takes is told in the words of the nearest one: that with the fewest faults, the first of several.
function either({ anyOf }: EitherSchema): MessageCheck {
  const checks = anyOf.map(compileCheck);
  return (value, at = '') =>
    checks
      .map((check) => check(value, at))
      .reduce((nearest, faults) => (faults.length < nearest.length ? faults : nearest));
}

function text({ maxLength, pattern }: TextSchema): MessageCheck {
  const form = new RegExp(pattern, 'u');
  return (value, at = '') => {
    if (typeof value !== 'string') return fault('WRONG_TYPE', at);
    if (isLonger(value, maxLength)) return fault('TOO_LONG', at);
    if (form.test(value)) return FINE;
    return fault(hasHiddenCharacter(value) ? 'CONTROL_CHARACTER' : 'WRONG_FORM', at);
  };
}

// A code point is one or two UTF-16 units: what is far too long is not counted.
const isLonger = (value: string, most: number): boolean =>
  value.length > most && (value.length > most * 2 || [...value].length > most);

function integer({ minimum, maximum }: NumberSchema): MessageCheck {
  return (value, at = '') => {
    if (typeof value !== 'number' || !Number.isInteger(value)) return fault('WRONG_TYPE', at);
    return value < minimum || value > maximum ? fault('OUT_OF_RANGE', at) : FINE;
  };
}

function list({ items, maxItems }: ListSchema): MessageCheck {
  const check = compileCheck(items);
  return (value, at = '') => {
    if (!isList(value)) return fault('WRONG_TYPE', at);
    if (value.length > maxItems) return fault('TOO_MANY', at);
    return value.flatMap((member, index) => check(member, `${at}[${index}]`));
  };
}

function record({ properties }: RecordSchema): MessageCheck {
  const checks = Object.entries(properties).map(
    ([name, schema]) => [name, compileCheck(schema)] as const,
  );
  return (value, at = '') => {
    if (!isObject(value)) return fault('WRONG_TYPE', at);
    const known = checks.flatMap(([name, check]) => {
      const place = at === '' ? name : `${at}.${name}`;
      const member = Object.hasOwn(value, name) ? value[name] : undefined;
      return member === undefined ? fault('MISSING_MEMBER', place) : check(member, place);
    });
    const isForeign = Object.keys(value).some((name) => !Object.hasOwn(properties, name));
    return isForeign ? [...known, ...fault('UNKNOWN_MEMBER', `${at}.*`.replace(/^\./, ''))] : known;
  };
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
const isObject = (value: Json): value is { readonly [name: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
