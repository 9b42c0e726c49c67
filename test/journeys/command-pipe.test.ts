/** A command whose reader stops reading (`sorgu sample | head`) ends as by SIGPIPE: no stack, nothing said. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';

test('whoever stops reading hears nothing more', async () => {
  const command = spawn(process.execPath, ['bin/sorgu.js', 'sample', '--count', '5000']);
  const said = text(command.stderr);
  await once(command.stdout, 'data');
  command.stdout.destroy();
  const [code] = await once(command, 'exit');
  expect({ code, said: await said }).toEqual({ code: 141, said: '' });
});
