import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  endFact,
  HOLD_REASONS,
  keyOf,
  type RequestDocument,
  recordFact,
  type Standing,
  whyHeld,
} from '../../../../src/requests/index.js';
import type { Fact } from '../../../../src/requests/standing/facts.js';
import { document } from '../document/documents.js';
import {
  at,
  deputy,
  FACTS,
  head,
  kidOf,
  labour,
  letterhead,
  listed,
  ministry,
  received,
  START,
  since,
  standing,
} from './lists.js';

const SIGNED = at('2026-06-15T09:00:00Z');
const RECEIVED = at('2026-06-15T09:00:05Z');
const LATER = at('2026-12-31T00:00:00Z');

interface Signing {
  readonly on?: Standing;
  readonly change?: Partial<RequestDocument>;
  readonly kid?: string;
  readonly signedAt?: number;
  readonly decidedAt?: number;
}

const held = ({
  on = standing,
  change,
  kid = head.kid,
  signedAt = SIGNED,
  decidedAt = RECEIVED,
}: Signing) => whyHeld(on, { document: { ...document, ...change }, kid, signedAt, decidedAt });

const without = (fact: Fact): Standing =>
  since(
    START,
    FACTS.filter((other) => other !== fact),
  );
const ended = (fact: Fact, when: number): Standing =>
  endFact(
    standing,
    { register: fact.register, key: keyOf(fact) },
    { validFrom: when, recordedAt: when, note: 'note 2' },
  );
const instead = (fact: Fact, ...others: Fact[]): Standing => since(START, others, without(fact));
const fromLabour = {
  requesting: { ...document.requesting, authority: 'KZ-MLSPP', name: labour.name.ru },
};
const after = SIGNED + 1000;

describe('what the lists bear out', () => {
  test.each<[string, Signing]>([
    ['the head', {}],
    ['a deputy', { kid: deputy.kid }],
    ['a person the head authorised', { kid: listed.kid }],
    ['the coordinator’s head, on the other ministry’s request', { change: fromLabour }],
    [
      'the name in another of its languages',
      { change: { requesting: { ...document.requesting, name: ministry.name.en } } },
    ],
    [
      'a person authorised by a head who has left since',
      { on: ended(head, SIGNED - 1), kid: listed.kid },
    ],
    [
      'a name left out, which is asked for under 10(1)',
      { change: { requesting: { ...document.requesting, name: '' } } },
    ],
    ['a letterhead left out, which is asked for under 10(1)', { change: { letterhead: '' } }],
  ])('%s', (_, signing) => {
    expect(held(signing)).toEqual([]);
  });
});

describe('what is held for 9(5)', () => {
  const cases: readonly (readonly [reason: string, what: string, Signing])[] = [
    ['NO_LIST_RECEIVED', 'no list came', { on: without(received) }],
    [
      'NO_LIST_RECEIVED',
      'the list came after the decision',
      { on: since(RECEIVED + 1, [received], without(received)) },
    ],
    [
      'NO_LIST_RECEIVED',
      'only our own list is there',
      { on: since(START, [{ ...received, authority: 'AZ-SMS' }], without(received)) },
    ],
    [
      'AUTHORITY_NAME_UNKNOWN',
      'a name nobody told',
      { change: { requesting: { ...document.requesting, name: 'Министерство магии' } } },
    ],
    [
      'AUTHORITY_NAME_UNKNOWN',
      'the other ministry’s name',
      { change: { requesting: { ...document.requesting, name: labour.name.ru } } },
    ],
    [
      'AUTHORITY_NAME_SUPERSEDED',
      'the authority is no more',
      { on: ended(labour, SIGNED), change: fromLabour },
    ],
    [
      'AUTHORITY_NAME_NOT_YET',
      'the authority is to be',
      { on: since(after, [labour], without(labour)), change: fromLabour, decidedAt: LATER },
    ],
    ['SIGNATORY_UNKNOWN', 'a key on no list', { kid: kidOf('stranger') }],
    [
      'SIGNATORY_UNKNOWN',
      'a key on another Party’s list',
      { on: instead(head, { ...head, authority: 'AZ-SMS' }) },
    ],
    [
      'SIGNATORY_NOT_YET',
      'on the list a second later',
      { on: since(after, [head], without(head)), decidedAt: LATER },
    ],
    ['SIGNATORY_NO_LONGER', 'off the list at that second', { on: ended(head, SIGNED) }],
    [
      'SIGNATORY_KEY_REVOKED',
      'the key was revoked after it signed',
      {
        on: since(
          after,
          [{ register: 'REVOCATION', authority: 'KZ-MIA', kid: head.kid }],
          standing,
        ),
        decidedAt: LATER,
      },
    ],
    [
      'SIGNATORY_NOT_OF_COORDINATOR',
      'the other ministry’s own head',
      {
        on: since(START, [{ ...head, authority: 'KZ-MLSPP', kid: kidOf('other') }], standing),
        change: fromLabour,
        kid: kidOf('other'),
      },
    ],
    [
      'SIGNATORY_NOT_FOR_INSTRUMENT',
      'listed for another instrument',
      { on: instead(head, { ...head, instruments: ['EU-AZ-2014'] }) },
    ],
    [
      'SIGNATORY_NOT_AUTHORISED_BY_HEAD',
      'authorised by the deputy',
      { on: instead(listed, { ...listed, authorisedBy: 'deputy' }), kid: listed.kid },
    ],
    [
      'SIGNATORY_NOT_AUTHORISED_BY_HEAD',
      'authorised by one who was authorised: two hops',
      {
        on: since(
          START,
          [{ ...listed, id: 'second', authorisedBy: 'listed', kid: kidOf('second') }],
          standing,
        ),
        kid: kidOf('second'),
      },
    ],
    [
      'SIGNATORY_NOT_AUTHORISED_BY_HEAD',
      'authorised by nobody',
      { on: instead(listed, { ...listed, authorisedBy: null }), kid: listed.kid },
    ],
    [
      'SIGNATORY_NOT_AUTHORISED_BY_HEAD',
      'authorised by the head of the other ministry',
      {
        on: since(
          START,
          [{ ...head, id: 'chief', authority: 'KZ-MLSPP', kid: kidOf('chief') }],
          instead(listed, { ...listed, authorisedBy: 'chief' }),
        ),
        kid: listed.kid,
      },
    ],
    [
      'SIGNATORY_NOT_AUTHORISED_BY_HEAD',
      'authorised after the head had left',
      {
        on: since(
          START + 2,
          [listed],
          endFact(
            without(listed),
            { register: 'SIGNATORY', key: keyOf(head) },
            { validFrom: START + 1, recordedAt: START + 1, note: 'note 2' },
          ),
        ),
        kid: listed.kid,
      },
    ],
    ['LETTERHEAD_UNKNOWN', 'a letterhead nobody told', { change: { letterhead: 'KZ-MIA-1999' } }],
    [
      'LETTERHEAD_UNKNOWN',
      'a letterhead of the other Party’s coordinator',
      {
        on: instead(
          letterhead,
          { ...ministry, authority: 'AZ-SMS' },
          { ...letterhead, authority: 'AZ-SMS' },
        ),
      },
    ],
    [
      'LETTERHEAD_UNKNOWN',
      'a letterhead of an authority that does not coordinate',
      { on: instead(letterhead, { ...letterhead, authority: 'KZ-MLSPP' }) },
    ],
    [
      'LETTERHEAD_NOT_YET',
      'a letterhead of tomorrow',
      { on: since(after, [letterhead], without(letterhead)), decidedAt: LATER },
    ],
    ['LETTERHEAD_NO_LONGER', 'a letterhead given up', { on: ended(letterhead, SIGNED) }],
  ];

  test.each(cases.map(([reason, what, signing]) => ({ reason, what, signing })))(
    '$what: $reason',
    ({ reason, signing }) => {
      expect(held(signing)).toEqual([reason]);
    },
  );

  it('has a case for every reason', () => {
    const seen = new Set(cases.map(([reason]) => reason));
    expect(HOLD_REASONS.filter((reason) => !seen.has(reason))).toEqual([]);
  });

  it('tells every reason at once', () => {
    const change = { letterhead: 'X', requesting: { ...document.requesting, name: 'X' } };
    expect(held({ change, kid: kidOf('stranger') })).toEqual([
      'AUTHORITY_NAME_UNKNOWN',
      'SIGNATORY_UNKNOWN',
      'LETTERHEAD_UNKNOWN',
    ]);
  });

  it('lets nobody revoke another authority’s key', () => {
    const on = since(
      START,
      [{ register: 'REVOCATION', authority: 'AZ-SMS', kid: head.kid }],
      standing,
    );
    expect(held({ on })).toEqual([]);
  });
});

describe('old requests under old lists', () => {
  const facts = fc.constantFrom<Fact>(...FACTS, { ...head, id: 'next', kid: kidOf('next') });
  const hours = fc.nat(200).map((hour) => START + hour * 3_600_000);
  const steps = fc.array(
    fc.record({ fact: facts, validFrom: hours, isEnd: fc.boolean(), after: fc.nat(5) }),
    { maxLength: 12 },
  );
  const kids = fc.constantFrom(head.kid, deputy.kid, listed.kid, kidOf('next'));

  /** The registers after each step; every step is recorded later than the one before. */
  function course(
    plan: readonly { fact: Fact; validFrom: number; isEnd: boolean; after: number }[],
  ) {
    let recordedAt = START;
    let now = standing;
    return plan.map(({ fact, validFrom, isEnd, after }) => {
      recordedAt += 1 + after;
      const amendment = { validFrom, recordedAt, note: 'note n' };
      now = isEnd
        ? endFact(now, { register: fact.register, key: keyOf(fact) }, amendment)
        : recordFact(now, fact, { ...amendment, validUntil: null });
      return { now, recordedAt };
    });
  }

  it('a decision can be asked again: nothing recorded later changes it', () => {
    fc.assert(
      fc.property(steps, hours, kids, (plan, signedAt, kid) => {
        const states = course(plan);
        const last = states.at(-1)?.now ?? standing;
        for (const { now, recordedAt } of states) {
          const signing = { kid, signedAt, decidedAt: recordedAt };
          expect(held({ on: last, ...signing })).toEqual(held({ on: now, ...signing }));
        }
      }),
    );
  });

  it('what changes from an instant on leaves requests signed before it as they were', () => {
    fc.assert(
      fc.property(steps, hours, kids, (plan, signedAt, kid) => {
        const onlyLater = plan.map((step) => ({
          ...step,
          validFrom: Math.max(step.validFrom, signedAt + 1),
        }));
        const last = course(onlyLater).at(-1)?.now ?? standing;
        const reasons = held({ on: last, kid, signedAt, decidedAt: LATER });
        const before = held({ kid, signedAt, decidedAt: LATER });
        // Of what was unknown it may become known that it begins later; nothing else is said of it.
        const told = reasons.map((reason) => reason.replace('_NOT_YET', '_UNKNOWN'));
        expect(told).toEqual(before);
      }),
    );
  });

  it('keeps one version of each thing at every moment, and destroys no record', () => {
    fc.assert(
      fc.property(steps, hours, (plan, validAt) => {
        const states = course(plan);
        const last = states.at(-1)?.now ?? standing;
        for (const { recordedAt } of states) {
          const said = last.filter(
            ({ validFrom, validUntil, recordedAt: from, withdrawnAt }) =>
              validFrom <= validAt &&
              (validUntil ?? Infinity) > validAt &&
              from <= recordedAt &&
              (withdrawnAt ?? Infinity) > recordedAt,
          );
          const keys = said.map(({ fact }) => `${fact.register} ${keyOf(fact)}`);
          expect(new Set(keys).size).toBe(keys.length);
        }
        expect(last.length).toBeGreaterThanOrEqual(standing.length);
        const empty = last.filter(
          ({ validFrom, validUntil }) => validFrom >= (validUntil ?? Infinity),
        );
        expect(empty).toEqual([]);
      }),
    );
  });
});
