/** The example operations: one per purpose, valid against the SDL, and typed by what codegen makes of them. */
import { readdirSync, readFileSync } from 'node:fs';
import { generate, loadCodegenConfig } from '@graphql-codegen/cli';
import { buildSchema, Kind, parse, validate } from 'graphql';
import { register } from 'tsx/esm/api';
import { describe, expect, it } from 'vitest';
import { PURPOSES } from '../../../src/treaty/index.js';

const FOLDER = 'schema/operations';
const names = readdirSync(FOLDER).map((file) => file.replace('.graphql', ''));
const schema = buildSchema(readFileSync('schema/gateway.graphql', 'utf8'));

function documentOf(name: string) {
  return parse(readFileSync(`${FOLDER}/${name}.graphql`, 'utf8'));
}

describe('example operations', () => {
  it('stand there for every purpose of every instrument', () => {
    const wanted = PURPOSES.map((purpose) => purpose.toLowerCase().replaceAll('_', '-'));
    expect(names).toEqual(expect.arrayContaining(wanted));
  });

  it.each(names)('%s is valid, and one operation named after its file', (name) => {
    const document = documentOf(name);
    expect(validate(schema, document)).toEqual([]);
    const [operation, ...others] = document.definitions;
    expect(others).toEqual([]);
    const named = operation?.kind === Kind.OPERATION_DEFINITION ? operation.name?.value : undefined;
    expect(named?.toLowerCase()).toBe(name.replaceAll('-', ''));
  });

  it('are typed in the repository as codegen types them', async () => {
    const { config } = await loadCodegenConfig({ configFilePath: 'codegen.yml' });
    register();
    const made = await generate({ ...config, silent: true }, false);
    expect(made).toHaveLength(2);
    for (const { filename, content } of made) {
      expect(bare(readFileSync(filename, 'utf8'))).toBe(bare(content));
    }
  }, 30_000);
});

/** Without what a formatter may change. */
function bare(code: string): string {
  return code.replace(/[\s;,|()'"]/g, '');
}
