/**
 * A gateway in a process of its own: reads all that it holds, destroys it when it is told to, and writes down its heap.
 * It is started by heap.ts and knows no mark.
 */
import { writeHeapSnapshot } from 'node:v8';
import { SAMPLE_STATUS } from '../../../src/development/index.js';
import { destroyDue } from '../../../src/exchange/index.js';
import { astanaPlan, openSide } from '../../rooms/exchange/stage.js';
import { plantInMemory } from './builds.js';
import type { HeapOrder, HeapReport } from './heap.js';
import { readCase } from './read-case.js';

const tell = (report: HeapReport): void => void process.send?.(report);
const clock = {
  at: 0,
  now() {
    return this.at;
  },
};

// Nothing is left running by a rig that is gone.
process.on('disconnect', () => process.exit());
process.on('message', (order: HeapOrder) => {
  obey(order).catch((error: unknown) => tell({ kind: 'fault', fault: String(error) }));
});

let destroy: ((order: HeapOrder & { kind: 'destroy' }) => Promise<void>) | undefined;

async function obey(order: HeapOrder): Promise<void> {
  if (order.kind === 'destroy') return destroy?.(order);
  const { at, urls, dataDir, cases, build } = order;
  clock.at = at;
  const home = { urls, dataDir, close: async () => undefined };
  const side = await openSide({ ...astanaPlan, clock, status: SAMPLE_STATUS, home });
  plantInMemory(build, side);
  destroy = async ({ at: until, snapshot }) => {
    clock.at = until;
    await destroyDue(side.rooms);
    for (const one of cases) tell({ kind: 'told', told: await readCase(side, one) });
    // What is garbage now is nobody's to find.
    for (let round = 0; round < 3; round += 1) {
      globalThis.gc?.();
      await new Promise((resolve) => setImmediate(resolve));
    }
    writeHeapSnapshot(snapshot);
    await side.close();
    tell({ kind: 'done' });
  };
  for (const one of cases) tell({ kind: 'told', told: await readCase(side, one) });
  tell({ kind: 'done' });
}
