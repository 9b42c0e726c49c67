/** The agreed matrix (test/cases/policy), read as rows. */
import { readFileSync } from 'node:fs';

type Table = 'items' | 'purposes' | 'field-policy';

/** The rows of one table, each as column -> text. */
export function readPolicy(table: Table): readonly Readonly<Record<string, string>>[] {
  const text = readFileSync(new URL(`../cases/policy/${table}.csv`, import.meta.url), 'utf8');
  const [head = '', ...lines] = text.trim().split(/\r?\n/);
  const names = head.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']));
  });
}
