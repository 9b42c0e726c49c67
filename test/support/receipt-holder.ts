/**
 * What the holder of a receipt can check with no code of ours: RFC 9162 (2.1.3.2, 2.1.4.2), C2SP signed-note and
 * tlog-checkpoint, HMAC-SHA-256. Knows what HTTP gives and nothing else.
 */
import { createHash, createHmac, createPublicKey, verify } from 'node:crypto';

export interface HeldReceipt {
  readonly origin: string;
  readonly index: number;
  readonly leafHash: string;
  readonly entry: string;
  readonly salt: string;
  readonly proof: readonly string[];
  readonly checkpoint: string;
}

/** What a leaf says, as far as a test looks at it. */
export interface HeldEntry {
  readonly outcome: string;
  readonly refusal: { readonly code: string; readonly reason: string | null } | null;
  readonly asking: Readonly<Record<string, string | null>>;
  readonly answering: string;
  readonly request: string | null;
  readonly requestDigest: string | null;
  readonly instrument: string | null;
  readonly purpose: string | null;
  readonly basis: string | null;
  readonly clauses: readonly string[];
  readonly coordinates: Readonly<Record<string, string>>;
  readonly withheld: string;
  readonly subjects: readonly {
    readonly released: string;
    readonly withheld: string;
    readonly tags: string;
  }[];
  readonly hmac: string;
  readonly salt: string;
}

/** A tree of a size, by its root. */
export interface Tree {
  readonly size: number;
  readonly root: Buffer;
}

const sha256 = (...parts: readonly Uint8Array[]): Buffer =>
  createHash('sha256').update(Buffer.concat(parts)).digest();
const nodeOf = (left: Uint8Array, right: Uint8Array): Buffer => sha256(Buffer.of(1), left, right);
const bytes = (base64: string): Buffer => Buffer.from(base64, 'base64');

/** SHA-256(0x00 || leaf). */
export const leafHashOf = (leaf: string): Buffer => sha256(Buffer.of(0), Buffer.from(leaf));

/** Reads the header Exchange-Receipt. */
export function readReceipt(header: string | null): HeldReceipt {
  if (header === null) throw new Error('the answer has no receipt');
  return JSON.parse(Buffer.from(header, 'base64url').toString());
}

/** Reads a leaf. */
export const readEntry = (leaf: string): HeldEntry => JSON.parse(leaf);

/** Whether an entry speaks of these very bytes, under this very salt. */
export function isAbout(entry: HeldEntry, salt: string, body: Uint8Array): boolean {
  const digest = createHmac('sha256', bytes(salt)).update(body).digest('base64url');
  return digest === entry.hmac && sha256(bytes(salt)).toString('base64url') === entry.salt;
}

/** The tree a checkpoint speaks of; undefined where the key `name+hash+base64(1 || key)` did not sign it. */
export function openCheckpoint(note: string, vkey: string): Tree | undefined {
  // Base64 may hold a plus itself.
  const [name = '', , ...encoded] = vkey.trim().split('+');
  const key = bytes(encoded.join('+')).subarray(1);
  const end = note.indexOf('\n\n') + 1;
  const text = note.slice(0, end);
  const signature = note
    .slice(end + 1)
    .split('\n')
    .find((line) => line.startsWith(`— ${name} `));
  const signed = bytes(signature?.split(' ')[2] ?? '').subarray(4);
  const [origin, size, root = ''] = text.split('\n');
  if (origin !== name || !verify(null, Buffer.from(text), publicKey(key), signed)) return undefined;
  return { size: Number(size), root: bytes(root) };
}

function publicKey(raw: Uint8Array) {
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(raw).toString('base64url') };
  return createPublicKey({ key: jwk, format: 'jwk' });
}

/** Where a proof stands on its way from a leaf to the root. */
class Climb {
  constructor(
    public at: number,
    public last: number,
  ) {}

  /** Whether the next hash of the proof stands to the left. */
  get isRight(): boolean {
    return this.at % 2 === 1 || this.at === this.last;
  }

  rise(): void {
    this.at = Math.floor(this.at / 2);
    this.last = Math.floor(this.last / 2);
  }

  riseToRight(): void {
    while (this.at % 2 === 0 && this.at !== 0) this.rise();
  }
}

/** RFC 9162, 2.1.3.2. */
export function isIncluded(
  leaf: Buffer,
  { index, proof }: { readonly index: number; readonly proof: readonly string[] },
  { size, root }: Tree,
): boolean {
  if (index >= size) return false;
  const climb = new Climb(index, size - 1);
  let hash = leaf;
  for (const other of proof.map(bytes)) {
    if (climb.last === 0) return false;
    const { isRight } = climb;
    hash = isRight ? nodeOf(other, hash) : nodeOf(hash, other);
    if (isRight) climb.riseToRight();
    climb.rise();
  }
  return climb.last === 0 && hash.equals(root);
}

/** RFC 9162, 2.1.4.2, for a tree that is not empty. */
export function isGrownFrom(first: Tree, second: Tree, proof: readonly string[]): boolean {
  if (first.size === second.size) return proof.length === 0 && first.root.equals(second.root);
  const isPower = Number.isInteger(Math.log2(first.size));
  const [seed, ...rest] = [...(isPower ? [first.root] : []), ...proof.map(bytes)];
  if (seed === undefined) return false;
  const climb = new Climb(first.size - 1, second.size - 1);
  while (climb.at % 2 === 1) climb.rise();
  const roots = rest.reduce<Roots | undefined>((all, other) => all && join(all, other, climb), {
    older: seed,
    newer: seed,
  });
  if (roots === undefined || climb.last !== 0) return false;
  return roots.older.equals(first.root) && roots.newer.equals(second.root);
}

interface Roots {
  readonly older: Buffer;
  readonly newer: Buffer;
}

function join({ older, newer }: Roots, other: Buffer, climb: Climb): Roots | undefined {
  if (climb.last === 0) return undefined;
  const { isRight } = climb;
  if (isRight) climb.riseToRight();
  climb.rise();
  return isRight
    ? { older: nodeOf(other, older), newer: nodeOf(other, newer) }
    : { older, newer: nodeOf(newer, other) };
}

/** The coordinates a bitmap of an entry names: bit i of them all, sorted, the least significant first. */
export function coordinatesIn({ coordinates }: HeldEntry, bitmap: string): readonly string[] {
  const all = Object.keys(coordinates)
    .sort()
    .flatMap((type) => (coordinates[type] ?? '').split(' ').map((field) => `${type}.${field}`));
  const bits = Buffer.from(bitmap, 'base64url');
  return all.filter((_, at) => ((bits[Math.floor(at / 8)] ?? 0) >> (at % 8)) & 1);
}
