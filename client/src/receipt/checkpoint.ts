/** Checkpoints (C2SP tlog-checkpoint): which tree of entries a log signed. */
import { type Bytes, fromBase64 } from './bytes.js';
import { type NoteKey, openNote } from './note.js';

export interface Checkpoint {
  /** Number of entries. */
  readonly size: number;
  /** Root of the tree of that size, 32 bytes. */
  readonly root: Bytes;
}

const ROOT_LENGTH = 32;
const sizeForm = /^(?:0|[1-9][0-9]{0,15})$/;

/** Checks a note as a checkpoint of the log whose key this is; undefined where it is not. */
export async function openCheckpoint(note: string, key: NoteKey): Promise<Checkpoint | undefined> {
  const [origin, decimal = '', encoded = '', ...rest] =
    (await openNote(note, key))?.split('\n') ?? [];
  const root = fromBase64(encoded);
  const size = Number(decimal);
  const isSize = sizeForm.test(decimal) && Number.isSafeInteger(size);
  const endsWell = rest.pop() === '' && rest.every((line) => line !== '');
  if (origin !== key.name || !isSize || root?.length !== ROOT_LENGTH || !endsWell) return undefined;
  return { size, root };
}
