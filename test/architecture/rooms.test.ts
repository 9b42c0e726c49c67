import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const CRUISER = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

interface Violation {
  readonly rule: string;
  readonly from: string;
}
interface Cruise {
  readonly modules: number;
  readonly violations: readonly Violation[];
}

/** Cruises a tree with the project's own rules. */
function cruise(folder: string): Cruise {
  const options = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json'];
  const args = [CRUISER, ...options, 'src', 'client'];
  const output = execFileSync(process.execPath, args, { cwd: folder, maxBuffer: 1 << 28 });
  const { summary } = JSON.parse(output.toString());
  return {
    modules: summary.totalCruised,
    violations: summary.violations.map(
      ({ rule, from }: { rule: { name: string }; from: string }): Violation => ({
        rule: rule.name,
        from,
      }),
    ),
  };
}

/** Milliseconds: every file of the tree is read, beside whatever else runs. */
const PATIENCE = 120_000;

test('the rooms keep their rules', { timeout: PATIENCE }, () => {
  const { modules, violations } = cruise(root);
  expect(violations).toEqual([]);
  expect(modules).toBeGreaterThan(50);
});

/** Rule, the file that breaks it, and what that file says. */
const PLANTED = [
  ['no-cycles', 'src/base/a-cycle.ts', "import './b-cycle.js';"],
  ['no-orphans', 'src/base/orphan.ts', 'export const it = 1;'],
  ['treaty-knows-only-its-neighbours', 'src/treaty/up.ts', "import '../policy/index.js';"],
  ['ledger-knows-only-its-neighbours', 'src/ledger/up.ts', "import '../treaty/index.js';"],
  ['enter-by-the-door', 'src/policy/window.ts', "import '../treaty/up.js';"],
  ['nobody-calls-upwards', 'src/http/call.ts', "import '../gateway.js';"],
  [
    'doors-see-the-gateway-as-a-type',
    'src/graph/peek.ts',
    "import type { it } from '../gateway.js'; export type It = typeof it;",
  ],
  [
    'only-wiring-calls-machinery',
    'src/graph/wire.ts',
    "import { it } from '../store/index.js'; it;",
  ],
  [
    'the-path-calls-only-pure-rooms',
    'src/gateway.ts',
    "import { it } from './store/index.js'; export { it };",
  ],
  ['pure-rooms-do-no-io', 'src/policy/file.ts', "import 'node:fs';"],
  ['pure-rooms-do-no-io', 'src/requests/package.ts', "import 'zod';"],
  ['postgres-only-in-store', 'src/graph/database.ts', "import 'postgres';"],
  ['drizzle-orm-only-in-store', 'src/http/database.ts', "import 'drizzle-orm';"],
  ['graphql-only-in-(graph|console)', 'src/http/graph.ts', "import 'graphql';"],
  [
    'client-knows-nothing-of-the-gateway',
    'client/src/up.ts',
    "import '../../src/policy/index.js';",
  ],
  ['client-needs-no-package', 'client/src/package.ts', "import 'graphql';"],
  ['client-only-in-console', 'src/http/receipt.ts', "import '../../client/src/index.js';"],
  [
    'enter-the-client-by-the-door',
    'src/console/page/window.ts',
    "import '../../../client/src/receipt/note.js';",
  ],
  ['src-never-imports-test', 'src/http/test.ts', "import '../../test/it.js';"],
] as const;

const SOUND = {
  'src/base/b-cycle.ts': "import './a-cycle.js';",
  'src/policy/index.ts': 'export const it = 1;',
  'src/treaty/index.ts': 'export const it = 1;',
  'src/store/index.ts': 'export const it = 1;',
  'client/src/index.ts': 'export const it = 1;',
  'client/src/receipt/note.ts': 'export const it = 1;',
  'test/it.ts': 'export const it = 1;',
};

describe('a planted violation is found by name', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sorgu-rooms-'));
  let found: readonly Violation[] = [];

  beforeAll(() => {
    const rules = ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json'];
    for (const name of rules) cpSync(join(root, name), join(folder, name));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    const files = [
      ...Object.entries(SOUND),
      ...PLANTED.map(([, name, text]) => [name, text] as const),
    ];
    for (const [name, text] of files) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    found = cruise(folder).violations;
  }, PATIENCE);
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each(PLANTED)('%s in %s', (rule, from) => {
    expect(found).toContainEqual({ rule, from });
  });
});
