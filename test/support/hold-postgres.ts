/** A process that opens the bundled PostgreSQL of a directory, says `ready`, and waits to be killed. */
import { openBundledPostgres } from '../../src/store/index.js';

const { urls } = await openBundledPostgres({
  dataDir: process.argv[2] ?? '',
  log: () => undefined,
});
process.stdout.write(`ready ${JSON.stringify(urls)}\n`);
setInterval(() => undefined, 60_000);
