/** A ledger store and a keeper in memory that fail where a test tells them to. */
import {
  type Batch,
  type CheckpointKeeper,
  compareRows,
  hashOver,
  type LedgerRow,
  type LedgerStore,
  type LogHead,
  runUnder,
} from '../../../src/ledger/index.js';

/** A step that fails: before it had its effect, or after. */
export type Failure = 'BEFORE' | 'AFTER';

export class MemoryStore implements LedgerStore {
  rowList: LedgerRow[] = [];
  batches: Batch[] = [];
  right: 'TAKEN' | 'HELD' | 'BUSY' = 'TAKEN';
  readonly appendFailures: Failure[] = [];
  isGone = false;
  /** Whether a batch was not committed since the right was last asked for: none that was sent behind it is. */
  #isBroken = false;
  #last: Promise<void> = Promise.resolve();

  async acquire(): Promise<'TAKEN' | 'HELD' | 'BUSY'> {
    this.#reach();
    this.#isBroken = false;
    const right = this.right;
    if (right === 'TAKEN') this.right = 'HELD';
    return right;
  }

  append(batch: Batch): Promise<void> {
    const done = this.#last.then(() => this.#append(batch));
    this.#last = done.catch(() => undefined);
    return done;
  }

  /** Before a commit has its effect. */
  protected async pause(): Promise<void> {}

  async #append(batch: Batch): Promise<void> {
    await this.pause();
    this.#reach();
    const failure = this.appendFailures.shift();
    if (failure === 'BEFORE') this.#isBroken = true;
    if (this.#isBroken) throw new Error('failed before the commit');
    this.batches.push(batch);
    const { logs, entries, subjects, nodes, checkpoints } = batch;
    this.rowList.push(...logs, ...entries, ...subjects, ...nodes, ...checkpoints);
    if (failure === 'AFTER') throw new Error('failed after the commit');
  }

  async heads(): Promise<readonly LogHead[]> {
    this.#reach();
    const heads = new Map<number, LogHead>();
    for (const row of this.rowList) {
      if (row.kind === 'checkpoint')
        heads.set(row.logId, { ...row, origin: this.#origin(row.logId) });
    }
    return [...heads.values()];
  }

  async head(origin: string): Promise<LogHead | undefined> {
    return (await this.heads()).find((head) => head.origin === origin);
  }

  async hashes(logId: number, subtrees: readonly { level: number; index: number }[]) {
    const hashes = new Map<string, Uint8Array>();
    for (const row of this.rowList.filter((one) => one.logId === logId)) {
      if (row.kind === 'entry') hashes.set(`0/${row.seq}`, row.leafHash);
      if (row.kind === 'node') hashes.set(`${row.level}/${row.index}`, row.hash);
    }
    return subtrees.map((subtree) => {
      const run = runUnder(subtree);
      const { level, first, count } = run;
      const under = Array.from({ length: count }, (_, at) => hashes.get(`${level}/${first + at}`));
      const found = under.filter((hash) => hash !== undefined);
      const hash = hashOver(run, Buffer.concat(found));
      if (hash === undefined) throw new Error(`no hash at ${subtree.level}/${subtree.index}`);
      return hash;
    });
  }

  async leaves(logId: number, first: number, count: number): Promise<readonly string[]> {
    return this.rowList.flatMap((row) => {
      const isOne = row.kind === 'entry' && row.logId === logId;
      return isOne && row.seq >= first && row.seq < first + count ? [row.leaf] : [];
    });
  }

  async *rows(): AsyncGenerator<LedgerRow> {
    yield* [...this.rowList].sort(compareRows);
  }

  async close(): Promise<void> {
    this.right = 'TAKEN';
  }

  #reach(): void {
    if (this.isGone) this.#isBroken = true;
    if (this.isGone) throw new Error('the database is gone');
  }

  #origin(logId: number): string {
    for (const row of this.rowList)
      if (row.kind === 'log' && row.logId === logId) return row.origin;
    return '';
  }
}

export class MemoryKeeper implements CheckpointKeeper {
  notes: string[] = [];
  readonly failures: Failure[] = [];

  async keep(_origin: string, note: string): Promise<void> {
    const failure = this.failures.shift();
    if (failure === 'BEFORE') throw new Error('failed before it was kept');
    this.notes.push(note);
    if (failure === 'AFTER') throw new Error('failed after it was kept');
  }

  async list(): Promise<readonly string[]> {
    return this.notes;
  }
}
