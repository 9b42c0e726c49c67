/**
 * The disk of the rig as a process of its own: `disk-child.ts IMAGE MOUNTED_FILE`. Says `serving`; told
 * `{ cut, seed }` it writes the image that a power failure would leave at that instant to the file `cut`, and says so.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync, readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { z } from 'zod';
import { randomOf } from '../../../src/register/sample/random.js';
import { CachedDisk } from './cached-disk.js';
import { serveDisk } from './fuse-file.js';

const [image = '', mounted = ''] = process.argv.slice(2);
const cutOrder = z.object({ cut: z.string(), seed: z.number() });
const BLOCK = 1 << 16;
const EMPTY = Buffer.alloc(BLOCK);

const disk = new CachedDisk(readFileSync(image));
const device = openSync('/dev/fuse', 'r+');
const OPTIONS = 'fd=3,rootmode=100000,user_id=0,group_id=0,allow_other';
const mounting = spawn('mount', ['-i', '-t', 'fuse', '-o', OPTIONS, 'sorgu-disk', mounted], {
  stdio: ['ignore', 'ignore', 'inherit', device],
});
const [code] = await once(mounting, 'exit');
if (code !== 0) process.exit(1);
const served = serveDisk(device, disk);
process.on('message', (message) => void cut(cutOrder.parse(message)));
process.send?.({ serving: true });
await served;
process.exit();

async function cut(order: z.infer<typeof cutOrder>): Promise<void> {
  const left = disk.cut(randomOf(order.seed, 0));
  const atRisk = disk.atRisk;
  const file = await open(order.cut, 'w', 0o600);
  await file.truncate(left.length);
  for (let at = 0; at < left.length; at += BLOCK) {
    const block = left.subarray(at, at + BLOCK);
    if (!block.equals(EMPTY)) await file.write(block, 0, block.length, at);
  }
  await file.close();
  process.send?.({ cut: order.cut, atRisk });
}
