/** The destruction rig in small: nothing is found of the product, and every build that does not destroy is found out. */
import { expect, test } from 'vitest';
import { markPatterns, STEMS } from './marks.js';
import { runDestruction } from './run.js';
import { openScanner } from './scan.js';

const onStep = () => undefined;
/** Clusters that are started on a busy machine take their time. */
const LONG = 240_000;

test(
  'A-11.5b what was destroyed is found nowhere, in no form and in no backup; what stays is read',
  async () => {
    const done = await runDestruction({
      build: 'honest',
      subjects: 6,
      backups: 2,
      heap: false,
      onStep,
    });
    expect(done.findings).toEqual([]);
    expect(done).toMatchObject({ destroyed: 6, survivors: 2 });
    expect(done.values).toBeGreaterThan(6);
  },
  LONG,
);

const FORMS: readonly (readonly [string, (text: string) => Buffer])[] = [
  ['UTF-8', (text) => Buffer.from(text)],
  ['UTF-16', (text) => Buffer.from(text, 'utf16le')],
  ['UTF-16, the other order', (text) => Buffer.from(text, 'utf16le').swap16()],
  ['hexadecimal', (text) => Buffer.from(Buffer.from(text).toString('hex'))],
  ['base64', (text) => Buffer.from(Buffer.from(text).toString('base64'))],
  ['base64 after one byte', (text) => Buffer.from(Buffer.from(`.${text}!`).toString('base64'))],
  ['base64 after two', (text) => Buffer.from(Buffer.from(`..${text}!!`).toString('base64url'))],
];

test.each(FORMS)('a mark is seen in %s', (_, form) => {
  const scan = openScanner(markPatterns());
  for (const [name, stem] of Object.entries(STEMS)) {
    const found = scan(Buffer.concat([Buffer.from('before'), form(stem), Buffer.from('after')]));
    expect([...found].some((one) => one.startsWith(name))).toBe(true);
  }
  expect(scan(Buffer.from('before and after'))).toEqual(new Set());
});
