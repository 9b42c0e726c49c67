import {
  appendFile,
  chmod,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkNote, signNote } from '../../../src/ledger/index.js';
import { createKeyFile, openFileKeeper, openKeyFile, readKept } from '../../../src/store/index.js';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'sorgu-ledger-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const origin = 'sorgu/AZ-SMS/KZ-MIA';
const noteOf = (size: number) => `${origin}\n${String(size).padStart(3, '0')}\nroot\n\n— signed\n`;

describe('kept checkpoints', () => {
  let now = 0;
  const open = (apartMs?: number) => {
    const options = { directory: join(directory, 'kept'), clock: { now: () => now } };
    return openFileKeeper(apartMs === undefined ? options : { ...options, apartMs });
  };

  it('are listed as kept, over restarts, in a file for their owner alone', async () => {
    const first = await open(0);
    for (const size of [1, 2, 3]) await first.keep(origin, noteOf(size));
    await first.close();
    const second = await open(0);
    await second.keep(origin, noteOf(4));
    expect(await second.list()).toEqual([1, 2, 3, 4].map(noteOf));
    await second.close();
    const [name = ''] = await readdir(join(directory, 'kept'));
    expect(name).toBe('sorgu_AZ-SMS_KZ-MIA.checkpoints');
    expect((await stat(join(directory, 'kept', name))).mode & 0o077).toBe(0);
    expect(await readKept(join(directory, 'kept', name))).toEqual([1, 2, 3, 4].map(noteOf));
  });

  it('hold the last, and earlier ones a second apart', async () => {
    const keeper = await open();
    for (const [at, size] of [
      [0, 1],
      [10, 2],
      [999, 3],
      [1000, 4],
      [1500, 5],
      [2600, 6],
      [2700, 7],
    ] as const) {
      now = at;
      await keeper.keep(origin, noteOf(size));
      expect((await readKept(join(directory, 'kept'))).at(-1)).toBe(noteOf(size));
    }
    expect(await readKept(join(directory, 'kept'))).toEqual([1, 4, 6, 7].map(noteOf));
    await keeper.close();
  });

  it('A-11.4 stay as often when the clock is set back', async () => {
    const keeper = await open();
    for (const [at, size] of [
      [3_600_000, 1],
      [100, 2],
      [1_100, 3],
    ] as const) {
      now = at;
      await keeper.keep(origin, noteOf(size));
    }
    expect(await readKept(join(directory, 'kept'))).toEqual([1, 2, 3].map(noteOf));
    await keeper.close();
  });

  it('pass over a line that a crash cut off, and write the next in its place', async () => {
    const first = await open(0);
    await first.keep(origin, noteOf(1));
    await first.close();
    const path = join(directory, 'kept', 'sorgu_AZ-SMS_KZ-MIA.checkpoints');
    await appendFile(path, '"sorgu/AZ-SMS/KZ-MIA\\n2');
    const second = await open(0);
    expect(await second.list()).toEqual([noteOf(1)]);
    await second.keep(origin, noteOf(2));
    expect(await second.list()).toEqual([1, 2].map(noteOf));
    await second.close();
  });

  it('lose nothing when two processes take turns', async () => {
    const [first, second] = [await open(0), await open(0)];
    await first.keep(origin, noteOf(1));
    await second.list();
    await second.keep(origin, noteOf(2));
    await second.keep(origin, noteOf(3));
    expect(await first.list()).toEqual([1, 2, 3].map(noteOf));
    await first.keep(origin, noteOf(4));
    expect(await second.list()).toEqual([1, 2, 3, 4].map(noteOf));
    await first.close();
    await second.close();
  });

  it.each(['../escape', 'a//b', '', 'a/../../b', 'a b'])(
    'make no file for origin %j',
    async (bad) => {
      const keeper = await open();
      await expect(keeper.keep(bad, noteOf(1))).rejects.toThrow(/names no file/);
      await keeper.close();
    },
  );
});

describe('key files', () => {
  const path = () => join(directory, 'keys', 'ledger.pem');

  it('sign what their public key checks', async () => {
    await createKeyFile(path(), 'production');
    const signer = await openKeyFile(path(), 'production');
    const note = await signNote('text\n', origin, signer);
    expect(checkNote(note, { name: origin, publicKey: signer.publicKey })).toBe('text\n');
    expect((await stat(path())).mode & 0o777).toBe(0o600);
  });

  it('made for development are refused by production', async () => {
    await createKeyFile(path(), 'development');
    expect((await openKeyFile(path(), 'development')).publicKey.length).toBe(32);
    await expect(openKeyFile(path(), 'production')).rejects.toThrow(/development key/);
  });

  it('are not overwritten', async () => {
    await createKeyFile(path(), 'production');
    const before = await readFile(path(), 'utf8');
    await expect(createKeyFile(path(), 'production')).rejects.toThrow(/EEXIST/);
    expect(await readFile(path(), 'utf8')).toBe(before);
  });

  it('that others may read are refused', async () => {
    await createKeyFile(path(), 'production');
    await chmod(path(), 0o640);
    await expect(openKeyFile(path(), 'production')).rejects.toThrow(/chmod 600/);
  });

  it.each([
    ['nothing', ''],
    ['another format', '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n'],
  ])('that hold %s are refused without a word of their content', async (_, text) => {
    const file = join(directory, 'bad.pem');
    await writeFile(file, text, { mode: 0o600 });
    await expect(openKeyFile(file, 'production')).rejects.toThrow(/no Ed25519 key/);
  });

  it('that are missing say what to do', async () => {
    await expect(openKeyFile(path(), 'production')).rejects.toThrow(
      /^no key at [^\n]+: put it back from its backup, [^\n]+sorgu keys create/,
    );
  });
});
