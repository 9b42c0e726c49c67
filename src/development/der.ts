/** The few types of ASN.1 that a certificate is made of, in DER (X.690). Writes alone; nothing here reads. */

/** Tag numbers, with the bit of a constructed value where it is one. */
const TAGS = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  objectId: 0x06,
  utf8: 0x0c,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;
const CONTEXT = 0x80;
const CONSTRUCTED = 0x20;

const tagged = (tag: number, content: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from([tag]), lengthOf(content.length), content]);

function lengthOf(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length]);
  const hex = length.toString(16);
  const bytes = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
  return Buffer.concat([Buffer.from([0x80 | bytes.length]), bytes]);
}

export const sequence = (...parts: readonly Uint8Array[]): Buffer =>
  tagged(TAGS.sequence, Buffer.concat(parts));

export const set = (...parts: readonly Uint8Array[]): Buffer =>
  tagged(TAGS.set, Buffer.concat(parts));

export const octets = (content: Uint8Array): Buffer => tagged(TAGS.octetString, content);

export const text = (content: string): Buffer => tagged(TAGS.utf8, Buffer.from(content));

/** What DER writes of a boolean: false is always a default, and left out. */
export const yes = (): Buffer => tagged(TAGS.boolean, Buffer.from([0xff]));

/** Bits; `unused` of the last byte do not count. */
export const bits = (content: Uint8Array, unused = 0): Buffer =>
  tagged(TAGS.bitString, Buffer.concat([Buffer.from([unused]), content]));

/** A number above zero of these bytes. */
export function natural(bytes: Uint8Array): Buffer {
  const first = bytes.findIndex((byte) => byte !== 0);
  const shortest = bytes.subarray(Math.max(0, first));
  const sign = (shortest[0] ?? 0) >= 0x80 ? [0] : [];
  return tagged(TAGS.integer, Buffer.concat([Buffer.from(sign), shortest]));
}

/** An object identifier, from its dotted form. */
export function objectId(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return tagged(TAGS.objectId, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

function base128(arc: number): readonly number[] {
  const low = arc % 128;
  return arc < 128 ? [low] : [...base128(Math.floor(arc / 128)).map((byte) => byte | 0x80), low];
}

/** A member that its number in the context names; primitive where it replaces the tag of a string of bytes. */
export const member = (number: number, content: Uint8Array, isPrimitive = false): Buffer =>
  tagged(CONTEXT | (isPrimitive ? 0 : CONSTRUCTED) | number, content);

/** An instant to the second, in the one of both forms that RFC 5280 demands for its year. */
export function instant(milliseconds: number): Buffer {
  const digits = `${new Date(milliseconds).toISOString().slice(0, 19).replace(/\D/g, '')}Z`;
  return digits < '2050'
    ? tagged(TAGS.utcTime, Buffer.from(digits.slice(2)))
    : tagged(TAGS.generalizedTime, Buffer.from(digits));
}
