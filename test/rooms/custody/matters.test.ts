/** The life of each matter of Article 11(2) to (5): who makes which step, and that nothing else can happen. */
import { describe, expect, test } from 'vitest';
import {
  isOver,
  MATTER_KINDS,
  MATTER_STATES,
  MATTER_STEPS,
  MATTER_TRANSITIONS,
  type MatterKind,
} from '../../../src/custody/index.js';

/** The lives as they are meant, in words of their own: kind, step, side, from, to. */
const LIVES = `
PURPOSE_CHANGE ASK RECIPIENT - ASKED
PURPOSE_CHANGE GIVE PROVIDER ASKED GIVEN
PURPOSE_CHANGE DECLINE PROVIDER ASKED DECLINED
PURPOSE_CHANGE WITHDRAW PROVIDER GIVEN WITHDRAWING
PURPOSE_CHANGE ACKNOWLEDGE RECIPIENT WITHDRAWING WITHDRAWN
PURPOSE_CHANGE WITHDRAW PROVIDER ASKED FORESTALLED
PURPOSE_CHANGE ACKNOWLEDGE RECIPIENT FORESTALLED FORESTALLED
PURPOSE_CHANGE GIVE PROVIDER FORESTALLED WITHDRAWN
ONWARD_TRANSFER ASK RECIPIENT - ASKED
ONWARD_TRANSFER GIVE PROVIDER ASKED GIVEN
ONWARD_TRANSFER DECLINE PROVIDER ASKED DECLINED
ONWARD_TRANSFER WITHDRAW PROVIDER GIVEN WITHDRAWING
ONWARD_TRANSFER ACKNOWLEDGE RECIPIENT WITHDRAWING WITHDRAWN
ONWARD_TRANSFER WITHDRAW PROVIDER ASKED FORESTALLED
ONWARD_TRANSFER ACKNOWLEDGE RECIPIENT FORESTALLED FORESTALLED
ONWARD_TRANSFER GIVE PROVIDER FORESTALLED WITHDRAWN
TRANSFER TELL PROVIDER - TOLD
TRANSFER ACKNOWLEDGE RECIPIENT TOLD ACKNOWLEDGED
CORRECTION TELL PROVIDER - TOLD
CORRECTION ACKNOWLEDGE RECIPIENT TOLD ACKNOWLEDGED
CORRECTION REPORT RECIPIENT ACKNOWLEDGED ACKNOWLEDGED
CORRECTION REPORT RECIPIENT ACCOUNTED ACKNOWLEDGED
CORRECTION ACCOUNT RECIPIENT ACKNOWLEDGED ACCOUNTED
RECALL TELL PROVIDER - TOLD
RECALL ACKNOWLEDGE RECIPIENT TOLD ACKNOWLEDGED
RECALL REPORT RECIPIENT ACKNOWLEDGED ACKNOWLEDGED
RECALL REPORT RECIPIENT ACCOUNTED ACKNOWLEDGED
RECALL ACCOUNT RECIPIENT ACKNOWLEDGED ACCOUNTED
RECTIFICATION ASK RECIPIENT - ASKED
RECTIFICATION ACCEPT PROVIDER ASKED ACCEPTED
RECTIFICATION DECLINE PROVIDER ASKED DECLINED
BREACH TELL RECIPIENT - TOLD
BREACH ACKNOWLEDGE PROVIDER TOLD ACKNOWLEDGED
DESTRUCTION TELL RECIPIENT - TOLD
DESTRUCTION ACKNOWLEDGE PROVIDER TOLD ACKNOWLEDGED
`
  .trim()
  .split('\n');

test('the table holds these lives and none besides', () => {
  const rows = MATTER_TRANSITIONS.flatMap(({ kinds, step, side, from, to }) =>
    kinds.map((kind) => `${kind} ${step} ${side} ${from ?? '-'} ${to}`),
  );
  expect(rows.sort()).toEqual([...LIVES].sort());
});

const rowsOf = (kind: MatterKind) => MATTER_TRANSITIONS.filter(({ kinds }) => kinds.includes(kind));

describe.each(MATTER_KINDS)('%s', (kind) => {
  test('begins in one way and comes to an end from everywhere', () => {
    expect(rowsOf(kind).filter(({ from }) => from === null)).toHaveLength(1);
    const ends = rowsOf(kind).filter(({ to }) => isOver({ kind, state: to }));
    expect(ends.length).toBeGreaterThan(0);
    for (const { to } of rowsOf(kind)) {
      const goesOn = rowsOf(kind).some(({ from, to: next }) => from === to && next !== to);
      expect(goesOn || isOver({ kind, state: to })).toBe(true);
    }
  });
});

test('A-11.2 A-11.3 a consent is given by a signatory of the provider and by nobody else', () => {
  const giving = MATTER_TRANSITIONS.filter(({ step }) => step === 'GIVE');
  const makers = new Set(giving.map(({ side, roles }) => `${side} ${roles}`));
  expect(makers).toEqual(new Set(['PROVIDER SIGNATORY']));
});

test('every state and step is used', () => {
  expect(new Set(MATTER_TRANSITIONS.map(({ to }) => to))).toEqual(new Set(MATTER_STATES));
  expect(new Set(MATTER_TRANSITIONS.map(({ step }) => step))).toEqual(new Set(MATTER_STEPS));
});
