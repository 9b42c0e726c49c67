/** B-3c The scanner on whatever is sent: it ends, and its findings stand in the text. A quarter of a megabyte of each pattern is read: in quadratic time none would end. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inspect } from '../../../src/scan/index.js';

/** In each something begins again and again that never comes to an end. */
const PATTERNS: readonly string[] = [
  ...['<a', 'P<AZE<<', '&#x4', '1 2 3 ', ';1234567', 'Ivanov Ivan, 12.03.1985 born '],
  ...['a.b@c.', 'aB3/', 'P<A<<B<<<<<<<<<<<<<<.\nN12345678 '],
  ...['passport   1234567   x\n', 'FIN 5VZ ', 'Surname: A\n', 'Surname: A, born 1985\n'],
  ...['serial numbers AB1234567 ', '(012) 535-97-27 ', 'www.a', '№ 1 виза ', '  ', '12.34.56-'],
  ...['ﷺ', '1 '],
];
const LENGTH = 250_000;

test.each(PATTERNS)('a quarter of a megabyte of %j', (pattern) => {
  const text = pattern.repeat(Math.ceil(LENGTH / pattern.length));
  const findings = inspect(text);
  expect(findings.every(({ from, to }) => 0 <= from && from < to && to <= text.length)).toBe(true);
});

const PIECE = fc.constantFrom(
  ...[
    'C',
    'N',
    'AA',
    '01234567',
    '1985',
    '12.03.',
    '<',
    '<<',
    '&#67;',
    '<b>',
    '\n',
    '> ',
    ' ',
    '|',
    '№',
    'passport',
  ],
  ...[
    'Иванов',
    'Иван',
    'г.р.',
    '\u200b',
    '\u0665',
    '\ud83d\ude00',
    '\ud800',
    '@',
    'a.az',
    '+994',
    'born',
    '-',
    '\t',
    '…',
  ],
);

test('findings stand in the text, in order, and none of a kind overlaps another', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(PIECE, fc.string({ unit: 'binary' })), { maxLength: 40 }),
      (pieces) => {
        const text = pieces.join('');
        const findings = inspect(text);
        for (const [at, { kind, from, to }] of findings.entries()) {
          expect(0 <= from && from < to && to <= text.length).toBe(true);
          const before = findings.slice(0, at).filter((one) => one.kind === kind);
          expect(before.every((one) => one.to <= from)).toBe(true);
        }
      },
    ),
    { numRuns: 500 },
  );
});

test('what is hidden is found wherever it stands', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[а-я ,.]{0,80}$/),
      fc.stringMatching(/^[а-я ,.]{0,80}$/),
      (before, behind) => {
        const text = `${before}\n\nC01234567\n\n${behind}`;
        const place = before.length + 2;
        expect(inspect(text).some(({ from, to }) => from <= place && place + 9 <= to)).toBe(true);
      },
    ),
    { numRuns: 200 },
  );
});
