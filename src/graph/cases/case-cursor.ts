/**
 * Cursors and names of candidates that say nothing: a case's place is encrypted, a person's key is hashed, both under
 * keys that live as long as the process. A cursor from before a restart is none.
 */
import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';
import type { CasePlace } from '../../store/index.js';

const NONCE = 12;
const TAG = 16;
/** Every place is as long as any other, so that its length tells nothing. */
const DUE = 16;
const ID = 36;
const form = /^[A-Za-z0-9_-]{107}$/;

/** Whether a text has the form of a cursor of `cases`. */
export const isCaseCursor = (text: string): boolean => form.test(text);

export interface Secrets {
  /** The cursor of a place in one officer's box. */
  cursorOf(place: CasePlace, box: string): string;
  /** The place of a cursor; undefined for one that is none, or of another box. */
  placeOf(cursor: string, box: string): CasePlace | undefined;
  /** The name under which a case's candidate is spoken of: the same for as long as the process lives. */
  nameOf(candidate: { readonly case: string; readonly n: number; readonly person: string }): string;
}

/** Opens them over 32 unpredictable bytes. */
export function openSecrets(bytes: Uint8Array): Secrets {
  const derived = (label: string): Buffer => createHmac('sha256', bytes).update(label).digest();
  const [key, nonces, names] = ['cursors', 'nonces', 'candidates'].map(derived) as [
    Buffer,
    Buffer,
    Buffer,
  ];
  return {
    cursorOf({ dueBefore, id }, box) {
      const text = `${String(dueBefore ?? '').padStart(DUE)}${id}`;
      // Made from what is encrypted: the same place has the same cursor, two places never share a nonce.
      const nonce = createHmac('sha256', nonces)
        .update(JSON.stringify([box, text]))
        .digest()
        .subarray(0, NONCE);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(box));
      const hidden = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), hidden]).toString('base64url');
    },
    placeOf(cursor, box) {
      const text = isCaseCursor(cursor) ? open(Buffer.from(cursor, 'base64url'), key, box) : '';
      if (text.length !== DUE + ID) return undefined;
      const due = text.slice(0, DUE).trim();
      return { dueBefore: due === '' ? null : Number(due), id: text.slice(DUE) };
    },
    nameOf({ case: id, n, person }) {
      const hashed = createHmac('sha256', names).update(JSON.stringify([id, n, person]));
      return hashed.digest('base64url').slice(0, 22);
    },
  };
}

function open(bytes: Buffer, key: Buffer, box: string): string {
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE))
    .setAAD(Buffer.from(box))
    .setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
  try {
    const plain = decipher.update(bytes.subarray(NONCE + TAG));
    return Buffer.concat([plain, decipher.final()]).toString();
  } catch {
    // Not ours, or of another box.
    return '';
  }
}
