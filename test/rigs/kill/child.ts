/** One gateway, made to be killed: loads its code, waits for its order, serves, and dies where the order says. */
import { serveOn } from '../../support/site.js';
import { atDoor, belowLedger, betweenRooms, openReach } from './deaths.js';
import { type Order, orderSchema, type Report } from './order.js';

const tell = (report: Report): void => void process.send?.(report);

// A rig that is gone leaves no gateway behind.
process.on('disconnect', () => process.exit());
process.on('message', (message) => {
  run(orderSchema.parse(message)).catch((error: unknown) => {
    tell({ kind: 'fault', fault: String(error) });
  });
});
tell({ kind: 'loaded' });

async function run(order: Order): Promise<void> {
  const reach = openReach(order);
  atDoor(reach);
  const { url, adminUrl } = await serveOn(order, {
    between: betweenRooms(reach, order.build),
    belowLedger: belowLedger(reach),
  });
  await becomeReady(adminUrl);
  tell({ kind: 'ready', url });
}

/** The database may still hold the session of the one killed before: its right to write ends with it. */
async function becomeReady(adminUrl: string): Promise<void> {
  const patience = AbortSignal.timeout(30_000);
  for (;;) {
    const reply = await fetch(`${adminUrl}/readyz`, { signal: patience });
    if (reply.ok) return;
    await reply.arrayBuffer();
  }
}
