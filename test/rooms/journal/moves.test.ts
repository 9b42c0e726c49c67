/** The journal of a case: the entry of every kind of move, and of a search. */
import { describe, expect, test } from 'vitest';
import { movedEntry, searchedEntry } from '../../../src/journal/index.js';
import { digestOf, TRANSITIONS } from '../../../src/requests/index.js';
import { CASE, motion, soundMoves } from '../requests/life/moves.js';

const head = { ownAuthority: 'AZ-SMS', policy: 'a'.repeat(64), schema: 'b'.repeat(64) };
const parties = {
  instrument: 'AZ-KZ-2019',
  requestingAuthority: 'KZ-MIA',
  requestedAuthority: 'AZ-SMS',
  unit: 'Комитет',
  request: CASE.request,
  onPaper: false,
};
const moves = Object.values(soundMoves());

describe('A-11.4 the entry of a move', () => {
  test.each(moves)('$kind', (move) => {
    const made = motion(move);
    const digest = digestOf(made);
    const entry = movedEntry(head, { ...parties, motion: made, digest });
    const isRequesting = TRANSITIONS.find((row) => row.move === move.kind)?.side === 'REQUESTING';
    expect(entry).toMatchObject({
      log: 'KZ-MIA',
      outcome: 'MOVED',
      operation: digest,
      request: CASE.id,
      requestDigest: CASE.request,
      subjects: [],
      withheld: [],
    });
    expect(entry.clauses).toHaveLength(1);
    if (move.kind !== 'CLOSE') {
      expect(entry.asking.authority).toBe(isRequesting ? 'KZ-MIA' : 'AZ-SMS');
      expect(entry.asking.unit).toBe(isRequesting ? 'Комитет' : null);
    }
    // Nothing that was said in it.
    expect(JSON.stringify(entry)).not.toMatch(/Отчество|Архив|Суд|Статья|Подтверждаем|Подписи/);
  });

  test('it lies in the log of the other authority, on either side', () => {
    const moved = { ...parties, motion: motion({ kind: 'ACCEPT' }), digest: 'c'.repeat(64) };
    expect(movedEntry({ ...head, ownAuthority: 'KZ-MIA' }, moved).log).toBe('AZ-SMS');
    expect(movedEntry(head, moved).log).toBe('KZ-MIA');
  });
});

describe('A-10.1 the entry of a search', () => {
  test('who was shown, by key alone; what was looked for is no part of it', () => {
    const [one, two] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
    const entry = searchedEntry(head, {
      ...{ officer: 'AZ-1', unit: null, role: 'EXECUTING_OFFICER', instrument: 'AZ-KZ-2019' },
      ...{ request: CASE.id, requestDigest: CASE.request, found: [one, two] },
      ...{ purpose: 'REQUEST_EXECUTION', clause: '10(1)' as const, tickets: [] },
    });
    expect(entry).toMatchObject({
      log: 'DOMESTIC',
      outcome: 'ANSWERED',
      purpose: 'REQUEST_EXECUTION',
      basis: '10(1)',
      asking: { authority: 'AZ-SMS', officer: 'AZ-1' },
    });
    expect(entry.subjects.map(({ key }) => key)).toEqual([one, two]);
    for (const { released } of entry.subjects) expect(released).toEqual([...released].sort());
    const none = searchedEntry(head, {
      ...{ officer: 'AZ-2', unit: null, role: 'EXECUTING_OFFICER', instrument: 'AZ-KZ-2019' },
      ...{ request: CASE.id, requestDigest: CASE.request, found: [] },
      ...{ purpose: 'REQUEST_EXECUTION', clause: '10(1)' as const, tickets: [] },
    });
    expect(none.operation).toBe(entry.operation);
  });
});
