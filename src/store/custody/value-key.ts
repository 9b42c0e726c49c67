/** The key of one held value: made for it, wrapped by its epoch's key, bound to the value, the epoch and the end. */
import { randomBytes } from 'node:crypto';
import { canonicalJson } from '../../base/index.js';
import type { ValuePlace } from '../../custody/index.js';
import { KEY_LENGTH, openBytes, padText, sealBytes, unpadText } from './sealing.js';

/** A value's key as it is kept. Instants in milliseconds since the epoch. */
export interface WrappedKey {
  /** Of the value. */
  readonly id: string;
  readonly epoch: string;
  readonly endsAt: number;
  readonly wrapped: Uint8Array;
}

const boundTo = ({ id, epoch, endsAt }: Omit<WrappedKey, 'wrapped'>): string =>
  canonicalJson({ v: 1, kind: 'KEY', id, epoch, endsAt });

export const wrapKey = (
  epochKey: Uint8Array,
  key: Uint8Array,
  where: Omit<WrappedKey, 'wrapped'>,
): Buffer => sealBytes(epochKey, key, boundTo(where));

/** The value's key; undefined where it is not wrapped by this epoch's key, for this value and this end. */
export const unwrapKey = (epochKey: Uint8Array, { wrapped, ...where }: WrappedKey) =>
  openBytes(epochKey, wrapped, boundTo(where));

export const makeValueKey = (): Buffer => randomBytes(KEY_LENGTH);

/** Encrypts a value's text, bound to its place. */
export const sealValue = (key: Uint8Array, text: string, place: ValuePlace): Buffer =>
  sealBytes(key, padText(text), canonicalJson({ v: 1, ...place }));

/** The value's text; undefined where it is not that of this place under this key. */
export function openValue(
  key: Uint8Array,
  sealed: Uint8Array,
  place: ValuePlace,
): string | undefined {
  const bytes = openBytes(key, sealed, canonicalJson({ v: 1, ...place }));
  return bytes && unpadText(bytes);
}
