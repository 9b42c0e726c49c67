/** Types of the verifier for who calls it as a module: tests and bench. */

/** Where the first fault is: lines from 1, bytes from 0, both ends included. */
export interface EvidenceFault {
  readonly fault: string;
  readonly line: number;
  readonly first: number;
  readonly last: number;
}

export interface EvidenceWhole {
  readonly entries: number;
  readonly logs: readonly {
    readonly name: string;
    readonly size: number;
    readonly vkey: string;
  }[];
  readonly matches: readonly { readonly log: string; readonly index: number }[];
  readonly isKeyGiven: boolean;
}

/** Verifies a bundle that comes in chunks of any size. */
export function verifyEvidence(
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  options?: {
    readonly keys?: readonly string[];
    readonly witnesses?: readonly string[];
    readonly answer?: Uint8Array;
  },
): Promise<EvidenceFault | EvidenceWhole>;

/** The bytes of a file, from its beginning; each chunk is good until the next is asked for. */
export function chunksOf(path: string): Generator<Buffer>;
