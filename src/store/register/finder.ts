/** Finding the subjects of one grant: each at most once, whichever way the operation comes to it. */
import DataLoader from 'dataloader';
import type { GrantSubject } from '../../requests/index.js';
import type { FoundSubject, RegisterReader } from '../reader.js';
import { type AdmittedSubject, readAdmitted } from './admission.js';
import type { Reading } from './reading.js';

/** Opens the finder of one operation. */
export function openFinder({
  opening: { lanes },
  options: { grant },
  tickets,
}: Reading): Pick<RegisterReader, 'list' | 'load'> {
  const subjects = new Map(grant.subjects.map((subject) => [subject.n, subject]));
  const known = new Map<number, FoundSubject>();

  // One object for one subject: the loaders know it by identity.
  const foundOf = ({ n, record, key }: AdmittedSubject): readonly FoundSubject[] => {
    const subject = subjects.get(n);
    if (subject === undefined) return [];
    const found = known.get(n) ?? { subject, record, key };
    known.set(n, found);
    return [found];
  };

  const find = async (asked: readonly GrantSubject[], first: number) => {
    const { admitted } = await readAdmitted(lanes, { grant, subjects: asked, first }, NOTHING);
    if (admitted.ticket !== null) tickets.push(admitted.ticket);
    return admitted.found.flatMap(foundOf);
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
      const found = await find(later, first);
      return { found: found.slice(0, first), more: found.length > first };
    },
    load: (n) => single.load(n),
  };
}

// To be found is a disclosure by itself, and needs its ticket.
const NOTHING = async (): Promise<void> => undefined;
