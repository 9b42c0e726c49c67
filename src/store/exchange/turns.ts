/** Work on one thing, one after the other; on different things, side by side. */

export interface Turns {
  /** Runs a piece of work when what was begun before it under this name has ended, however it ended. */
  take<T>(name: string, work: () => Promise<T>): Promise<T>;
}

/** Opens the turns of one process. */
export function openTurns(): Turns {
  const last = new Map<string, Promise<unknown>>();
  return {
    async take(name, work) {
      const before = last.get(name) ?? Promise.resolve();
      const mine = before.then(work, work);
      last.set(name, mine);
      try {
        return await mine;
      } finally {
        if (last.get(name) === mine) last.delete(name);
      }
    },
  };
}
