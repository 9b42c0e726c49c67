/** Imports so many invented people and tells its peak memory in KiB. Arguments: the owner's URL, how many. */
import { systemClock, systemIds } from '../../src/base/index.js';
import { openImporter } from '../../src/store/index.js';
import { lines } from './people.js';

const [url = '', count = ''] = process.argv.slice(2);

async function* chunks(): AsyncGenerator<Uint8Array> {
  yield* lines(Number(count));
}

const importer = openImporter({ url, clock: systemClock, ids: systemIds });
const reject = () => {
  throw new Error('the generator made a faulty line');
};
await importer.load({ lines: chunks(), reject });
process.send?.(process.resourceUsage().maxRSS);
process.disconnect?.();
