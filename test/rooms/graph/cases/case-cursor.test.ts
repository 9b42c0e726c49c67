import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isCaseCursor, openSecrets } from '../../../../src/graph/cases/case-cursor.js';

const secrets = openSecrets(Buffer.alloc(32, 7));
const places = fc.record({
  id: fc.uuid({ version: 4 }),
  dueBefore: fc.option(fc.integer({ min: 0, max: 8_640_000_000_000_000 })),
});
const BOX = 'AZ-SMS-1 INBOX';

describe('A-11.1a a cursor of cases', () => {
  test('leads back to its place, in its own list alone', () => {
    fc.assert(
      fc.property(places, (place) => {
        const cursor = secrets.cursorOf(place, BOX);
        expect(isCaseCursor(cursor)).toBe(true);
        expect(secrets.placeOf(cursor, BOX)).toEqual(place);
        expect(secrets.cursorOf(place, BOX)).toBe(cursor);
        for (const other of ['AZ-SMS-1 OUTBOX', 'AZ-SMS-2 INBOX']) {
          expect(secrets.placeOf(cursor, other)).toBeUndefined();
        }
        const restarted = openSecrets(Buffer.alloc(32, 8));
        expect(restarted.placeOf(cursor, BOX)).toBeUndefined();
      }),
    );
  });

  test('says nothing: not the id, not the instant, not whether there is a term', () => {
    fc.assert(
      fc.property(places, places, (one, other) => {
        const cursor = secrets.cursorOf(one, BOX);
        const bytes = Buffer.from(cursor, 'base64url').toString('latin1');
        expect(bytes).not.toContain(one.id.slice(0, 8));
        expect(cursor).toHaveLength(secrets.cursorOf({ ...other, dueBefore: null }, BOX).length);
      }),
    );
  });

  test('changed in any character is none', () => {
    const cursor = secrets.cursorOf(
      { id: '0b9f6f6e-3c53-4d0c-9a54-5d1c6f0f9a11', dueBefore: 1 },
      BOX,
    );
    for (let at = 0; at < cursor.length; at += 1) {
      const other = cursor[at] === 'A' ? 'g' : 'A';
      const changed = `${cursor.slice(0, at)}${other}${cursor.slice(at + 1)}`;
      expect(secrets.placeOf(changed, BOX)).toBeUndefined();
    }
    for (const none of ['', 'c3ViamVjdDox', `${cursor}A`, cursor.slice(1), `${cursor.slice(1)}=`]) {
      expect(isCaseCursor(none)).toBe(false);
      expect(secrets.placeOf(none, BOX)).toBeUndefined();
    }
  });
});

describe('the name of a candidate', () => {
  test('is its own in each case and for each subject, and hides the key of the register', () => {
    const person = 'P-1';
    const one = { case: 'a', n: 1, person };
    const names = [one, { ...one, n: 2 }, { ...one, case: 'b' }, { ...one, person: 'P-2' }].map(
      (candidate) => secrets.nameOf(candidate),
    );
    expect(new Set(names).size).toBe(4);
    expect(secrets.nameOf(one)).toBe(names[0]);
    expect(names.join()).not.toContain(person);
    expect(openSecrets(Buffer.alloc(32, 8)).nameOf(one)).not.toBe(names[0]);
  });
});
