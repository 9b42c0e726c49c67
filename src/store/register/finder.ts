/** Finding the subjects of one grant: each at most once, whichever way the operation comes to it. */
import DataLoader from 'dataloader';
import type { GrantSubject } from '../../requests/index.js';
import type { FoundSubject, RegisterReader } from '../reader.js';
import type { Reading } from './reading.js';
import { prepare, run, textArray } from './statement.js';
import { subjectsText } from './subjects.js';

interface FoundRow {
  readonly n: number;
  readonly record: string;
  readonly key: Uint8Array;
}

/** Opens the finder of one operation. */
export function openFinder({
  opening: { sql, statements },
  options: { grant },
  values,
}: Reading): Pick<RegisterReader, 'list' | 'load'> {
  const subjects = new Map(grant.subjects.map((subject) => [subject.n, subject]));
  const known = new Map<number, FoundSubject>();
  const text = subjectsText(grant);

  // One object for one subject: the loaders know it by identity.
  const foundOf = ({ n, record, key }: FoundRow): readonly FoundSubject[] => {
    const subject = subjects.get(n);
    if (subject === undefined) return [];
    const found = known.get(n) ?? { subject, record, key };
    known.set(n, found);
    return [found];
  };

  const find = async (asked: readonly GrantSubject[], limit: number) => {
    const rows = await run<FoundRow>(sql, prepare(statements, text), {
      ...values,
      numbers: `{${asked.map(({ n }) => n).join()}}`,
      keys: textArray(asked.map(({ person }) => person)),
      limit: String(limit),
    });
    return rows.flatMap(foundOf);
  };

  // The statement runs for an unknown number too: it does the work that a protected person costs.
  const single = new DataLoader(async (numbers: readonly number[]) => {
    const asked = numbers.flatMap((n) => subjects.get(n) ?? []);
    const found = new Map((await find(asked, numbers.length)).map((one) => [one.subject.n, one]));
    return numbers.map((n) => found.get(n));
  });

  return {
    async list({ first, after }) {
      const later = grant.subjects.filter(({ n }) => n > after);
      const found = await find(later, first + 1);
      return { found: found.slice(0, first), more: found.length > first };
    },
    load: (n) => single.load(n),
  };
}
