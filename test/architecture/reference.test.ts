/** The reference names every query, every mutation and every command, and no command that is none. */
import { readFileSync } from 'node:fs';
import { isObjectType } from 'graphql';
import { expect, test } from 'vitest';
import { runProgram, type Tools } from '../../src/cli/index.js';
import { listen } from '../rooms/cli/desk.js';
import { emittedSchema } from '../support/selections.js';

const reference = readFileSync(new URL('../../docs/reference.md', import.meta.url), 'utf8');
const lines = reference.split('\n');

test.each(['Query', 'Mutation'])('every field of %s stands in it by name', (type) => {
  const root = emittedSchema().getType(type);
  const fields = isObjectType(root) ? Object.keys(root.getFields()) : [];
  expect(fields.length).toBeGreaterThan(10);
  expect(fields.filter((name) => !new RegExp(`\`${name}\\b`).test(reference))).toEqual([]);
});

/** The commands below one, as its help lists them. */
async function commandsBelow(...path: readonly string[]): Promise<readonly string[]> {
  const voice = listen();
  await runProgram(['node', 'sorgu', ...path, '--help'], {} as Tools, voice);
  const [, listed = ''] = voice.written.join('').split('\nCommands:\n');
  const [block = ''] = listed.split('\n\n');
  const names = block.split('\n').map((line) => /^ {2}([a-z-]+)/.exec(line)?.[1]);
  return names.flatMap((name) => (name === undefined || name === 'help' ? [] : [name]));
}

const commands = await commandsBelow();

test('every command and every command below it stands in it', async () => {
  expect(commands.length).toBeGreaterThan(15);
  for (const command of commands) {
    const own = lines.filter((line) => new RegExp(`\`sorgu ${command}[ \`]`).test(line)).join();
    expect(own, command).not.toBe('');
    for (const below of await commandsBelow(command)) {
      expect(own, `${command} ${below}`).toMatch(new RegExp(`\\b${below}\\b`));
    }
  }
});

test('what it calls a command is one', () => {
  const named = [...reference.matchAll(/`sorgu ([a-z][a-z-]*)/g)].map(([, name]) => name);
  expect(named.filter((name) => !commands.some((command) => command === name))).toEqual([]);
});
