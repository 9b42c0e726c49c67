/** What the graph itself keeps of a prepared operation, beyond what the gateway sees. */
import type { Outline } from '../../store/index.js';
import type { AskedCoordinate, Operation } from '../graph.js';
import type { ValidDocument } from './syntax.js';

/** An inherited coordinate and the guarded one that leads to it, or null where the way is public. */
export interface AskedInherited {
  readonly coordinate: string;
  readonly under: string | null;
}

/** What stands under one response key of the root; the journal counts per subject what these ask. */
export interface AskedRoot {
  readonly guarded: ReadonlySet<string>;
  readonly structural: ReadonlySet<string>;
}

/** One `explain` of an operation: what its inner operation asks, which passed the same checks. */
export interface AskedExplain {
  readonly key: string;
  readonly guarded: readonly AskedCoordinate[];
  readonly purpose: string | null;
}

/** What an operation asks, with fragments, variables, @skip and @include resolved. */
export interface Asked {
  readonly guarded: readonly AskedCoordinate[];
  readonly inherited: readonly AskedInherited[];
  readonly roots: ReadonlyMap<string, AskedRoot>;
}

interface Parts {
  readonly valid: ValidDocument;
  readonly name: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly asked: Asked;
  /** The answer in outline, for an operation on persons alone. */
  readonly outline: Outline | null;
  /** Estimated values of the answer. */
  readonly cost: number;
  readonly explains: readonly AskedExplain[];
}

/** An operation that passed every check of its document. Only `prepare` makes one, and `execute` takes no other. */
export class PreparedOperation implements Operation {
  readonly needsGrant: boolean;
  readonly explains: boolean;
  readonly guarded: readonly AskedCoordinate[];
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.guarded = parts.asked.guarded;
    this.explains = parts.explains.length > 0;
    const roots = [...parts.asked.roots.values()];
    this.needsGrant = roots.some((root) => root.structural.size > 0 || root.guarded.size > 0);
  }

  get hash(): string {
    return this.#parts.valid.hash();
  }

  get parts(): Parts {
    return this.#parts;
  }
}
